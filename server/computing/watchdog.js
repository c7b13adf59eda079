// Plain JavaScript, since a thread that is started has nothing yet that reads TypeScript.
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

const { beats, longest } = workerData
let last = -1
let since = performance.now()

setInterval(() => {
  const now = Atomics.load(beats, 0)
  if (now !== last) {
    last = now
    since = performance.now()
    return
  }
  if (performance.now() - since <= longest) return
  const told = {
    level: 60,
    time: new Date().toISOString(),
    msg: 'a computation does not come to an end: the process ends',
  }
  writeSync(1, `${JSON.stringify(told)}\n`)
  process.kill(process.pid, 'SIGKILL')
}, 1_000)
