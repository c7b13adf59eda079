import { assertPaired } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

export interface TransitionTable {
  categories: string[]
  n: number
  /** counts[i][j]: pairs that were i before and are j after. */
  counts: number[][]
  before: number[]
  after: number[]
  /** Of those that were i before, the share that is j after. */
  shares: (number[] | NotDefined)[]
  unchanged: number
}

/**
 * Table of transitions between the categories of two waves.
 *
 *   nᵢⱼ = #{k: beforeₖ = i, afterₖ = j},   share nᵢⱼ/nᵢ₊
 *
 * Assumes one category per pair and wave. The shares of a row are undefined where nobody was in it. R: table(before,
 * after).
 * @example transitionTable(['a', 'a', 'b'], ['a', 'b', 'b'], ['a', 'b']).counts // [[1, 1], [0, 1]]
 */
export function transitionTable(
  before: readonly string[],
  after: readonly string[],
  categories: readonly string[],
): TransitionTable {
  assertPaired(before, after)
  const places = new Map(categories.map((category, place) => [category, place]))
  const placeOf = (category: string) => {
    const place = places.get(category)
    if (place === undefined) throw new RangeError(`'${category}' is none of the categories ${categories.join(', ')}`)
    return place
  }
  const counts = categories.map(() => categories.map(() => 0))
  for (const [pair, category] of before.entries()) {
    const row = counts[placeOf(category)] as number[]
    const column = placeOf(after[pair] as string)
    row[column] = (row[column] as number) + 1
  }
  const total = (row: readonly number[]) => row.reduce((all, count) => all + count, 0)
  return {
    categories: [...categories],
    n: before.length,
    counts,
    before: counts.map(total),
    after: categories.map((_, column) => total(counts.map((row) => row[column] as number))),
    shares: counts.map((row) => (total(row) === 0 ? notDefined('no-values') : row.map((count) => count / total(row)))),
    unchanged: total(counts.map((row, place) => row[place] as number)),
  }
}
