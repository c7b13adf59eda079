import { assertCounts } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

interface CountedLogit {
  /** Of the columns of each row, which begin with a 1. */
  coefficients: number[]
  fitted: number[]
}

const rounds = 40
/** Closer to 0 or 1 a probability is no longer told apart from certainty. */
const certain = 1e-8

/**
 * Logit of cases that were counted several times, or not at all: as fast as a bootstrap needs it that fits it again and again.
 *
 *   Newton from `start` on the normal equations: β ← β + (X′WX)⁻¹X′(c·(y − p)), W = c·p(1−p), until no coefficient moves by 10⁻¹²
 *
 * Assumes columns that are not collinear; logit is to be asked first, once, which finds out what is wrong. Undefined where a
 * probability becomes 0 or 1 and where it does not come to rest. R: glm.fit(x, y, weights = c, family = binomial()).
 * @example countedLogit([true, false, true], [[1], [1], [1]], [1, 1, 0]).fitted // [0.5, 0.5, 0.5]
 */
export function countedLogit(
  yes: readonly boolean[],
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  start?: readonly number[],
): CountedLogit | NotDefined {
  assertCounts(counts)
  const width = rows[0]?.length ?? 0
  if (width === 0) return notDefined('no-values')
  let coefficients = start?.slice() ?? new Array<number>(width).fill(0)
  for (let round = 0; round < rounds; round += 1) {
    const normal = Array.from({ length: width }, () => new Float64Array(width))
    const score = new Float64Array(width)
    for (const [place, row] of rows.entries()) {
      const count = counts[place] as number
      if (count === 0) continue
      const fitted = probability(row, coefficients)
      const left = count * ((yes[place] ? 1 : 0) - fitted)
      const weight = count * fitted * (1 - fitted)
      for (let one = 0; one < width; one += 1) {
        const value = row[one] as number
        score[one] = (score[one] as number) + value * left
        const own = normal[one] as Float64Array
        for (let other = 0; other <= one; other += 1)
          own[other] = (own[other] as number) + weight * value * (row[other] as number)
      }
    }
    const step = solved(normal, score)
    if (step === undefined) return notDefined('not-converged')
    coefficients = coefficients.map((value, place) => value + (step[place] as number))
    const moved = Math.max(
      ...coefficients.map((value, place) => Math.abs(step[place] as number) / Math.max(1, Math.abs(value))),
    )
    if (!Number.isFinite(moved)) return notDefined('not-converged')
    if (moved < 1e-12) return finished(rows, counts, coefficients)
  }
  return notDefined('not-converged')
}

function finished(rows: readonly (readonly number[])[], counts: readonly number[], coefficients: number[]) {
  const fitted = rows.map((row) => probability(row, coefficients))
  const isCertain = fitted.some((one, place) => (counts[place] as number) > 0 && (one < certain || one > 1 - certain))
  return isCertain ? notDefined('separated') : { coefficients, fitted }
}

const probability = (row: readonly number[], coefficients: readonly number[]) =>
  1 / (1 + Math.exp(-row.reduce((sum, value, place) => sum + value * (coefficients[place] as number), 0)))

/** By Cholesky, of which only the lower half is given; undefined where it is not positive definite. */
function solved(lower: Float64Array[], right: Float64Array): Float64Array | undefined {
  const n = right.length
  const at = (row: number, column: number) => (lower[row] as Float64Array)[column] as number
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let value = at(row, column)
      for (let k = 0; k < column; k += 1) value -= at(row, k) * at(column, k)
      if (row === column) {
        if (!(value > 0)) return undefined
        ;(lower[row] as Float64Array)[row] = Math.sqrt(value)
      } else (lower[row] as Float64Array)[column] = value / at(column, column)
    }
  const found = right.slice()
  for (let row = 0; row < n; row += 1) {
    for (let k = 0; k < row; k += 1) found[row] = (found[row] as number) - at(row, k) * (found[k] as number)
    found[row] = (found[row] as number) / at(row, row)
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < n; k += 1) found[row] = (found[row] as number) - at(k, row) * (found[k] as number)
    found[row] = (found[row] as number) / at(row, row)
  }
  return found
}
