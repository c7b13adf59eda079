import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'

/** A sum over Kommunen, and the same with the team of each Verbund counted once. */
export interface OncePerVerbund {
  overKommunen: Told<number>
  /** Of each Verbund the largest figure of its Kommunen. */
  oncePerVerbund: Told<number>
  /** In how many Verbünde several Kommunen gave a figure. */
  several: Told<number>
}

/**
 * Sums what Kommunen said of those who work for them, once for each Verbund: all its Kommunen count the same team, so the largest of
 * their figures is the team as far as anybody said. A Kommune without a Verbund stands for itself. The difference of the two sums tells
 * of the Verbünde in which several answered; of fewer than three of these nothing is told.
 */
export function oncePerVerbund(
  figures: readonly { value: number; verbund: string | undefined; unit: string }[],
): OncePerVerbund {
  const largest = new Map<string, { value: number; count: number }>()
  for (const { value, verbund, unit } of figures) {
    const key = verbund ?? unit
    const before = largest.get(key)
    largest.set(key, {
      value: before === undefined ? value : Math.max(before.value, value),
      count: (before?.count ?? 0) + 1,
    })
  }
  const several = [...largest.values()].filter(({ count }) => count > 1).length
  const overKommunen = figures.reduce((sum, { value }) => sum + value, 0)
  const once = [...largest.values()].reduce((sum, { value }) => sum + value, 0)
  if (isFew(figures.length) || isFew(largest.size))
    return { overKommunen: hidden, oncePerVerbund: hidden, several: hidden }
  if (isFew(several)) return { overKommunen, oncePerVerbund: hidden, several: hidden }
  return { overKommunen, oncePerVerbund: once, several }
}
