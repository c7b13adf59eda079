/**
 * What `npm run failover` does, in a network of its own: three machines with PostgreSQL, Patroni and etcd, two with Stichtag and HAProxy,
 * and people who write. Says what came of it, and ends with 1 where a promise is broken or a planted defect is not found.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Random } from '../../server/demo/random.ts'
import { until } from '../support/until.ts'
import { expectNobodyWaits, untilLeader } from './patroni.ts'
import { detach } from './planted.ts'
import { heal, type Kind, kinds, planned, promote, row } from './promotions.ts'
import { makeWorld } from './world.ts'

const { values } = parseArgs({
  options: {
    place: { type: 'string', default: '' },
    seed: { type: 'string', default: '' },
    planted: { type: 'boolean', default: false },
    promotions: { type: 'string', default: '10' },
  },
})
const { place, seed, planted } = values
const longestSilence = 30
const began = Date.now()
const tell = (line: string) => console.log(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${line}`)
const faults: string[] = []
const rows: string[] = []

if (planted) expectNobodyWaits()
const { nodes, instances, writers, evaluator, superuser, withDatabase } = await makeWorld(place, planted, tell)
const readHere = () => instances.reduce((sum, one) => sum + one.readHere(), 0)
let isOver = false
const evaluating = instances.map(async ({ base }) => {
  for (; !isOver; await sleep(1_000)) await evaluator.evaluate(base)
})
try {
  // Those who compute begin with the first file. It is not needed where acknowledged ones are to be lost.
  const hasCome = () => instances.every(({ base }) => evaluator.read.some((file) => file.base === base))
  if (!planted) await until(hasCome, 300)
  const plan: readonly Kind[] = planted
    ? ['power', 'power', 'power']
    : planned(new Random(seed), Number(values.promotions))
  for (const [index, kind] of plan.entries()) if (!planted || faults.length === 0) await tryOne(index + 1, kind)
  if (!planted) await standStill()
} catch (error) {
  faults.push(`it broke off: ${error instanceof Error ? error.message : error}`)
}
isOver = true
await writers.pause()
await Promise.all(evaluating)
const isFound = faults.some((fault) => fault.includes('is lost'))
faults.push(
  ...writers.faults,
  ...(await withDatabase(({ db }) => evaluator.faults(db)).catch((error) => [String(error)])),
)

for (const one of rows) console.log(one)
const { length: files } = evaluator.read
console.log(
  `${writers.acknowledged.count()} acknowledged; ${files} files, ${readHere()} of them from the database itself.`,
)
for (const fault of [...new Set(faults)].slice(0, 8)) console.log(`found: ${fault}`)
if (files === 0) console.log(`No file came: ${evaluator.trouble()}`)
const isMet = planted ? isFound : faults.length === 0
console.log(planted ? (isMet ? 'The defect is found.' : 'THE DEFECT IS NOT FOUND.') : isMet ? 'Kept.' : 'BROKEN.')
for (const machine of [...instances, ...Object.values(nodes)]) await machine.powerOff()
process.exit(isMet ? 0 : 1)

async function tryOne(number: number, kind: Kind): Promise<void> {
  const before = writers.acknowledged.count()
  const world = planted
    ? { nodes, writers, before: () => detach(superuser, writers.acknowledged.count) }
    : { nodes, writers }
  const promotion = await promote(world, kind)
  const lost = await withDatabase(({ db }) => writers.acknowledged.lost(db))
  const { from, to, seconds } = promotion
  rows.push(row(number, promotion, writers.acknowledged.count() - before, lost.length))
  tell(
    `${kinds[kind]}, ${from} → ${to}: ${seconds.toFixed(1)} s, ${lost.length} lost of ${writers.acknowledged.count()}`,
  )
  faults.push(...lost)
  if (!planted && seconds > longestSilence)
    faults.push(`promotion ${number}: nothing stored for ${seconds.toFixed(1)} s`)
  if (!planted || lost.length === 0) await heal(nodes, promotion)
}

/** The standbys apply nothing of what they get: files are of the newest state all the same. */
async function standStill(): Promise<void> {
  const before = readHere()
  const leader = await untilLeader()
  const standbys = Object.values(nodes).filter(({ name }) => name !== leader)
  const going = await Promise.all(standbys.map((one) => one.standStill()))
  writers.begin()
  await sleep(2_000)
  const { length: read } = evaluator.read
  await until(() => evaluator.read.length >= read + 4, 90)
  await writers.pause()
  for (const goOn of going) goOn()
  if (evaluator.read.length < read + 4) faults.push('while the standbys stood still, no files came')
  if (readHere() === before) faults.push('the standbys did not stand still')
  tell(`standbys that stood still: ${evaluator.read.length - read} files from the database itself`)
}
