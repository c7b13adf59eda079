import type { Behind } from '../disclosure/behind.ts'
import { hidden, isTold, type Told } from '../disclosure/hidden.ts'
import type { Division } from '../disclosure/known-units.ts'
import { tellsBy } from '../disclosure/what-follows.ts'
import type { Grouping } from '../groups/grouping.ts'
import { type Members, membersOf, withoutSmall } from '../groups/members.ts'
import { type ChiSquareTest, chiSquareTest } from '../stats/chi-square-test.ts'
import { holm } from '../stats/holm.ts'
import { confidenceLevel, type Interval } from '../stats/interval.ts'
import { mean } from '../stats/mean.ts'
import { median } from '../stats/median.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'
import { type PatternOutcome, PatternTable, type Way } from './disclose-patterns.ts'
import type { WaveParticipation } from './participation.ts'
import type { Covariate } from './participation-model.ts'

/** How often some of those who could did; hidden where it must not be told. */
export interface PatternRate {
  yes: Told<number>
  of: Told<number>
  interval: Told<Interval | NotDefined>
}

/** Who answered which of several waves. */
export interface Patterns {
  waves: string[]
  units: number
  /** Each way to take part, `101`: a 1 for each wave that was answered; those that nobody took too, for a 0 says who did the others. */
  patterns: { pattern: string; count: Told<number> }[]
  /** Of those who were asked in each wave, how many answered it. */
  answered: PatternRate[]
  /** Of those who have answered all waves so far and were asked in the next, how many answered that too; first: of all who were asked. */
  stages: PatternRate[]
  /** Of those who answered one wave and were asked in another, how many answered that. */
  stayed: ({ from: string; to: string } & PatternRate)[]
  characteristics: PatternCharacteristic[]
  covariates: PatternCovariate[]
}

export interface PatternCharacteristic {
  name: string
  label: string
  classes: PatternClass[]
  /** Whether the classes shown differ in how they took part. */
  test: (ChiSquareTest & { pHolm: number }) | NotDefined
}

interface PatternClass extends Pick<Members, 'code' | 'label' | 'merged'> {
  units: number
  /** In the order of the patterns of all. */
  counts: Told<number>[]
}

interface PatternCovariate {
  name: string
  label: string
  /** In the order of the patterns of all; nothing where a pattern has few, or of few of it nothing is known. */
  patterns: ({ n: number; mean: number | NotDefined; median: number | NotDefined } | undefined)[]
}

interface PatternTask {
  waves: readonly WaveParticipation[]
  indices: readonly number[]
  /** Classes to be shown; the coarse ones come first. */
  characteristics: readonly Grouping[]
  covariates: readonly Covariate[]
  behind?: Behind
  level?: number
}

/** Beyond that there are too many ways to take part to be read. */
export const mostPatternWaves = 6

/** From all waves answered to none. */
export const allPatterns = (waves: number): string[] =>
  Array.from({ length: 2 ** waves }, (_one, at) => (2 ** waves - 1 - at).toString(2).padStart(waves, '0'))

/** `101`: the waves that a unit answered. */
export const patternIn =
  (waves: readonly WaveParticipation[]) =>
  (index: number): string =>
    waves.map(({ answered }) => (answered[index] === 1 ? '1' : '0')).join('')

export function participationPatterns(task: PatternTask): Patterns {
  const { waves, indices, behind, level = confidenceLevel } = task
  const patternOf = patternIn(waves)
  const names = allPatterns(waves.length)
  const ways = waysIn(waves, indices)
  const outcomes = ratesIn(waves)
  const table = new PatternTable(
    ways,
    outcomes.filter(({ kind }) => kind === 'answered'),
    behind,
  )
  const rates = outcomes.map((one) => ({ ...one, places: table.addRate(one) }))
  const rate = ({ places }: (typeof rates)[number]): PatternRate => {
    const [yes, of] = [table.tell(places.yes), table.tell(places.of)]
    return { yes, of, interval: isTold(yes) && isTold(of) ? wilsonInterval(yes, of, level) : hidden }
  }
  const of = (kind: (typeof rates)[number]['kind']) => rates.filter((one) => one.kind === kind)
  const patterns = names.map((pattern) => ({ pattern, count: table.tellPattern(pattern) }))
  const characteristics = classesOf(task, table.counted(patternOf)).map(({ classes, ...one }) => ({
    ...one,
    classes: classes.map(({ indices: own, ...group }) => ({
      ...group,
      units: own.length,
      counts: patterns.map(({ pattern, count }) =>
        isTold(count) ? own.filter((index) => patternOf(index) === pattern).length : count,
      ),
    })),
  }))
  return {
    waves: waves.map(({ wave }) => wave),
    units: indices.length,
    patterns,
    answered: of('answered').map(rate),
    stages: of('stages').map(rate),
    stayed: of('stayed').map((one) => ({ from: one.from, to: one.to, ...rate(one) })),
    characteristics: withTests(characteristics),
    covariates: task.covariates.map(({ name, label, values }) => ({
      name,
      label,
      patterns: patterns.map(({ pattern, count }) => {
        const own = indices.filter((index) => patternOf(index) === pattern)
        return isTold(count) ? summaryOf(table, own, values) : undefined
      }),
    })),
  }
}

function ratesIn(waves: readonly WaveParticipation[]): PatternOutcome[] {
  const names = waves.map(({ wave }) => wave)
  const asked = (at: number) => (way: Way) => way.asked[at] === '1'
  const answered = (at: number) => (way: Way) => way.pattern[at] === '1'
  const all = (upTo: number) => (way: Way) => way.pattern.startsWith('1'.repeat(upTo))
  return [
    ...names.map((wave, at) => ({
      ...{ kind: 'answered' as const, from: wave, to: wave },
      ...{ of: asked(at), yes: answered(at) },
    })),
    ...names.map((wave, at) => ({
      ...{ kind: 'stages' as const, from: names[0] ?? '', to: wave },
      of: (way: Way) => asked(at)(way) && all(at)(way),
      yes: answered(at),
    })),
    ...names.flatMap((from, at) =>
      names.slice(at + 1).map((to, more) => ({
        ...{ kind: 'stayed' as const, from, to },
        of: (way: Way) => answered(at)(way) && asked(at + 1 + more)(way),
        yes: answered(at + 1 + more),
      })),
    ),
  ]
}

/** Units by what they did; a way that nobody took is one too. */
function waysIn(waves: readonly WaveParticipation[], indices: readonly number[]): Way[] {
  const patternOf = patternIn(waves)
  const askedIn = (index: number) => waves.map(({ asked }) => (asked[index] === 1 ? '1' : '0')).join('')
  const everybody = '1'.repeat(waves.length)
  const ways = new Map<string, Way & { units: number[] }>()
  for (const index of indices) {
    const way = { pattern: patternOf(index), asked: askedIn(index) }
    const key = `${way.pattern} ${way.asked}`
    const known = ways.get(key)
    if (known === undefined) ways.set(key, { ...way, units: [index] })
    else known.units.push(index)
  }
  const taken = new Set([...ways.values()].map(({ pattern }) => pattern))
  const others = allPatterns(waves.length).filter((pattern) => !taken.has(pattern))
  return [...ways.values(), ...others.map((pattern): Way => ({ pattern, asked: everybody, units: [] }))]
}

/** The classes of every characteristic as they may be told beside each other. */
function classesOf({ characteristics, indices, waves }: PatternTask, counted: Parameters<typeof tellsBy>[0]) {
  const patternOf = patternIn(waves)
  const didTheSame = ([first = 0, ...others]: readonly number[]) =>
    others.every((index) => patternOf(index) === patternOf(first))
  const shown: Division[] = []
  return characteristics
    .toSorted((a, b) => a.groups.length - b.groups.length)
    .map((grouping) => {
      const beside = { divisions: [...shown], counted, didTheSame }
      const classes = withoutSmall(membersOf(grouping, indices), tellsBy(counted), beside)
      if (classes.length > 0) shown.push(classes.map((one) => one.indices))
      return { name: grouping.name, label: grouping.label, classes }
    })
}

/** χ² of classes by patterns, over all that are told, adjusted over the characteristics by Holm. */
function withTests(characteristics: readonly Omit<PatternCharacteristic, 'test'>[]): PatternCharacteristic[] {
  const tests = characteristics.map(({ classes }) =>
    classes.length === 0
      ? notDefined('hidden')
      : chiSquareTest(classes.map(({ counts }) => counts.flatMap((one) => (isTold(one) ? [one] : [])))),
  )
  const adjusted = holm(tests.filter(isDefined).map(({ p }) => p))
  return characteristics.map((one, place) => {
    const test = tests[place] as ChiSquareTest | NotDefined
    return { ...one, test: isDefined(test) ? { ...test, pHolm: adjusted.shift() as number } : test }
  })
}

function summaryOf(table: PatternTable, own: readonly number[], values: Float64Array) {
  const known = own.filter((index) => !Number.isNaN(values[index]))
  const telling = table.tellingOf(known)
  if (telling === undefined || table.isFew(own.filter((index) => Number.isNaN(values[index])))) return undefined
  const numbers = known.map((index) => values[index] as number)
  return { n: numbers.length, mean: mean(numbers), median: telling.spread ? median(numbers) : notDefined('hidden') }
}
