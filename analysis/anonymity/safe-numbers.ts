import { fewest } from '../disclosure/fewest.ts'
import { closeGroups } from './close-groups.ts'
import type { Answers, Cell } from './given.ts'

/** What became of a column. */
export interface Treated {
  values: Cell[]
  /** Cells that were taken out. */
  suppressed: Set<number>
  topCoded: number
}

/**
 * Numbers of one class: the greatest two of each column come down to the third, so that no mean tells of one large Kommune; then
 * each group of `k` that are alike has their mean instead of their own. Where fewer than three of a group gave a number, it is taken out.
 */
export function safeNumbers(
  answers: readonly Answers[],
  treated: readonly Treated[],
  indices: readonly number[],
  k: number,
): number {
  const cut = answers.map(({ values }, column) => topCoded(values, indices, treated[column] as Treated))
  const groups = closeGroups(cut, indices, k)
  for (const group of groups)
    for (const [column, values] of cut.entries()) {
      const { values: out, suppressed } = treated[column] as Treated
      const there = group.filter((index) => typeof values[index] === 'number')
      const isFew = there.length < fewest
      const mean = isFew
        ? null
        : rounded(there.reduce((sum, index) => sum + (values[index] as number), 0) / there.length)
      for (const index of there) {
        out[index] = mean
        if (isFew) suppressed.add(index)
      }
    }
  return groups.length
}

function topCoded(values: readonly Cell[], indices: readonly number[], treated: Treated): (number | null)[] {
  const there = indices.flatMap((index) => (typeof values[index] === 'number' ? [values[index]] : [])) as number[]
  const most = there.sort((a, b) => b - a)[fewest - 1] ?? Number.POSITIVE_INFINITY
  const cut: (number | null)[] = values.map(() => null)
  for (const index of indices) {
    const value = values[index]
    if (typeof value !== 'number') continue
    cut[index] = Math.min(value, most)
    if (value > most) treated.topCoded += 1
  }
  return cut
}

/** Three digits, and of small numbers one place behind the point: more would be a sum that somebody can take apart. */
function rounded(value: number): number {
  const size = Math.abs(value) < 100 ? 0.1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2)
  return Number((Math.round(value / size) * size).toFixed(1))
}
