import type { Contender } from './contender.ts'
import { fire, type Shot, type Volley } from './fire.ts'
import { median } from './median.ts'
import { type Other, shotsOf } from './other.ts'
import type { World } from './world.ts'

/** What is measured: the product against a bare server that does no more than the work itself. */
export interface Row {
  name: string
  title: string
  /** The file of the bare server. */
  bare: string
  /** Answers a second of the bare server that the product must reach, as a share. */
  budget: number
  /** How much longer than with the bare server the slowest hundredth may take. */
  p99Budget?: number
  connections: number
  prepare(world: World, ours: Contender, folder: string): Promise<Prepared>
}

export interface Prepared {
  /** What the bare server needs to know. */
  env: Record<string, string>
  /** The requests of a round. */
  ours(round: number): Shot[]
  bare(round: number): Shot[]
  /** The status of a right answer. */
  status: { ours: number; bare: number }
  /** Proves after the last round that the work was done. */
  verify(): Promise<void>
}

export interface Side {
  rate: number
  /** Microseconds of the server's process per request. */
  cpu: number
  p50: number
  p99: number
}

/** Another system; `ratio` is how many times as many answers ours gave. */
export interface OtherSide extends Volley {
  name: string
  ratio: number
}

export interface WaveValues {
  name: string
  title: string
  rounds: number
  ours: Side
  bare: Side
  others: OtherSide[]
  /** Medians of the ratios within each round. */
  ratio: number
  p99Ratio: number
  budget: number
  p99Budget?: number
  met: boolean
}

/** Rounds that warm up: code is compiled to its last form only after some thousand requests. */
const warmUps = 4
const counted = 5
export const rounds = warmUps + counted

/** Lets all take turns, so that whatever slows the machine slows each of them. */
export async function measure(
  row: Row,
  prepared: Prepared,
  ours: Contender,
  bare: Contender,
  others: readonly Other[] = [],
): Promise<WaveValues> {
  const measured: { ours: Side; bare: Side; others: Volley[] }[] = []
  const turn = async (contender: Contender, shots: Shot[], status: number): Promise<Side> => {
    const before = await contender.cpu()
    const volley = await fire(contender.url, shots, row.connections, status)
    return { ...volley, cpu: ((await contender.cpu()) - before) / shots.length }
  }
  for (let round = 0; round < rounds; round += 1) {
    const shots = prepared.ours(round)
    const oursNow = () => turn(ours, shots, prepared.status.ours)
    const bareNow = () => turn(bare, prepared.bare(round), prepared.status.bare)
    const both =
      round % 2 === 0
        ? { ours: await oursNow(), bare: await bareNow() }
        : { bare: await bareNow(), ours: await oursNow() }
    const theirs: Volley[] = []
    for (const other of others)
      theirs.push(await fire(other.url, shotsOf(other, shots.length, round), row.connections, other.status))
    if (round >= warmUps) measured.push({ ...both, others: theirs })
  }
  await prepared.verify()
  const side = (of: 'ours' | 'bare'): Side => {
    const middle = (key: keyof Side) => median(measured.map((one) => one[of][key]))
    return { rate: middle('rate'), cpu: middle('cpu'), p50: middle('p50'), p99: middle('p99') }
  }
  const ratioOf = (key: keyof Side) => median(measured.map((one) => one.ours[key] / one.bare[key]))
  const otherSide = ({ name }: Other, place: number): OtherSide => {
    const volleys = measured.map(({ others, ours }) => ({ ours, theirs: others[place] as Volley }))
    const middle = (key: keyof Volley) => median(volleys.map(({ theirs }) => theirs[key]))
    const ratio = median(volleys.map(({ ours, theirs }) => ours.rate / theirs.rate))
    return { name, rate: middle('rate'), p50: middle('p50'), p99: middle('p99'), ratio }
  }
  const { name, title, budget, p99Budget } = row
  const ratio = ratioOf('rate')
  const p99Ratio = ratioOf('p99')
  return {
    name,
    title,
    rounds: counted,
    ours: side('ours'),
    bare: side('bare'),
    others: others.map(otherSide),
    ratio,
    p99Ratio,
    budget,
    ...(p99Budget === undefined ? {} : { p99Budget }),
    met: ratio >= budget && p99Ratio <= (p99Budget ?? Number.POSITIVE_INFINITY),
  }
}
