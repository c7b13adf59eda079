import { type Behind, countBehind } from '../disclosure/behind.ts'
import { CountTable } from '../disclosure/count-table.ts'
import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { Counted } from '../disclosure/what-follows.ts'
import {
  type End,
  endOf,
  ends,
  type Flow,
  type Outcome,
  type OutcomeName,
  outcomesOf,
  type Rate,
  type WaveParticipation,
} from './participation.ts'

export type ToldFlow = { [Of in keyof Flow]: Told<number> }
export type ToldRate = { [Of in keyof Rate]: Told<Rate[Of]> }
export interface ToldParticipation {
  flow: ToldFlow
  rates: Record<OutcomeName, ToldRate>
}

/** Who the yes of an outcome are. */
const yesOf: Record<OutcomeName, readonly End[]> = {
  first: ['both', 'dropped'],
  second: ['both', 'joined'],
  stayed: ['both'],
  both: ['both'],
}
/** Whose number is how many could: of most that of those asked, which is no answer. */
const couldOf: Record<OutcomeName, readonly End[]> = { first: [], second: [], stayed: ['both', 'dropped'], both: [] }

/** What became of units, what they could do, and who stands behind them. */
export interface ParticipationBacking {
  endOf(index: number): End
  outcomes: readonly Outcome[]
  behind: Behind
}

/** What of all can be told. Of the rest nothing is told of classes either. */
export interface Tellable {
  ends: readonly End[]
  outcomes: readonly OutcomeName[]
}

/**
 * What can be told of all without a count of one or two following. How many answered a wave is known: it stands in the origin
 * of every figure.
 */
export function tellable({ endOf, outcomes, behind }: ParticipationBacking, indices: readonly number[]): Tellable {
  const table = new CountTable()
  const add = (is: (index: number) => boolean, isImplied = false) => {
    const own = indices.filter(is)
    const rest = { contributors: countBehind(own, behind) }
    return isImplied ? table.imply(own.length, rest) : table.add(own.length, rest)
  }
  const places = new Map(ends.map((end) => [end, add((index) => endOf(index) === end)]))
  const placesOf = (some: readonly End[]) => some.map((end) => places.get(end) as number)
  const know = (some: readonly End[]) => table.know(indices.filter((index) => some.includes(endOf(index))).length)
  for (const some of [ends, yesOf.first, yesOf.second]) table.sum(placesOf(some), know(some))
  const could = outcomes.map((outcome) => {
    const { name } = outcome
    const of = couldOf[name].length === 0 ? table.know(indices.filter(outcome.of).length) : add(outcome.of)
    if (name === 'first' || name === 'second') return of
    table.sum([...placesOf(yesOf[name]), add((index) => outcome.of(index) && !outcome.yes(index), true)], of)
    return of
  })
  const told = ends.filter((end) => table.isTold(places.get(end) as number))
  return {
    ends: told,
    outcomes: outcomes.flatMap(({ name }, place) =>
      [...yesOf[name], ...couldOf[name]].every((end) => told.includes(end)) && table.isTold(could[place] as number)
        ? [name]
        : [],
    ),
  }
}

/** Whether it can be told how many answered all of some waves: for any two of them, beside what each has. */
export const areAllTold = (waves: readonly WaveParticipation[], indices: readonly number[], behind: Behind): boolean =>
  waves.every((first, place) =>
    waves.slice(place + 1).every((second) => {
      const backing = { endOf: endOf(first, second), outcomes: outcomesOf(first, second), behind }
      return tellable(backing, indices).outcomes.includes('both')
    }),
  )

/** What is counted of units beside what is told of all; the last count follows from the others. */
export const participationCounted = ({ endOf, outcomes, behind }: ParticipationBacking, told: Tellable): Counted => ({
  kinds: [
    () => true,
    (index) => !told.ends.includes(endOf(index)),
    ...told.ends.map((end) => (index: number) => endOf(index) === end),
    ...outcomes
      .filter(({ name }) => told.outcomes.includes(name))
      .map(
        ({ of, yes }) =>
          (index: number) =>
            of(index) && !yes(index),
      ),
  ],
  behind,
})

/** What became of some units, and the rates that follow from it. */
export function tellParticipation(
  flow: Flow,
  rates: Readonly<Record<OutcomeName, Rate>>,
  told: Tellable,
): ToldParticipation {
  const tell = <Figure>(needed: readonly End[], figure: Figure): Told<Figure> =>
    needed.every((end) => told.ends.includes(end)) ? figure : hidden
  const rateOf = (name: OutcomeName): ToldRate => {
    const { yes, of, interval } = rates[name]
    const isTold = told.outcomes.includes(name)
    return {
      yes: tell(yesOf[name], yes),
      of: couldOf[name].length === 0 || isTold ? of : hidden,
      interval: isTold ? interval : hidden,
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
