import type { RelationCheck } from '../checks/check.ts'
import { allOf, anyOf, call } from './r-text.ts'
import type { Range } from './range.ts'

type Relation = RelationCheck['relation']

/** What can no longer come right: even sums with missing parts can be too large. */
export function violated(left: Range, relation: Relation, right: Range, tolerance = '0'): string {
  return anyOf(
    ...(relation === 'atLeast' ? [] : [isMore(left.low, right.high, tolerance)]),
    ...(relation === 'atMost' ? [] : [isMore(right.low, left.high, tolerance)]),
  )
}

/** What can no longer go wrong. */
export function satisfied(left: Range, relation: Relation, right: Range, tolerance = '0'): string {
  return allOf(
    ...(relation === 'atLeast' ? [] : [isAtMost(left.high, right.low, tolerance)]),
    ...(relation === 'atMost' ? [] : [isAtMost(right.high, left.low, tolerance)]),
  )
}

/** A number is more than another one by more than what may be. */
export const isMore = (number: string, than: string, tolerance: string): string => `${number} - ${than} > ${tolerance}`

const isAtMost = (number: string, than: string, tolerance: string): string => `${number} - ${than} <= ${tolerance}`

/** How far apart two numbers may be that count as equal. */
export function toleranceOf({ tolerance = 0, toleranceShare = 0 }: RelationCheck, { low, high }: Range): string {
  if (toleranceShare === 0) return String(tolerance)
  const base = low === high ? low : call('ifelse', `is.finite(${high})`, high, low)
  return call('pmax', String(tolerance), `${toleranceShare} * ${base}`)
}
