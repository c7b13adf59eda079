/** How far a case may be on the wrong side, as a share of the largest move: what the other cases still have to go. */
const slack = 1e-6

/**
 * Whether a direction tells yes from no: no case gets less likely along it, and some get likelier without end.
 *
 *   sᵢvᵢ ≥ −10⁻⁶·max|v| for all i, max|v| > 1/10,   with sᵢ = 1 for yes, −1 for no
 *
 * Such a direction exists exactly where the likelihood of a logit has no maximum. A. Albert, J. Anderson (1984),
 * Biometrika 71, 1–10.
 * @example separates([1, 1, -1], [2, 0, -3]) // true
 */
export function separates(side: readonly number[], direction: readonly number[]): boolean {
  const furthest = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return furthest > 0.1 && direction.every((value, row) => value * (side[row] as number) >= -slack * furthest)
}
