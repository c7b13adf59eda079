import type { Interval } from '../stats/interval.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'

/** Who was asked in a wave and who answered, by unit: 1 for yes. */
export interface WaveParticipation {
  wave: string
  asked: Uint8Array
  answered: Uint8Array
}

/** What became of some units between two waves. */
export interface Flow {
  units: number
  /** Answered both waves. */
  both: number
  /** Answered the earlier one only. */
  dropped: number
  /** Answered the later one only. */
  joined: number
  neither: number
}

export const ends = ['both', 'dropped', 'joined', 'neither'] as const satisfies readonly (keyof Flow)[]
export type End = (typeof ends)[number]

/** What became of a unit. */
export const endOf =
  ({ answered: first }: WaveParticipation, { answered: second }: WaveParticipation) =>
  (index: number): End => {
    const [before, after] = [first[index] === 1, second[index] === 1]
    return before ? (after ? 'both' : 'dropped') : after ? 'joined' : 'neither'
  }

export function flowOf(end: (index: number) => End, indices: readonly number[]): Flow {
  const flow: Flow = { units: indices.length, both: 0, dropped: 0, joined: 0, neither: 0 }
  for (const index of indices) flow[end(index)] += 1
  return flow
}

export type OutcomeName = 'first' | 'second' | 'stayed' | 'both'

/** A way to take part, which some of those who could did and others did not. */
export interface Outcome {
  name: OutcomeName
  label: string
  /** Of whom it is a share, in words. */
  base: string
  /** Whether a unit could. */
  of(index: number): boolean
  /** Whether a unit did. */
  yes(index: number): boolean
}

/** Answering the earlier wave, the later one, the later one after the earlier one, and both. */
export function outcomesOf(first: WaveParticipation, second: WaveParticipation): readonly Outcome[] {
  const is = (column: Uint8Array) => (index: number) => column[index] === 1
  const inBoth = (one: Uint8Array, other: Uint8Array) => (index: number) => one[index] === 1 && other[index] === 1
  return [
    {
      name: 'first',
      label: `Antwort in ${first.wave}`,
      base: `alle in ${first.wave} Befragten`,
      of: is(first.asked),
      yes: is(first.answered),
    },
    {
      name: 'second',
      label: `Antwort in ${second.wave}`,
      base: `alle in ${second.wave} Befragten`,
      of: is(second.asked),
      yes: is(second.answered),
    },
    {
      name: 'stayed',
      label: 'Verbleib',
      base: `alle, die in ${first.wave} geantwortet haben und in ${second.wave} befragt wurden`,
      of: inBoth(first.answered, second.asked),
      yes: is(second.answered),
    },
    {
      name: 'both',
      label: 'Antwort in beiden',
      base: 'alle in beiden Wellen Befragten',
      of: inBoth(first.asked, second.asked),
      yes: inBoth(first.answered, second.answered),
    },
  ]
}

export interface Rate {
  yes: number
  of: number
  /** Of the share yes / of, by Wilson. */
  interval: Interval | NotDefined
}

export function rateOf(outcome: Outcome, indices: readonly number[], level: number): Rate {
  const could = indices.filter((index) => outcome.of(index))
  const yes = could.filter((index) => outcome.yes(index)).length
  return { yes, of: could.length, interval: wilsonInterval(yes, could.length, level) }
}
