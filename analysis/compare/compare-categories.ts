import { countReasons, givenValues, type WaveValues } from '../panel/column.ts'
import type { Category } from '../panel/variable.ts'
import { yesNo } from '../panel/variable.ts'
import { changeShares } from '../stats/change-shares.ts'
import type { Interval } from '../stats/interval.ts'
import { mcnemarTest } from '../stats/mcnemar-test.ts'
import { type NotDefined, notDefined } from '../stats/not-defined.ts'
import type { pairedChange } from '../stats/paired-change.ts'
import { stuartMaxwellTest } from '../stats/stuart-maxwell-test.ts'
import { type TransitionTable, transitionTable } from '../stats/transition-table.ts'
import type { weightedPairedChange } from '../stats/weighted-paired-change.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'
import { type Missing, pairsOf } from './compare-numbers.ts'
import { type CompareOptions, defaults } from './options.ts'
import { changeOf, type PairedPart } from './paired-part.ts'
import type { Observed } from './population.ts'
import { weightedChange } from './weighted-change.ts'

/** How often each category occurs in a wave. */
export interface Distribution {
  n: number
  categories: {
    code: string
    label: string
    count: number
    share: number | NotDefined
    interval: Interval | NotDefined
  }[]
}

export interface CategoryComparison {
  kind: 'category'
  units: number
  /** All who have a value in the wave. */
  before: Distribution
  after: Distribution
  pairs: { n: number; before: Distribution; after: Distribution }
  missing: Missing
  transitions: TransitionTable
  stuartMaxwell: ReturnType<typeof stuartMaxwellTest>
  /** Of those who were asked, where the figures speak of them: what the errors are corrected by. */
  observed?: Observed
  /**
   * Of yes and no: change of the share of yes in percentage points, and McNemar's test. That is the test of a process of independent
   * units; where figures speak of anything else, `isExact` is not so, and the change has a test of its own.
   */
  yes?: {
    isExact: boolean
    change: ReturnType<typeof pairedChange>
    shares: ReturnType<typeof changeShares>
    mcnemar: ReturnType<typeof mcnemarTest>
  }
  /** With weights, where they are given: of each category the share in per cent and its change; without unweighted pairs. */
  weighted?: { code: string; label: string; change: ReturnType<typeof weightedPairedChange> }[]
}

/** Compares a category between two waves among some units; values are places in the list of categories. */
export function compareCategories(
  before: WaveValues,
  after: WaveValues,
  indices: readonly number[],
  categories: readonly Category[],
  { level = defaults.level, weights, all = indices, drawn = {} }: CompareOptions = {},
): CategoryComparison {
  const paired = pairsOf(before, after, indices)
  const first = givenValues(before.result, paired)
  const second = givenValues(after.result, paired)
  const codes = categories.map(({ code }) => code)
  const coded = (values: readonly number[]) => values.map((value) => codes[value] as string)
  const transitions = transitionTable(coded(first), coded(second), codes)
  const spread = (values: readonly number[]) => distributionOf(values, categories, level)
  return {
    kind: 'category',
    units: indices.length,
    before: spread(givenValues(before.result, indices)),
    after: spread(givenValues(after.result, indices)),
    pairs: { n: paired.length, before: spread(first), after: spread(second) },
    missing: { before: countReasons(before.result, indices), after: countReasons(after.result, indices) },
    transitions,
    stuartMaxwell: stuartMaxwellTest(transitions.counts),
    ...(weights === undefined
      ? {}
      : {
          weighted: categories.map(({ code, label }, place) => {
            const isThis = (value: number) => (value === place ? 100 : 0)
            return {
              code,
              label,
              change: weightedChange(before, after, { weights, all, indices, level, drawn }, isThis),
            }
          }),
        }),
    ...(categories === yesNo ? { yes: changeOfYes(first, second, transitions, { paired, level, drawn }) } : {}),
    ...(drawn.observed && { observed: drawn.observed }),
  }
}

function changeOfYes(
  first: readonly number[],
  second: readonly number[],
  { counts }: TransitionTable,
  part: PairedPart,
): NonNullable<CategoryComparison['yes']> {
  const percent = (values: readonly number[]) => values.map((value) => 100 * value)
  return {
    isExact: part.drawn.observed === undefined && part.drawn.clusters === undefined,
    change: changeOf(percent(first), percent(second), part),
    shares: changeShares(first, second, part.level),
    mcnemar: mcnemarTest(counts[0]?.[1] ?? 0, counts[1]?.[0] ?? 0),
  }
}

export function distributionOf(
  values: readonly number[],
  categories: readonly Category[],
  level: number,
): Distribution {
  const n = values.length
  const counts = categories.map(() => 0)
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return {
    n,
    categories: categories.map(({ code, label }, place) => {
      const count = counts[place] as number
      return {
        code,
        label,
        count,
        share: n === 0 ? notDefined('no-values') : (100 * count) / n,
        interval: wilsonInterval(count, n, level),
      }
    }),
  }
}
