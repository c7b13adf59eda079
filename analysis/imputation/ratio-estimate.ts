import { fewest } from '../disclosure/fewest.ts'
import type { Imputed } from './method.ts'

interface Estimate {
  method: 'vorwelle' | 'verhaeltnis'
  /** By unit: what was given, and what it goes with: the number of the last wave, or the inhabitants. */
  given: readonly (number | undefined)[]
  beside: readonly (number | undefined)[]
  /** By unit: its group. */
  groups: readonly string[]
}

interface Factor {
  factor: number
  group: string
  units: number
}

/**
 * The ratio estimate of a value that is missing (Cochran 1977, Sampling Techniques, chapter 6), within the group of the unit:
 *
 *   ŷᵢ = xᵢ · Σ y / Σ x     over the units of the group in which both are known
 *
 * With x of the last wave it is the change of the group, with inhabitants the ratio to them. Where a group has fewer than three such
 * units, the sums go over all. Undefined where x is missing, or Σ x is 0.
 */
export function ratioEstimate({ method, given, beside, groups }: Estimate): (index: number) => Imputed | undefined {
  const sums = new Map<string, { y: number; x: number; units: number }>()
  for (const [index, y] of given.entries()) {
    const x = beside[index]
    if (y === undefined || x === undefined) continue
    for (const group of new Set(['', groups[index] ?? ''])) {
      const sum = sums.get(group) ?? { y: 0, x: 0, units: 0 }
      sums.set(group, { y: sum.y + y, x: sum.x + x, units: sum.units + 1 })
    }
  }
  const factorOf = (group: string): Factor | undefined => {
    const { y, x, units } = sums.get(group) ?? { y: 0, x: 0, units: 0 }
    if (units >= fewest && x > 0) return { factor: y / x, group, units }
    return group === '' ? undefined : factorOf('')
  }
  return (index) => {
    const of = beside[index]
    const found = of === undefined ? undefined : factorOf(groups[index] ?? '')
    if (of === undefined || found === undefined) return undefined
    return { value: of * found.factor, origin: { method, of, ...found } }
  }
}
