import type { Instrument } from '../../surveys/compile/instrument.ts'

/**
 * The number by which a wave's totals are weighed: the first that its definition holds against the last wave. Undefined where it holds
 * none.
 */
export const mainNumber = ({ checks }: Pick<Instrument, 'checks'>): string | undefined =>
  checks.flatMap((check) => (check.kind === 'change' ? [check.variable] : []))[0]

interface Weighed {
  unit: string
  einwohner: number | null
}

/** How much of a total hangs on somebody, and on what that rests. */
export interface Influence {
  /** Greater than that of another: more of the total is missing without its answer. */
  weight: number
  basis: 'last' | 'register' | 'none'
}

/**
 * By unit what each adds to a total: what it gave last time, else what its inhabitants would give at the rate of those who answered then,
 * else its inhabitants alone.
 */
export function influenceOf(
  units: readonly Weighed[],
  last: ReadonlyMap<string, number | null>,
): ReadonlyMap<string, Influence> {
  const given = units.flatMap(({ unit, einwohner }) => {
    const value = last.get(unit)
    return typeof value === 'number' && einwohner !== null ? [{ value, einwohner }] : []
  })
  const inhabitants = given.reduce((sum, { einwohner }) => sum + einwohner, 0)
  const total = given.reduce((sum, { value }) => sum + value, 0)
  const rate = inhabitants === 0 || total === 0 ? 1 : total / inhabitants
  return new Map(
    units.map(({ unit, einwohner }): [string, Influence] => {
      const value = last.get(unit)
      if (typeof value === 'number') return [unit, { weight: value, basis: 'last' }]
      return [unit, einwohner === null ? { weight: 0, basis: 'none' } : { weight: einwohner * rate, basis: 'register' }]
    }),
  )
}
