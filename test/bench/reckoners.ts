import { fork } from 'node:child_process'
import { once } from 'node:events'

/** Occupies all processors with what has the lowest priority and wants nothing of the server; comes back with its end. */
export function startReckoners(count: number): () => Promise<void> {
  const children = Array.from({ length: count }, () => fork(new URL('servers/reckoner.ts', import.meta.url)))
  return async () => {
    for (const child of children) {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    }
  }
}
