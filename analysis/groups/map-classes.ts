import { quantile } from '../stats/quantile.ts'
import type { ValueClass } from './value-classes.ts'

const most = 6
const mostOfOneSide = 5
const steps = [1, 2, 5] as const

/**
 * Changes of regions in classes of equal, round width, the narrowest of which there are few enough to be told apart on a map. 0 is a
 * limit, so that no class holds what fell and what rose; what lies far out belongs to the classes at the ends, which are open then.
 */
export function mapClasses(changes: readonly number[]): ValueClass[] {
  const [low, high] = [quantile(changes, 0.1), quantile(changes, 0.9)]
  if (typeof low !== 'number' || typeof high !== 'number') return []
  const span = high - low || Math.abs(high) || 1
  for (let exponent = Math.floor(Math.log10(span / most)); ; exponent += 1) {
    for (const step of steps) {
      const limits = limitsFor(changes, Number(`${step}e${exponent}`), low, high)
      if (limits !== undefined) return inClasses(changes, limits)
    }
  }
}

function limitsFor(changes: readonly number[], width: number, low: number, high: number): number[] | undefined {
  let [first, last] = [Math.floor(low / width), Math.floor(high / width) + 1]
  if (first >= 0 && changes.some((change) => change < 0)) first = -1
  if (last <= 0 && changes.some((change) => change >= 0)) last = 1
  if (last - first > most || Math.max(-first, last) - Math.max(0, first, -last) > mostOfOneSide) return undefined
  return Array.from({ length: last - first + 1 }, (_none, index) => Number(((first + index) * width).toPrecision(12)))
}

function inClasses(changes: readonly number[], limits: readonly number[]): ValueClass[] {
  const [lowest, highest] = [limits[0] ?? 0, limits.at(-1) ?? 0]
  const isOpen = { below: changes.some((one) => one < lowest), above: changes.some((one) => one >= highest) }
  return limits.slice(1).map((limit, place) => {
    const from = place === 0 && isOpen.below ? undefined : limits[place]
    const to = place === limits.length - 2 && isOpen.above ? undefined : limit
    return { from, to, count: changes.filter((one) => one >= (from ?? -Infinity) && one < (to ?? Infinity)).length }
  })
}
