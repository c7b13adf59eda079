import { type Behind, countBehind } from '../disclosure/behind.ts'
import { isFew } from '../disclosure/fewest.ts'
import type { Told } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import { type Members, membersOf, withoutSmall } from '../groups/members.ts'
import { givenValues, hasValue, type WaveValues } from '../panel/column.ts'
import type { Comparability } from '../panel/comparability.ts'
import type { Category, PanelVariable } from '../panel/variable.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import { type Distribution, distributionOf } from './compare-categories.ts'
import type { ToldEstimates } from './disclose-estimates.ts'
import { type Estimates, estimatesOf } from './estimate.ts'
import { type Level, levelOf } from './level.ts'
import { type CompareOptions, defaults, optionsFor } from './options.ts'
import type { Drawn, Population } from './population.ts'
import type { ToldDistribution } from './told-distribution.ts'

/** Where a variable stands in each of several waves, as far as it may be told. */
export interface Course {
  points: CoursePoint[]
  /** How many have a value in every wave that asks. */
  balanced: Told<number>
  /** Which weights each set of waves has; not there without weights. */
  weighted?: WeightedSet[]
  /** Of a number: the same groups in every wave; not there without groups, or where they cannot be told. */
  groups?: CourseGroup[]
}

/** Where a group stands in each wave, among all of it who have a value there; nothing of a wave that does not ask. */
export interface CourseGroup extends Pick<Members, 'code' | 'label' | 'merged'> {
  levels: ({ n: number; mean: number | NotDefined } | undefined)[]
}

/** Who answered some waves, and what weights make them stand for all who were asked. */
export interface WeightedSet {
  waves: readonly string[]
  /** Undefined where there are none: of some weights there are none for one wave, or for more than two. */
  weights?: NonNullable<CompareOptions['weights']>
}

export interface CoursePoint {
  wave: string
  /** Of a wave that does not ask there is nothing else. */
  isAsked: boolean
  /** All who have a value in the wave, and those of them who have one in every wave. */
  all?: ToldLevel
  balanced?: ToldLevel
  /** What leads here from the wave before it that asked. */
  since?: Since
}

export interface Since {
  wave: string
  comparability: Comparability
  /** Whether a line leads from there to here: no wave in between left the question out, and it means the same. */
  isContinued: boolean
}

/** Where it stands among some, and what that says of all who are meant. */
export type CourseLevel = { n: number } & (
  | { kind: 'number'; level: Level; estimates?: Estimates }
  | { kind: 'category'; distribution: Distribution; estimates?: Estimates }
)

export type ToldLevel = { n: number } & (
  | { kind: 'number'; level: Level; estimates?: ToldEstimates }
  | { kind: 'category'; distribution: ToldDistribution; estimates?: ToldEstimates }
)

export interface ComputedPoint {
  wave: string
  values: WaveValues
  categories: readonly Category[]
  /** Who has a value. */
  given: readonly number[]
  all: CourseLevel
  balanced: CourseLevel
  since?: Since
}

/** The same before it is decided what may be told. */
export interface ComputedCourse {
  /** The waves that ask. */
  points: readonly ComputedPoint[]
  waves: readonly string[]
  balanced: readonly number[]
  isOfficial: boolean
  weighted?: WeightedSet[]
  groups?: readonly Members[]
}

export interface CourseTask {
  variable: PanelVariable
  categories: readonly Category[]
  waves: readonly { wave: string; values: WaveValues }[]
  indices: readonly number[]
  options: CompareOptions
  grouping?: Grouping | undefined
  behind?: Behind
  comparability(from: string, to: string): Comparability
}

/** Whether figures before and after mean the same, so that a line may lead from the one to the other. */
export const isContinued = ({ status, mapping }: Comparability): boolean =>
  (status === 'same' || status === 'reworded') && mapping === undefined

export function computeCourse(task: CourseTask): ComputedCourse {
  const { variable, waves, indices, options, comparability } = task
  const asking = waves.filter(({ wave }) => variable.asked.has(wave))
  const names = asking.map(({ wave }) => wave)
  const has =
    ({ values }: { values: WaveValues }) =>
    (index: number) =>
      hasValue(values.result, index)
  const balanced = indices.filter((index) => asking.every((one) => has(one)(index)))
  return {
    waves: waves.map(({ wave }) => wave),
    balanced,
    isOfficial: variable.indicator !== undefined,
    points: asking.map(({ wave, values }, place): ComputedPoint => {
      const given = indices.filter(has({ values }))
      const before = asking[place - 1]?.wave
      const lies = before === undefined ? undefined : comparability(before, wave)
      const isNext = waves.findIndex((one) => one.wave === wave) - waves.findIndex((one) => one.wave === before) === 1
      return {
        ...{ wave, values, given, categories: task.categories },
        all: levelIn(task, values, given, [wave]),
        balanced: levelIn(task, values, balanced, names),
        ...(before !== undefined &&
          lies && { since: { wave: before, comparability: lies, isContinued: isNext && isContinued(lies) } }),
      }
    }),
    ...(task.grouping && variable.kind === 'number' && { groups: groupsOf(task, task.grouping, asking.map(has)) }),
    ...(options.weightsBySet && { weighted: setsOf(names).map((set) => ({ waves: set, ...weightsIn(options, set) })) }),
  }
}

/** Put together until in no wave few of a group have a value. */
function groupsOf(
  { indices, behind }: CourseTask,
  grouping: Grouping,
  kinds: readonly ((index: number) => boolean)[],
): Members[] {
  const few = (own: readonly number[]) => isFew(countBehind(own, behind))
  return withoutSmall(membersOf(grouping, indices), (own) => few(own) || kinds.some((is) => few(own.filter(is))))
}

const weightsIn = (options: CompareOptions, waves: readonly string[]) => {
  const { weights } = optionsFor(options, waves)
  return weights === undefined ? {} : { weights }
}

/** Each wave, each two of them, and all. */
export function setsOf(waves: readonly string[]): string[][] {
  const pairs = waves.flatMap((from, place) => waves.slice(place + 1).map((to) => [from, to]))
  return [...waves.map((wave) => [wave]), ...pairs, ...(waves.length > 2 ? [[...waves]] : [])]
}

/** The level of those who have a value in some waves, in one of these. */
function levelIn(
  { variable, categories, indices, options }: CourseTask,
  values: WaveValues,
  own: readonly number[],
  waves: readonly string[],
): CourseLevel {
  const { weights, population, level = defaults.level } = optionsFor(options, waves)
  const part = { indices: own, all: indices, level, weights, drawn: drawnOf(population, waves, indices, own.length) }
  const isOfficial = variable.indicator !== undefined
  const estimates = (of: 'mean' | number) => (isOfficial ? {} : { estimates: estimatesOf(values, part, of) })
  if (variable.kind === 'number')
    return { kind: 'number', n: own.length, level: levelOf(values, own), ...estimates('mean') }
  const distribution = distributionOf(givenValues(values.result, own), categories, level)
  return { kind: 'category', n: own.length, distribution, ...estimates(categories.length) }
}

/** Who was asked in all these waves, or a process. */
function drawnOf(
  population: Population | undefined,
  waves: readonly string[],
  indices: readonly number[],
  pairs: number,
): Drawn {
  if (population?.kind !== 'asked') return population?.clusters === undefined ? {} : { clusters: population.clusters }
  const { frame, asked } = population
  const of = frame.filter((index) => waves.every((wave) => asked.get(wave)?.[index] === 1)).length
  return { observed: { pairs, of }, isOfWhole: frame.length === indices.length }
}
