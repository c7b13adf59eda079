import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits for something, but no longer than so many milliseconds. The wait keeps the process alive: one that has nothing else to do
 * would end in the middle of what it does.
 */
export async function atMost(milliseconds: number, work: Promise<unknown> | undefined): Promise<void> {
  const over = new AbortController()
  try {
    await Promise.race([work, sleep(milliseconds, undefined, { signal: over.signal })])
  } finally {
    over.abort()
  }
}
