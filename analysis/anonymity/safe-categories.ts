import { fewest } from '../disclosure/fewest.ts'
import { groupBy } from './classes.ts'
import type { Answers } from './given.ts'
import type { Treated } from './safe-numbers.ts'

/**
 * What fewer than three of a class answered is taken out, and as many others of the class with it as it takes that three are hidden
 * who did not all answer the same. `indices` stand in the drawn order: always the first ones go.
 */
export function safeCategories(
  { values }: Answers,
  { values: out, suppressed }: Treated,
  indices: readonly number[],
): void {
  const given = indices.filter((index) => values[index] !== null)
  for (const index of given) out[index] = values[index] as string | number
  const groups = [...groupBy(given, (index) => String(values[index])).values()].sort((a, b) => a.length - b.length)
  const few = groups.filter(({ length }) => length < fewest)
  if (few.length === 0) return
  const hidden = few.flat()
  const others = groups.slice(few.length).flat()
  for (const index of [...hidden, ...others.slice(0, Math.max(0, fewest - hidden.length))]) {
    out[index] = null
    suppressed.add(index)
  }
}
