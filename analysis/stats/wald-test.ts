import { chiSquareTail } from './chi-square-tail.ts'
import type { Estimates } from './coefficient-table.ts'
import { fTail } from './f-tail.ts'
import { isDefined, type NotDefined } from './not-defined.ts'
import { qr } from './qr.ts'
import { sum } from './sum.ts'

export interface WaldTest {
  chiSquare: number
  df: number
  p: number
}

/**
 * Wald's test: whether several coefficients may all be 0.
 *
 *   W = b'·V⁻¹·b over those coefficients, χ² with as many degrees of freedom; with `df`, W/q against F(q, df)
 *
 * Assumes estimates near the normal distribution. Undefined where V is singular. A. Wald (1943), Trans. AMS 54,
 * 426–482; R: b %*% solve(V, b).
 * @example waldTest({ names: ['x'], estimates: [2], covariance: [[1]] }, ['x']).chiSquare // 4
 */
export function waldTest(
  { names, estimates, covariance }: Estimates,
  tested: readonly string[],
  df?: number,
): WaldTest | NotDefined {
  const places = tested.map((name) => {
    const place = names.indexOf(name)
    if (place < 0) throw new RangeError(`'${name}' is none of the coefficients ${names.join(', ')}`)
    return place
  })
  const b = places.map((place) => estimates[place] as number)
  const taken = qr(places.map((i) => places.map((j) => (covariance[i] as readonly number[])[j] as number)))
  if (!isDefined(taken)) return taken
  const weighed = taken.solve(b)
  const chiSquare = sum(b.map((value, place) => value * (weighed[place] as number)))
  const p = df === undefined ? chiSquareTail(chiSquare, b.length) : fTail(chiSquare / b.length, b.length, df)
  return { chiSquare, df: b.length, p }
}
