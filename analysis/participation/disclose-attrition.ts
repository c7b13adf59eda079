import { CountTable } from '../disclosure/count-table.ts'
import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { Sizes } from '../disclosure/merge-groups.ts'
import type { Flow, OutcomeName, Rate } from './participation.ts'

export type ToldFlow = { [Of in keyof Flow]: Told<number> }
export type ToldRate = { [Of in keyof Rate]: Told<Rate[Of]> }
export interface ToldParticipation {
  flow: ToldFlow
  rates: Record<OutcomeName, ToldRate>
}

const ends = ['both', 'dropped', 'joined', 'neither'] as const satisfies readonly (keyof Flow)[]
export type End = (typeof ends)[number]

/** Who the yes of an outcome are. */
const yesOf: Record<OutcomeName, readonly End[]> = {
  first: ['both', 'dropped'],
  second: ['both', 'joined'],
  stayed: ['both'],
  both: ['both'],
}
/** Whose number is how many could: of most that of those asked, which is no answer. */
const couldOf: Record<OutcomeName, readonly End[]> = { first: [], second: [], stayed: ['both', 'dropped'], both: [] }

/** The counts that can be told of all without one of one or two following. Of the others nothing is told of classes either. */
export function endsToTell(flow: Flow): End[] {
  const table = new CountTable()
  const places = ends.map((end) => table.add(flow[end]))
  table.sum(places, table.know(flow.units))
  return ends.filter((_end, place) => table.isTold(places[place] as number))
}

/** How many each figure of a class would tell of; the last follows from the others. */
export function sizesOf(flow: Flow, told: readonly End[]): Sizes<string> {
  const rest = told.reduce((left, end) => left - flow[end], flow.units)
  return { units: flow.units, rest, ...Object.fromEntries(told.map((end) => [end, flow[end]])) }
}

/** What became of some units, and the rates that follow from it. */
export function tellParticipation(
  flow: Flow,
  rates: Readonly<Record<OutcomeName, Rate>>,
  told: readonly End[],
): ToldParticipation {
  const tell = <Figure>(needed: readonly End[], figure: Figure): Told<Figure> =>
    needed.every((end) => told.includes(end)) ? figure : hidden
  const rateOf = (name: OutcomeName): ToldRate => {
    const { yes, of, interval } = rates[name]
    return {
      yes: tell(yesOf[name], yes),
      of: tell(couldOf[name], of),
      interval: tell([...yesOf[name], ...couldOf[name]], interval),
    }
  }
  return {
    flow: {
      units: flow.units,
      both: tell(['both'], flow.both),
      dropped: tell(['dropped'], flow.dropped),
      joined: tell(['joined'], flow.joined),
      neither: tell(['neither'], flow.neither),
    },
    rates: { first: rateOf('first'), second: rateOf('second'), stayed: rateOf('stayed'), both: rateOf('both') },
  }
}

/** Of the model of a total: how many lack a characteristic. */
export const toldCount = (count: number): Told<number> => (isFew(count) ? hidden : count)
