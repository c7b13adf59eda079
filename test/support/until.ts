import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is so, for as long as a busy machine may take; the check that follows says what is missing. */
export async function until(holds: () => unknown, seconds = 20): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; !(await holds()) && Date.now() < end; ) await sleep(20)
}
