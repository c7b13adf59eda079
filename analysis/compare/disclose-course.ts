import { type Behind, countBehind } from '../disclosure/behind.ts'
import type { CountTable, Place } from '../disclosure/count-table.ts'
import { type Telling, tellingOf } from '../disclosure/enough.ts'
import { fewest } from '../disclosure/fewest.ts'
import { hidden } from '../disclosure/hidden.ts'
import { singledOut } from '../disclosure/singled-out.ts'
import type { Members } from '../groups/members.ts'
import { hasValue } from '../panel/column.ts'
import type { AnswerMapping } from '../panel/common-answers.ts'
import { countClusters } from './backing.ts'
import type {
  ComputedCourse,
  ComputedPoint,
  Course,
  CourseGroup,
  CourseLevel,
  CoursePoint,
  ToldLevel,
} from './course.ts'
import type { SumsTold } from './course-sums.ts'
import { type CategoryPlaces, tellDistribution } from './disclose-categories.ts'
import { tellEstimates } from './disclose-estimates.ts'
import { tellLevel } from './disclose-level.ts'
import { levelOf } from './level.ts'

/** A course with what decides of it, and the steps that are told beside it. */
export interface CourseParts extends ComputedCourse {
  told: SumsTold
  behind: Behind
  clusterOf: Behind
}

interface PlacedStep {
  from: string
  to: string
  mapping?: AnswerMapping | undefined
  places?: CategoryPlaces | undefined
}

/** By point: the places of the counts of its categories. */
export interface CoursePlaces {
  all: Place[][]
  balanced?: Place[][]
}

/** Units by the waves that they answered, `101`. */
function byPattern(points: readonly ComputedPoint[], indices: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const index of indices) {
    const pattern = points.map(({ values }) => (hasValue(values.result, index) ? '1' : '0')).join('')
    const own = found.get(pattern)
    if (own === undefined) found.set(pattern, [index])
    else own.push(index)
  }
  return found
}

/**
 * Counts of a course among those of its steps. All that is told of a category in a wave is made of those who gave that answer, by the
 * waves that they answered: how many these are follows, and so it stands in the table.
 */
export function placeCourse(
  table: CountTable,
  { points, balanced, behind }: CourseParts,
  steps: readonly PlacedStep[],
): CoursePlaces | undefined {
  if (points.some(({ all }) => all.kind !== 'category')) return undefined
  const isAlike = steps.every(({ mapping }) => mapping === undefined)
  const own = new Set(balanced)
  const add = (units: readonly number[]) => table.add(units.length, { contributors: countBehind(units, behind) })
  const placed = points.map((point): { all: Place[]; balanced?: Place[] } => {
    const { wave, given, values, categories } = point
    const patterns = byPattern(points, given)
    const says = (category: number) => (index: number) => values.result.values[index] === category
    const all = categories.map((_one, category) => add(given.filter(says(category))))
    table.sum(all, table.know(given.length))
    const atoms = [...patterns].map(([pattern, units]) => {
      const places = categories.map((_one, category) => {
        const some = units.filter(says(category))
        return table.imply(some.length, { contributors: countBehind(some, behind) })
      })
      table.sum(places, table.know(units.length))
      return { pattern, places }
    })
    const partsOf = (category: number, is: (pattern: string) => boolean) =>
      atoms.flatMap(({ pattern, places }) => (is(pattern) ? [places[category] as Place] : []))
    for (const [category, place] of all.entries())
      table.sum(
        partsOf(category, () => true),
        place,
      )
    for (const { from, to, mapping, places } of steps) {
      if (places === undefined || (from !== wave && to !== wave)) continue
      const { lists } = places
      const [everybody, pairs] = from === wave ? [lists.allBefore, lists.before] : [lists.allAfter, lists.after]
      if (mapping !== undefined) {
        const side = from === wave ? 'before' : 'after'
        for (const [common, codes] of mapping.categories.entries())
          table.sum(
            categories.flatMap(({ code }, category) => (codes[side].includes(code) ? [all[category] as Place] : [])),
            everybody[common] as Place,
          )
        continue
      }
      const other = points.findIndex((one) => one.wave === (from === wave ? to : from))
      for (const [category, place] of all.entries()) {
        table.sum([place], everybody[category] as Place)
        table.sum(
          partsOf(category, (pattern) => pattern[other] === '1'),
          pairs[category] as Place,
        )
      }
    }
    if (!isAlike || points.length < fewestWaves) return { all }
    const every = categories.map((_one, category) => {
      const place = add(given.filter((index) => own.has(index) && says(category)(index)))
      table.sum(
        partsOf(category, (pattern) => !pattern.includes('0')),
        place,
      )
      return place
    })
    return { all, balanced: every }
  })
  const every = placed.flatMap((one) => (one.balanced === undefined ? [] : [one.balanced]))
  return { all: placed.map(({ all }) => all), ...(every.length === placed.length && { balanced: every }) }
}

/** With two waves those who answered both are the pairs. */
export const fewestWaves = 3

export function tellCourse(table: CountTable, course: CourseParts, places: CoursePlaces | undefined): Course {
  const { points, waves, balanced, told, isOfficial, behind } = course
  const isFew = countBehind(balanced, behind) < fewest && balanced.length > 0
  const placeOf = new Map(points.map(({ wave }, at) => [wave, at]))
  return {
    balanced: isFew ? hidden : balanced.length,
    ...(course.weighted && { weighted: course.weighted }),
    ...(told.groups.length > 0 && { groups: told.groups.map((one) => tellGroup(one, course)) }),
    points: waves.map((wave): CoursePoint => {
      const at = placeOf.get(wave)
      const point = at === undefined ? undefined : points[at]
      if (at === undefined || point === undefined) return { wave, isAsked: false }
      const isCategory = point.all.kind === 'category'
      const isAllTold = isOfficial || told.levels.get(wave) === true
      const isBalancedTold =
        points.length >= fewestWaves &&
        (isOfficial || (told.balanced && (!isCategory || places?.balanced !== undefined)))
      const weighted = weightedTold(course, point, { all: isAllTold, balanced: isBalancedTold })
      const tell = (level: CourseLevel, own: readonly number[], of: 'all' | 'balanced') =>
        tellOne(table, level, places?.[of]?.[at], {
          ...(isOfficial ? { spread: true, quartiles: true } : tellingIn(course, own)),
          error: isOfficial || isErrorTold(course, own),
          weighted: weighted[of],
        })
      return {
        wave,
        isAsked: true,
        ...(isAllTold && { all: tell(point.all, point.given, 'all') }),
        ...(isBalancedTold && { balanced: tell(point.balanced, balanced, 'balanced') }),
        ...(point.since && { since: point.since }),
      }
    }),
  }
}

function tellGroup({ code, label, merged, indices }: Members, { points, waves }: CourseParts): CourseGroup {
  return {
    ...{ code, label, merged },
    levels: waves.map((wave) => {
      const point = points.find((one) => one.wave === wave)
      if (point === undefined) return undefined
      const { n, mean } = levelOf(point.values, indices)
      return { n, mean }
    }),
  }
}

/** By the waves that they answered: what lies in each other can be held against each other. */
const partsOf = ({ points }: CourseParts, own: readonly number[]) => [own, ...byPattern(points, own).values()]

const tellingIn = (course: CourseParts, own: readonly number[]): Telling =>
  tellingOf(...partsOf(course, own).map((some) => countBehind(some, course.behind)))

const isErrorTold = (course: CourseParts, own: readonly number[]): boolean =>
  tellingOf(...partsOf(course, own).flatMap((some) => countClusters(some, course.clusterOf))).spread

/** With each way to weight a further sum of the same answers is told: not one from which those of one or two would follow. */
function weightedTold(
  { points, balanced, told: { sets }, weighted = [] }: CourseParts,
  { wave, given }: ComputedPoint,
  isTold: { all: boolean; balanced: boolean },
): { all: boolean; balanced: boolean } {
  const count = (own: readonly number[], weightOf: (index: number) => number = () => 1) => {
    const is = new Set(own)
    return given.map((index) => (is.has(index) ? weightOf(index) : 0))
  }
  const pairs = points.flatMap((other) =>
    other.wave === wave
      ? []
      : [{ other: other.wave, own: given.filter((index) => hasValue(other.values.result, index)) }],
  )
  const weightsOf = (waves: readonly string[]) =>
    weighted.find((one) => one.waves.length === waves.length && waves.every((each) => one.waves.includes(each)))
      ?.weights
  const sums = (sets.get(wave) ?? []).map((own) => count(own))
  for (const { other, own } of pairs) {
    const weights = weightsOf([wave, other])
    if (weights !== undefined) sums.push(count(own, (index) => weights.values[index] || 0))
  }
  const told = sums.filter((sum) => sum.some((one) => one !== 0))
  const known = singledOut(told)
  const tell = (isPlainTold: boolean, own: readonly number[], waves: readonly string[]) => {
    const weights = weightsOf(waves)
    if (!isPlainTold || weights === undefined) return false
    const sum = count(own, (index) => weights.values[index] || 0)
    if ([...singledOut([...told, sum])].some((units) => !known.has(units))) return false
    told.push(sum)
    return true
  }
  const all = tell(isTold.all, given, [wave])
  return {
    all,
    balanced: tell(
      isTold.balanced,
      balanced,
      points.map((one) => one.wave),
    ),
  }
}

interface LevelTelling extends Telling {
  error: boolean
  weighted: boolean
}

function tellOne(
  table: CountTable,
  level: CourseLevel,
  places: readonly Place[] | undefined,
  { error, weighted, ...telling }: LevelTelling,
): ToldLevel {
  const isTold = (place: number) => places === undefined || table.isTold(places[place] as Place)
  const estimates = level.estimates && { estimates: tellEstimates(level.estimates, { isTold, error, weighted }) }
  if (level.kind === 'number')
    return { kind: 'number', n: level.n, level: tellLevel(level.level, telling), ...estimates }
  return {
    kind: 'category',
    n: level.n,
    distribution: tellDistribution(table, level.distribution, places ?? []),
    ...estimates,
  }
}
