import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { servers } from './country.ts'
import { difference, inDigits } from './digits.ts'
import { evaluations } from './evaluations.ts'
import type { Size } from './fill.ts'
import { killOne } from './outage.ts'
import { sumsInParts, sumsOfOne, writeParts } from './parquet.ts'
import { misplaced } from './placement.ts'
import { lookAtPlans } from './plans.ts'
import { planted } from './planted.ts'
import { byLand, inOneStep, inTwoSteps, totals } from './totals.ts'
import { asOwner, makeWorld, startAll, type World } from './world.ts'

/** What was looked at, and what is wrong with it, each in a sentence. */
export interface Held {
  what: string
  faults: string[]
}

type Say = (line: string) => void
type Note = (held: Held) => void

/** All of it, one after the other. */
export async function hold(place: string, size: Size, say: Say, note: Note): Promise<void> {
  const tell: Note = (one) => {
    say(`${one.faults.length === 0 ? 'holds' : 'DOES NOT HOLD'}: ${one.what}`)
    note(one)
  }
  const all = await startAll(place)
  const world = await makeWorld(all, size, say)
  try {
    for (const { name, kommunen, submissions, observations, seconds } of world.filled)
      say(
        `${name}: ${kommunen} Kommunen, ${submissions} submissions, ${observations} monthly rows in ${seconds.toFixed(0)} s`,
      )
    await holdDigits(world, say, tell)
    await holdPlans(world, tell)
    await holdParts(world, place, tell)
    for (const [defect, find] of Object.entries(planted)) {
      const found = await find(world)
      say(`  ${found?.split('\n')[0]?.slice(0, 150)}`)
      tell({ what: `found where ${defect}`, faults: found === undefined ? ['not found'] : [] })
    }
    const { acknowledged, gone, others, faults } = await killOne(world, place)
    say(
      `${acknowledged} acknowledged; of the killed server's people ${inDigits(gone)}, of the others ${inDigits(others)}`,
    )
    tell({ what: 'one server is killed while people save on all', faults })
  } finally {
    await world.end()
    await rm(place, { recursive: true, force: true })
    await mkdir(place)
  }
}

/** Every row lies once, and where it belongs; each evaluation says the same as one server alone, to the last digit. */
export async function holdDigits(
  world: World,
  say: Say,
  note: Note,
  chosen: readonly string[] = Object.keys(evaluations),
): Promise<void> {
  note({ what: 'every row lies on the server of its Land', faults: await misplaced(world.machines) })
  const { series } = world.country.monthly
  const sums = {
    'sums by month': [inOneStep(), inTwoSteps()],
    'sums by Land': [byLand, byLand],
  } as const
  const all = [
    ...Object.entries(evaluations)
      .filter(([what]) => chosen.includes(what))
      .map(([what, evaluate]) => ({ what, one: evaluate, over: evaluate })),
    ...Object.entries(sums).map(([what, [one, over]]) => ({
      what,
      one: ({ pool }: World['one']) => totals(pool, one, series),
      over: ({ pool }: World['over']) => totals(pool, over, series),
    })),
  ]
  for (const { what, one, over } of all) {
    const alone = await timed(() => one(world.one))
    const together = await timed(() => over(world.over))
    const parted = difference(alone.digits, together.digits)
    const isEmpty = alone.digits.length < 20
    say(
      `  ${what}: ${alone.digits.length} characters, alone ${alone.seconds} s, over ${servers.length} servers ${together.seconds} s`,
    )
    note({
      what: `${what}: the same digits`,
      faults: [...(parted === undefined ? [] : [parted]), ...(isEmpty ? ['there is nothing in it'] : [])],
    })
  }
}

async function timed(work: () => Promise<unknown>): Promise<{ digits: string; seconds: string }> {
  const began = performance.now()
  const digits = inDigits(await work())
  return { digits, seconds: ((performance.now() - began) / 1_000).toFixed(1) }
}

/** What the evaluations asked, once more, as a plan. */
export async function holdPlans({ over, asked, machines }: World, note: Note): Promise<void> {
  const { looked, faults } = await lookAtPlans(over.pool, asked, machines.length)
  note({ what: `${looked} statements leave to the servers what these can do`, faults })
}

/** Files that each server writes for itself. */
export async function holdParts(world: World, place: string, note: Note): Promise<void> {
  const folder = join(place, 'parquet')
  const { waves } = world.country
  for (const [at, machine] of world.machines.entries())
    await asOwner(machine, (owner) => writeParts(folder, owner, servers[at] ?? 0, waves))
  for (const asked of waves) {
    const parted = difference(inDigits(await sumsOfOne(world.one, asked)), inDigits(await sumsInParts(folder, asked)))
    note({
      what: `DuckDB over files of ${asked.wave} by Land: the same digits`,
      faults: parted === undefined ? [] : [parted],
    })
  }
  await rm(folder, { recursive: true })
}
