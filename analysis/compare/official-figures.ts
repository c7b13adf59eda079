import { hasValue, type WaveValues } from '../panel/column.ts'
import { isDefined, notDefined } from '../stats/not-defined.ts'
import type { Comparison } from './compare-numbers.ts'

/**
 * One unit of each Kreis, for figures that are known of Kreise only: what exists per Kreis counts per Kreis. The first that has
 * a value in both waves, or else the first.
 */
export function onePerKreis(
  indices: readonly number[],
  units: readonly string[],
  waves: readonly WaveValues[],
): number[] {
  const chosen = new Map<string, number>()
  const known = (index: number) => waves.filter(({ result }) => hasValue(result, index)).length
  for (const index of indices) {
    const kreis = (units[index] ?? '').slice(0, 3)
    const before = chosen.get(kreis)
    if (before === undefined || known(index) > known(before)) chosen.set(kreis, index)
  }
  return [...chosen.values()]
}

/** Whether units of the same Kreis fall into different groups, so that a figure of the Kreis belongs to none of them. */
export function dividesKreise(units: readonly string[], groupOf: (index: number) => string): boolean {
  const groups = new Map<string, string>()
  return units.some((unit, index) => {
    const kreis = unit.slice(0, 3)
    const group = groupOf(index)
    const known = groups.get(kreis) ?? group
    groups.set(kreis, known)
    return known !== group
  })
}

const complete = notDefined('complete')

/** An administrative figure is a count of all there is, and no sample: it is described, never tested. */
export function describedOnly({ bootstrap, weighted, pooled, ...result }: Comparison): Comparison {
  const { change } = result
  const certain = { se: complete, interval: complete, test: complete }
  return {
    ...result,
    change: isDefined(change) ? { ...change, ...certain } : change,
    ...(pooled && { pooled: 'change' in pooled ? { ...pooled, ...certain } : pooled }),
    hodgesLehmann: complete,
    signedRank: complete,
    effect: complete,
  }
}
