/** Vectors in reduced form: each has a 1 where all others have a 0, at its pivot, and only zeros before it. */
export interface Span {
  rows: readonly Float64Array[]
  /** The place of each one's pivot, ascending. */
  pivots: readonly number[]
}

/** What follows over fractions follows over a prime field as well, exactly; two products of it fit into a double. */
const prime = 67_108_859

/** What vectors of zeros and ones span. */
export function spanOf(vectors: readonly Float64Array[]): Span {
  const rest = vectors.map((vector) => vector.slice())
  const width = rest[0]?.length ?? 0
  const rows: Float64Array[] = []
  const pivots: number[] = []
  for (let place = 0; place < width && rest.length > 0; place += 1) {
    const found = rest.findIndex((vector) => vector[place] !== 0)
    if (found < 0) continue
    const [row] = rest.splice(found, 1) as [Float64Array]
    const factor = inverse(row[place] as number)
    for (let at = place; at < width; at += 1) row[at] = ((row[at] as number) * factor) % prime
    for (const other of [...rows, ...rest]) subtract(other, row, place)
    rows.push(row)
    pivots.push(place)
  }
  return { rows, pivots }
}

/** The sum of two vectors. */
export const plus = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((value, place) => (value + (other[place] as number)) % prime)

/** Takes away so much of a row that nothing is left at its pivot. */
function subtract(from: Float64Array, row: Float64Array, pivot: number): void {
  const factor = prime - (from[pivot] as number)
  if (factor === prime) return
  for (let at = pivot; at < row.length; at += 1)
    from[at] = ((from[at] as number) + factor * (row[at] as number)) % prime
}

function inverse(value: number): number {
  let [one, other, first, second] = [prime, value, 0, 1]
  while (other > 1) {
    const times = Math.floor(one / other)
    ;[one, other] = [other, one - times * other]
    ;[first, second] = [second, first - times * second]
  }
  return (second + prime) % prime
}
