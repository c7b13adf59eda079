import { Worker } from 'node:worker_threads'

const between = 1_000

/**
 * Ends this process where it reckons for so many milliseconds without a pause: it would hear neither that nobody waits any more nor that
 * it is to end. A thread of its own looks.
 */
export function watchStall(longest: number): void {
  const beats = new Int32Array(new SharedArrayBuffer(4))
  setInterval(() => Atomics.add(beats, 0, 1), between).unref()
  new Worker(new URL('watchdog.js', import.meta.url), { workerData: { beats, longest }, execArgv: [] }).unref()
}
