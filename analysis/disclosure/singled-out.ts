/** Whoever reckons with sums must not come to know one or two units to less than this share of what the others leave in doubt. */
const leastDoubt = 0.15

/** What follows exactly leaves no doubt but that of rounding. */
export const noDoubt = 1e-4

/**
 * Which single units, and which two of them, some sums tell of: those of which a combination of the sums leaves nearly nothing but
 * them. A sum is given by what each unit counts in it. That is so where the units lie nearly within what the sums span: their
 * leverage is 1, or of two an eigenvalue of theirs, but for so much as may be left in doubt. Two of whom one is singled out already are
 * not named again.
 */
export function singledOut(sums: readonly (readonly number[])[], doubt: number = leastDoubt): Set<string> {
  const threshold = doubt ** 2
  const basis = orthonormal(sums)
  const count = sums[0]?.length ?? 0
  const inner = (one: number, other: number) =>
    basis.reduce((sum, vector) => sum + (vector[one] as number) * (vector[other] as number), 0)
  const leverage = Array.from({ length: count }, (_none, index) => inner(index, index))
  const found = new Set<string>()
  const rest: number[] = []
  for (const [index, own] of leverage.entries()) {
    if (1 - own < threshold) found.add(String(index))
    else rest.push(index)
  }
  // The eigenvalue of two is at most the sum of their leverages: few have enough of it.
  const [largest] = rest.toSorted((one, other) => (leverage[other] as number) - (leverage[one] as number))
  const most = largest === undefined ? 0 : (leverage[largest] as number)
  const high = rest.filter((index) => (leverage[index] as number) + most > 1 - threshold)
  for (const [place, one] of high.entries())
    for (const other of high.slice(place + 1)) {
      const [a, b] = [1 - (leverage[one] as number), 1 - (leverage[other] as number)]
      const least = (a + b - Math.sqrt((a - b) ** 2 + 4 * inner(one, other) ** 2)) / 2
      if (least < threshold) found.add(`${one} ${other}`)
    }
  return found
}

/** The units that count in a sum, and what they count there. */
interface Sparse {
  units: Int32Array
  values: Float64Array
}

/**
 * What is left of each after those before it, where that is more than rounding. Sums of few come first: those of groups have no unit
 * in common, so that nothing of one is in another, however many groups there are.
 */
function orthonormal(sums: readonly (readonly number[])[]): Float64Array[] {
  const supports = sums.map((sum) => ({ sum, size: sum.reduce((count, value) => count + (value === 0 ? 0 : 1), 0) }))
  const basis: Sparse[] = []
  for (const { sum } of supports.toSorted((one, other) => one.size - other.size)) {
    const left = Float64Array.from(sum)
    const length = norm(left)
    for (let round = 0; round < 2; round += 1) for (const own of basis) takeOut(own, left)
    const rest = norm(left)
    if (rest > 1e-9 * length) basis.push(sparse(left.map((value) => value / rest)))
  }
  return basis.map((own) => dense(own, sums[0]?.length ?? 0))
}

function takeOut({ units, values }: Sparse, left: Float64Array): void {
  let along = 0
  for (let at = 0; at < units.length; at += 1) along += (values[at] as number) * (left[units[at] as number] as number)
  if (along === 0) return
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number
    left[unit] = (left[unit] as number) - along * (values[at] as number)
  }
}

function sparse(vector: Float64Array): Sparse {
  const units = Int32Array.from(vector.keys()).filter((unit) => vector[unit] !== 0)
  return { units, values: Float64Array.from(units, (unit) => vector[unit] as number) }
}

function dense({ units, values }: Sparse, count: number): Float64Array {
  const vector = new Float64Array(count)
  for (const [at, unit] of units.entries()) vector[unit] = values[at] as number
  return vector
}

const norm = (vector: Float64Array) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
