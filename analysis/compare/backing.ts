import { type Behind, countBehind } from '../disclosure/behind.ts'
import { isFew } from '../disclosure/fewest.ts'
import { tells } from '../disclosure/merge-groups.ts'
import type { Counted } from '../disclosure/what-follows.ts'
import { hasValue, type WaveValues } from '../panel/column.ts'
import { type PanelReason, reasonNumber } from '../panel/reasons.ts'
import { pairedDifferences } from '../stats/paired-differences.ts'

type Is = (index: number) => boolean

interface Silent {
  count: number
  contributors: number
}

interface Answered {
  pairs: number[]
  onlyBefore: number[]
  onlyAfter: number[]
}

/** Who stands behind the figures of a variable in two waves: that decides what can be told of which units. */
export class Backing {
  readonly #before: WaveValues
  readonly #after: WaveValues
  readonly #behind: Behind
  readonly #clusterOf: Behind
  /** Asked for again and again of the same list. */
  readonly #split = new WeakMap<readonly number[], Answered>()

  /** With `clusterOf`, errors are made from sums of clusters. */
  constructor(before: WaveValues, after: WaveValues, behind: Behind, clusterOf?: Behind) {
    this.#before = before
    this.#after = after
    this.#behind = behind
    this.#clusterOf = clusterOf
  }

  /** Whether figures of these units would tell of fewer than three. */
  readonly tells = (indices: readonly number[]): boolean => {
    const { pairs, onlyBefore, onlyAfter } = this.#answered(indices)
    return tells([indices, [...pairs, ...onlyBefore], [...pairs, ...onlyAfter], pairs].map((some) => this.count(some)))
  }

  /** What is counted of units wherever figures of them are told. */
  get counted(): Counted {
    return { kinds: [() => true, this.isBefore, this.isAfter, this.isPair], behind: this.#behind }
  }

  /** Whether the difference between all who answered and the pairs would. */
  readonly differenceTells = (indices: readonly number[]): boolean => {
    const { onlyBefore, onlyAfter } = this.#answered(indices)
    return isFew(this.count(onlyBefore)) || isFew(this.count(onlyAfter))
  }

  /** How many stand behind the levels of all who answered, and behind those that are left without the pairs. */
  readonly behindAll = (indices: readonly number[]): number[] => {
    const { pairs, onlyBefore, onlyAfter } = this.#answered(indices)
    return [pairs, onlyBefore, onlyAfter].map((some) => this.count(some))
  }

  readonly behindPairs = (indices: readonly number[]): number[] => [this.count(this.#answered(indices).pairs)]

  /** Beside the spread of all pairs an error that is made from sums of clusters says something of these only. */
  readonly clustersOfPairs = (indices: readonly number[]): number[] =>
    countClusters(this.#answered(indices).pairs, this.#clusterOf)

  /** How many stand behind those of some units for whom something holds. */
  count(indices: readonly number[], is?: Is): number {
    return countBehind(is === undefined ? indices : indices.filter(is), this.#behind)
  }

  /** Which of some units have a value in both waves, and which in one. */
  #answered(indices: readonly number[]): Answered {
    const known = this.#split.get(indices)
    if (known !== undefined) return known
    const answered: Answered = { pairs: [], onlyBefore: [], onlyAfter: [] }
    for (const index of indices) {
      const after = this.isAfter(index)
      if (this.isBefore(index)) (after ? answered.pairs : answered.onlyBefore).push(index)
      else if (after) answered.onlyAfter.push(index)
    }
    this.#split.set(indices, answered)
    return answered
  }

  readonly before = (index: number): number | undefined => given(this.#before, index)
  readonly after = (index: number): number | undefined => given(this.#after, index)
  readonly isBefore: Is = (index) => hasValue(this.#before.result, index)
  readonly isAfter: Is = (index) => hasValue(this.#after.result, index)
  readonly isPair: Is = (index) => this.isBefore(index) && this.isAfter(index)
  readonly isOnlyBefore: Is = (index) => this.isBefore(index) && !this.isAfter(index)
  readonly isOnlyAfter: Is = (index) => this.isAfter(index) && !this.isBefore(index)

  /** How many stand behind those without a value, by the reason. */
  missing(indices: readonly number[], wave: 'before' | 'after', reason: PanelReason): number {
    const { reasons } = (wave === 'before' ? this.#before : this.#after).result
    const wanted = reasonNumber[reason]
    return this.count(indices, (index) => reasons[index] === wanted)
  }

  /** Those who took no part in a wave although they were asked: how many were not is known. */
  silent(indices: readonly number[], wave: 'before' | 'after', isAsked: Is): Silent {
    const { reasons } = (wave === 'before' ? this.#before : this.#after).result
    const silent = indices.filter((index) => isAsked(index) && reasons[index] === reasonNumber.keine_teilnahme)
    return { count: silent.length, contributors: this.count(silent) }
  }

  /** How many stand behind those who rose, those who fell and those who stayed. */
  moved(indices: readonly number[]): [number, number, number] {
    const { pairs } = this.#answered(indices)
    const valuesOf = ({ result }: WaveValues) => pairs.map((index) => result.values[index] as number)
    const changes = pairedDifferences(valuesOf(this.#before), valuesOf(this.#after))
    const [rose, fell, stayed]: [number[], number[], number[]] = [[], [], []]
    for (const [place, index] of pairs.entries()) {
      const change = changes[place] as number
      const own = change > 0 ? rose : change < 0 ? fell : stayed
      own.push(index)
    }
    return [this.count(rose), this.count(fell), this.count(stayed)]
  }
}

/** How many clusters some units lie in, and how many of these have several of them; without clusters nothing stands in the way. */
export function countClusters(indices: readonly number[], clusterOf: Behind): number[] {
  if (clusterOf === undefined) return []
  const sizes = new Map<string, number>()
  for (const index of indices) sizes.set(clusterOf(index), (sizes.get(clusterOf(index)) ?? 0) + 1)
  return [sizes.size, [...sizes.values()].filter((size) => size > 1).length]
}

const given = ({ result }: WaveValues, index: number) => (hasValue(result, index) ? result.values[index] : undefined)
