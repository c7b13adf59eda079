import { isTold } from '../disclosure/hidden.ts'
import { hasValue, type WaveValues } from '../panel/column.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import { clusteredDifferences } from '../stats/clustered-differences.ts'
import { domainContributions } from '../stats/domain-contributions.ts'
import { type DifferenceTest, type GroupMeans, groupDifferences } from '../stats/group-differences.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { type PairDifference, pairDifference } from '../stats/pair-difference.ts'
import { totalCovariance } from '../stats/total-covariance.ts'
import { type Drawn, fractionOf } from './population.ts'
import type { Compared } from './results.ts'
import { type Change, shownChange } from './shown-change.ts'
import { isCorrected, weightedSample } from './weighted-change.ts'

/** A group whose change and error are told: only what is told is held against others. */
export interface HeldGroup {
  code: string
  indices: readonly number[]
  drawn: Drawn
  change: Change & { se: number; test: { df: number } }
}

/** The change of a group with its error, where both are told and there is one. */
export function heldChange({ result }: Compared): HeldGroup['change'] | undefined {
  const shown = result && shownChange(result)
  if (shown === undefined || !isTold(shown) || !isDefined(shown)) return undefined
  const { se, test } = shown
  return isDefined(se) && se > 0 && isDefined(test) ? { ...shown, se, test } : undefined
}

interface Held {
  before: WaveValues
  after: WaveValues
  /** Makes a number of a value, where not the value itself is meant. */
  of(value: number): number
  weights: PanelWeights | undefined
  all: readonly number[]
  level: number
}

export interface Tests {
  joint: DifferenceTest | NotDefined
  pair(first: number, second: number): PairDifference | NotDefined
}

/** Holds the changes of groups against each other, as they are shown: with weights, or with clusters, they may hang together. */
export function differencesOf(groups: readonly HeldGroup[], held: Held): Tests {
  const { weights, level } = held
  const [clusters] = groups.flatMap(({ drawn }) => drawn.clusters ?? [])
  if (weights === undefined && clusters !== undefined) {
    const isPair = (index: number) => [held.before, held.after].every(({ result }) => hasValue(result, index))
    const pairs = groups.flatMap(({ code, indices }) => indices.filter(isPair).map((index) => ({ code, index })))
    const tests = clusteredDifferences(
      pairs.map(({ index }) => changeIn(held, index)),
      pairs.map(({ code }) => code),
      pairs.map(({ index }) => clusters.of[index] ?? ''),
    )
    const codeOf = (place: number) => (groups[place] as HeldGroup).code
    return { joint: tests.joint, pair: (first, second) => tests.pair(codeOf(first), codeOf(second), level) }
  }
  const means: GroupMeans = {
    means: groups.map(({ change }) => change.change),
    covariance: weights === undefined ? apart(groups) : together(groups, held, weights),
    dfs: groups.map(({ change }) => change.test.df),
  }
  return { joint: groupDifferences(means), pair: (first, second) => pairDifference(means, [first, second], level) }
}

const changeIn = ({ before, after, of }: Held, index: number) =>
  of(after.result.values[index] as number) - of(before.result.values[index] as number)

const apart = (groups: readonly HeldGroup[]) =>
  groups.map(({ change }, row) => groups.map((_, column) => (row === column ? change.se ** 2 : 0)))

/** Weighted means of one sample hang together by the margins that they were fitted to. */
function together(groups: readonly HeldGroup[], held: Held, weights: PanelWeights): number[][] {
  const samples = groups.map(({ indices, drawn }) => ({
    // A correction of its own belongs to what a group adds, since another group has another.
    own: isCorrected(weights) && drawn.isOfWhole === false ? Math.sqrt(1 - fractionOf(drawn)) : undefined,
    ...weightedSample(held.before, held.after, { ...held, weights, indices, drawn }),
  }))
  const [first] = samples
  const contributions = samples.map(({ places, weights: weight, domain, options, own = 1 }) => {
    const values = places.map((index, place) => (domain[place] ? changeIn(held, index) : 0))
    const found = domainContributions(values, weight, options)
    return isDefined(found) ? found.contributions.map((one) => own * one) : places.map(() => 0)
  })
  const { strata, fractions, clusters } = first?.options ?? {}
  const isOwn = samples.some(({ own }) => own !== undefined)
  return totalCovariance(contributions, { strata, clusters, ...(!isOwn && { fractions }) })
}
