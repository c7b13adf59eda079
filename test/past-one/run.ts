/**
 * `npm run past-one`: a country on several servers, held against one server with the same rows; what it promises, and what must be found
 * where it is spoilt. Ends by itself; the exit code is 1 where something does not hold or is left behind, 2 for wrong use.
 */
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { endLeftovers } from '../reliability/left-behind.ts'
import { type Held, hold } from './hold.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261201' },
    part: { type: 'string', default: '1' },
    months: { type: 'string', default: '93' },
    minutes: { type: 'string', default: '45' },
  },
})
const size = { seed: Number(values.seed), part: Number(values.part), months: Number(values.months) }
const minutes = Number(values.minutes)
const isRight =
  Number.isInteger(size.seed) && size.part > 0 && size.part <= 1 && Number.isInteger(size.months) && size.months >= 2
if (!isRight || !(minutes > 0)) {
  console.error('--part is above 0 and at most 1, --months at least 2, --seed a whole number, --minutes above 0.')
  process.exit(2)
}

const place = await mkdtemp(join(tmpdir(), 'stichtag-past-one-'))
await chmod(place, 0o755)
const over = new AbortController()
const clock = setTimeout(() => over.abort(new Error(`not done after ${minutes} minutes`)), minutes * 60_000)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => over.abort(new Error('told to stop')))
const began = Date.now()
const say = (line: string) => console.log(`${String(Math.round((Date.now() - began) / 1_000)).padStart(5)} s  ${line}`)

const held: Held[] = []
let broke: unknown
try {
  const stopped = new Promise<never>((_resolve, reject) =>
    over.signal.addEventListener('abort', () => reject(over.signal.reason)),
  )
  await Promise.race([hold(place, size, say, (one) => held.push(one)), stopped])
} catch (error) {
  broke = error
  console.error(error)
}
clearTimeout(clock)
// What was broken off loses its servers now, and says so where nobody waits for it any more.
if (broke !== undefined)
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => undefined)
// What is taken down orderly is gone by now; of what was broken off the processes are ended here.
const left = await endLeftovers(place)
const faults = held.filter(({ faults: own }) => own.length > 0)
for (const { what, faults: own } of faults)
  for (const one of own.slice(0, 5)) console.log(`${what}: ${one.slice(0, 2_000)}`)
for (const one of broke === undefined ? left : []) console.log(`Left behind: ${one}`)
console.log(`${held.length} things looked at, ${faults.length} do not hold.`)
process.exit(broke === undefined && faults.length === 0 && left.length === 0 ? 0 : 1)
