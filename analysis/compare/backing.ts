import { type Behind, countBehind } from '../disclosure/behind.ts'
import { isFew } from '../disclosure/fewest.ts'
import { tells } from '../disclosure/merge-groups.ts'
import { hasValue, type WaveValues } from '../panel/column.ts'
import { type PanelReason, reasonNumber } from '../panel/reasons.ts'
import { pairedDifferences } from '../stats/paired-differences.ts'

type Is = (index: number) => boolean

/** Who stands behind the figures of a variable in two waves: that decides what can be told of which units. */
export class Backing {
  readonly #before: WaveValues
  readonly #after: WaveValues
  readonly #behind: Behind

  constructor(before: WaveValues, after: WaveValues, behind: Behind) {
    this.#before = before
    this.#after = after
    this.#behind = behind
  }

  /** Whether figures of these units would tell of fewer than three. */
  readonly tells = (indices: readonly number[]): boolean =>
    tells([
      this.count(indices),
      this.count(indices, (index) => this.before(index) !== undefined),
      this.count(indices, (index) => this.after(index) !== undefined),
      this.count(indices, this.isPair),
    ])

  /** Whether the difference between all who answered and the pairs would. */
  readonly differenceTells = (indices: readonly number[]): boolean =>
    isFew(this.count(indices, this.isOnlyBefore)) || isFew(this.count(indices, this.isOnlyAfter))

  /** How many stand behind the levels of all who answered, and behind those that are left without the pairs. */
  readonly behindAll = (indices: readonly number[]): number[] => [
    ...this.behindPairs(indices),
    ...[this.isOnlyBefore, this.isOnlyAfter].map((is) => this.count(indices, is)),
  ]

  readonly behindPairs = (indices: readonly number[]): number[] => [this.count(indices, this.isPair)]

  /** How many stand behind those of some units for whom something holds. */
  count(indices: readonly number[], is: Is = () => true): number {
    return countBehind(indices.filter(is), this.#behind)
  }

  readonly before = (index: number): number | undefined => given(this.#before, index)
  readonly after = (index: number): number | undefined => given(this.#after, index)
  readonly isPair: Is = (index) => this.before(index) !== undefined && this.after(index) !== undefined
  readonly isOnlyBefore: Is = (index) => this.before(index) !== undefined && this.after(index) === undefined
  readonly isOnlyAfter: Is = (index) => this.after(index) !== undefined && this.before(index) === undefined

  /** How many stand behind those without a value, by the reason. */
  missing(indices: readonly number[], wave: 'before' | 'after', reason: PanelReason): number {
    const { reasons } = (wave === 'before' ? this.#before : this.#after).result
    const wanted = reasonNumber[reason]
    return this.count(indices, (index) => reasons[index] === wanted)
  }

  /** How many stand behind those who rose, those who fell and those who stayed. */
  moved(indices: readonly number[]): [number, number, number] {
    const pairs = indices.filter(this.isPair)
    const read = (of: (index: number) => number | undefined) => pairs.map((index) => of(index) as number)
    const changes = pairedDifferences(read(this.before), read(this.after))
    const count = (is: (change: number) => boolean) =>
      this.count(pairs.filter((_index, place) => is(changes[place] as number)))
    return [count((change) => change > 0), count((change) => change < 0), count((change) => change === 0)]
  }
}

const given = ({ result }: WaveValues, index: number) => (hasValue(result, index) ? result.values[index] : undefined)
