import type { Fact } from '../../schemas/kreisbericht.ts'
import { tidy } from './german.ts'
import { inOrder, type Timed, timeKey } from './time.ts'

/** What several figures say of the same persons at the same time. */
export interface Point {
  time: Timed
  scope: string
  /** One for each figure asked for, in their order. */
  facts: readonly (Fact | undefined)[]
}

export const scopeOf = ({ scope }: Fact): string => tidy(scope ?? '')

/** Figures laid beside each other: scope by scope in the order in which they are named first, in each by time. */
export function pointsOf(series: readonly (readonly Fact[])[]): Point[] {
  const scopes = [...new Set(series.flat().map(scopeOf))]
  return scopes.flatMap((scope) => {
    const own = series.map((facts) => facts.filter((fact) => scopeOf(fact) === scope))
    const times = new Map(own.flat().map((fact) => [timeKey(fact), fact]))
    return [...times.values()].toSorted(inOrder).map((time) => ({
      time,
      scope,
      facts: own.map((facts) => facts.find((fact) => timeKey(fact) === timeKey(time))),
    }))
  })
}

/** The point of the same scope that comes before another one and has a given figure. */
export function before(points: readonly Point[], point: Point, place: number): Fact | undefined {
  const earlier = points.slice(0, points.indexOf(point)).filter(({ scope }) => scope === point.scope)
  return earlier.map(({ facts }) => facts[place]).findLast((fact) => typeof fact?.value === 'number')
}

/** ` (in den Gemeinden, für die der Landkreis zuständig ist)`. */
export const scopeWords = (scope: string): string => (scope === '' ? '' : ` (${scope})`)
