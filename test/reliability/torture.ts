/**
 * `npm run torture`: tries what is promised by breaking it. Arguments choose recipes, `--seed` repeats a run, `--planted` runs each recipe with
 * its defect, which it has to find. The exit code is 1 when a promise is broken, a defect not found or something left behind, 2
 * for wrong use.
 */
import { parseArgs } from 'node:util'
import { endLeftovers, newPlace } from './left-behind.ts'
import { promised, type RecipeName } from './promised.ts'
import { type Tried, tableLines } from './table.ts'
import { tryInProcess } from './try-in-process.ts'

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    planted: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const names = Object.keys(promised) as RecipeName[]
const unknown = positionals.filter((name) => !names.some((one) => one === name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exit(2)
}
const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name))
const { seed, planted } = values
console.log(`Seed ${seed}; --seed ${seed} does the same again.`)

const place = await newPlace()
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
const tried: Tried[] = []
let left: string[] = []
try {
  for (const name of chosen) if (!stopping.signal.aborted) tried.push(await tryOne(name))
} finally {
  left = await endLeftovers(place)
}
for (const line of tableLines(tried, planted)) console.log(line)
for (const one of left) console.log(`Left behind: ${one}`)
if (left.length === 0) console.log('Nothing is left behind.')
const isWell = tried.length === chosen.length && tried.every(({ met }) => met) && left.length === 0
process.exitCode = isWell ? 0 : 1

async function tryOne(name: RecipeName): Promise<Tried> {
  const { promise, defect, minutes } = promised[name]
  const began = Date.now()
  console.log(`${name}: at most ${minutes} minutes …`)
  const outcome = await tryInProcess(name, { minutes, seed, planted, place, signal: stopping.signal })
  const seconds = Math.round((Date.now() - began) / 1_000)
  const { faults, broke } = outcome
  const met = broke === undefined && planted === faults.length > 0
  const notes = broke === undefined ? faults.slice(0, 5).map(inOneLine) : [broke]
  const verdict = met ? 'as it should' : 'NOT AS IT SHOULD'
  console.log(`${name}: ${verdict}, ${seconds} s`)
  if (broke !== undefined) console.log(broke)
  return { name, what: planted ? `planted: ${defect}` : `promised: ${promise}`, outcome, seconds, met, notes }
}

function inOneLine(fault: string): string {
  return fault.replace(/\s+/g, ' ').slice(0, 300)
}
