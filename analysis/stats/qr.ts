import { assertGiven } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'
import { residuals } from './residuals.ts'

/** A design taken apart: what least squares needs, without ever forming X'X. */
export interface Qr {
  /** Coefficients of the projection of y on the columns. */
  solve(y: readonly number[]): number[]
  /** (X'X)⁻¹, from the inverse of R. */
  inverse: number[][]
  /** The first k columns of Q. */
  basis(): number[][]
  /** S·R⁻¹·u: the coefficients of what has the coordinates u in Q. */
  back(coordinates: ArrayLike<number>): number[]
}

/** What is left of a column after those before it, as a share of the column: below, rounding is all that is left. */
const smallest = 1e-13

/**
 * Householder QR of a design given by columns.
 *
 *   X·S = Q·R with S = diag(1/‖xⱼ‖), R upper triangular;   b = S·R⁻¹·(Q'y)₁…ₖ,   (X'X)⁻¹ = S·R⁻¹·(S·R⁻¹)'
 *
 * b is improved once by the projection of its own residuals, which brings a digit or two where y is nearly hit. Columns
 * are scaled to length 1 first, so that the test of collinearity does not depend on units: column j is collinear where
 * |Rⱼⱼ| ≤ 10⁻¹³. The normal equations would lose twice as many digits. Undefined where a column follows from those
 * before it, or there are fewer rows than columns. A. Householder (1958), JACM 5, 339–342; G. Golub, C. Van Loan,
 * Matrix Computations, ch. 5.
 * @example qr([[1, 1, 1], [0, 1, 2]]).solve([1, 3, 5]) // [1, 2]
 */
export function qr(columns: readonly (readonly number[])[]): Qr | NotDefined {
  const n = columns[0]?.length ?? 0
  const k = columns.length
  if (n === 0 || k === 0) return notDefined('no-values')
  if (n < k) return notDefined('too-few-values')
  const work: Float64Array[] = []
  const scale: number[] = []
  for (const [index, column] of columns.entries()) {
    if (column.length !== n) throw new RangeError(`column ${index} has ${column.length} rows instead of ${n}`)
    assertGiven(column, `columns[${index}]`)
    const length = norm(column, 0)
    if (length === 0) return notDefined('collinear', [String(index)])
    work.push(Float64Array.from(column, (value) => value / length))
    scale.push(1 / length)
  }
  const diagonal: number[] = []
  for (const [step, column] of work.entries()) {
    const length = norm(column, step)
    if (length <= smallest) return notDefined('collinear', [String(step)])
    const head = column[step] as number
    const away = head < 0 ? -length : length
    diagonal.push(-away)
    column[step] = head + away
    const half = length * Math.abs(column[step] as number)
    for (const later of work.slice(step + 1)) reflect(later, column, step, half)
  }
  const upper = (row: number, column: number) =>
    row === column ? (diagonal[row] as number) : ((work[column] as Float64Array)[row] as number)
  const back = (right: ArrayLike<number>) => {
    const solution = new Array<number>(k).fill(0)
    for (let row = k - 1; row >= 0; row -= 1) {
      let rest = right[row] as number
      for (let column = row + 1; column < k; column += 1) rest -= upper(row, column) * (solution[column] as number)
      solution[row] = rest / upper(row, row)
    }
    return solution.map((value, column) => value * (scale[column] as number))
  }
  const mirror = (vector: Float64Array, step: number) => {
    const column = work[step] as Float64Array
    reflect(vector, column, step, Math.abs((diagonal[step] as number) * (column[step] as number)))
  }
  const project = (right: readonly number[]) => {
    const rotated = Float64Array.from(right)
    for (let step = 0; step < k; step += 1) mirror(rotated, step)
    return back(rotated)
  }
  const solve = (y: readonly number[]) => {
    assertGiven(y, 'y')
    const rough = project(y)
    const step = project(residuals(y, columns, rough))
    return rough.map((value, column) => value + (step[column] as number))
  }
  const unit = (at: number) => Array.from({ length: k }, (_, row) => (row === at ? 1 : 0))
  const inverseColumns = Array.from({ length: k }, (_, column) => back(unit(column)))
  const inverse = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) =>
      inverseColumns.reduce((all, column) => all + (column[i] as number) * (column[j] as number), 0),
    ),
  )
  const basis = () =>
    Array.from({ length: k }, (_, column) => {
      const vector = new Float64Array(n)
      vector[column] = 1
      for (let step = k - 1; step >= 0; step -= 1) mirror(vector, step)
      return Array.from(vector)
    })
  return { solve, inverse, basis, back }
}

/** Length of a vector from a row on, for values of any size. */
function norm(values: ArrayLike<number>, from: number): number {
  let largest = 0
  for (let row = from; row < values.length; row += 1) largest = Math.max(largest, Math.abs(values[row] as number))
  if (largest === 0) return 0
  let squares = 0
  for (let row = from; row < values.length; row += 1) squares += ((values[row] as number) / largest) ** 2
  return largest * Math.sqrt(squares)
}

/** Mirrors a vector: x − v·(v'x)/(v'v/2), from a row on. */
function reflect(vector: Float64Array, mirror: Float64Array, from: number, half: number): void {
  let product = 0
  for (let row = from; row < vector.length; row += 1) product += (mirror[row] as number) * (vector[row] as number)
  const factor = product / half
  for (let row = from; row < vector.length; row += 1)
    vector[row] = (vector[row] as number) - factor * (mirror[row] as number)
}
