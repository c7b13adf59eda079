import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../server/demo/random.ts'
import type { NodeName } from './documented.ts'
import type { Node } from './node.ts'
import { switchOver, untilLeader, untilWhole } from './patroni.ts'
import type { Writers } from './writers.ts'

/** Ways in which another one comes to write. */
export const kinds = {
  switchover: 'handed over',
  crash: 'kill -9 of PostgreSQL',
  power: 'kill -9 of all on the machine',
  cut: 'network cut',
} as const
export type Kind = keyof typeof kinds

/** So many of them, each kind at least twice, in an order that follows from the seed. */
export function planned(random: Random, count: number): Kind[] {
  const all = Object.keys(kinds) as Kind[]
  const each = Array.from({ length: count }, (_, place) => all[place % all.length] ?? 'cut')
  const drawn = each.map((kind) => ({ kind, place: random.next() }))
  return drawn.toSorted((one, other) => one.place - other.place).map(({ kind }) => kind)
}

export interface Promotion {
  kind: Kind
  from: NodeName
  to: NodeName
  /** So long nothing was stored over one of the instances. */
  seconds: number
}

interface World {
  nodes: Record<NodeName, Node>
  writers: Writers
  /** What is done before while people write; comes back with what ends it once another one writes. */
  before?: () => Promise<() => Promise<void>>
}

/** While people write another one takes over. At the end nobody writes any more. */
export async function promote({ nodes, writers, before }: World, kind: Kind): Promise<Promotion> {
  const from = await untilLeader()
  const node = nodes[from]
  writers.begin()
  await sleep(2_000)
  const after = await before?.()
  const began = Date.now()
  const done = {
    switchover: () => switchOver(from),
    crash: () => node.crash(),
    power: () => node.powerOff(),
    cut: () => node.cut(),
  }[kind]()
  const to = await untilLeader((leader) => leader !== from)
  await done
  await after?.()
  const there = Date.now()
  for (const end = there + 60_000; !writers.isBack(there) && Date.now() < end; ) await sleep(50)
  if (!writers.isBack(there)) throw new Error(`${kind}: with ${to} nothing is stored`)
  const seconds = writers.silence(began)
  await sleep(2_000)
  await writers.pause()
  return { kind, from, to, seconds }
}

/** A line of a table in Markdown. */
export const row = (
  number: number,
  { kind, from, to, seconds }: Promotion,
  acknowledged: number,
  lost: number,
): string => `| ${number} | ${kinds[kind]} | ${from} → ${to} | ${seconds.toFixed(1)} | ${acknowledged} | ${lost} |`

/** What was broken is there again, and follows. */
export async function heal(nodes: World['nodes'], { kind, from }: Promotion): Promise<void> {
  if (kind === 'power') nodes[from].boot()
  if (kind === 'cut') await nodes[from].mend()
  await untilWhole()
}
