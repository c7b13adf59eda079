/** Smaller than this, what is left of a direction is rounding. */
const nothing = 1e-5

/** What somebody can reckon from figures: all directions in which these change, as far as they do not depend on each other. */
export class Known {
  readonly #directions: number[][] = []

  constructor(rows: Iterable<readonly number[]>) {
    for (const row of rows) {
      const left = this.#rest(unit(row))
      if (length(left) > nothing) this.#directions.push(unit(left))
    }
  }

  /** Whether a sum of some values, each with its factor, follows. */
  follows(sum: readonly number[]): boolean {
    return length(this.#rest(unit(sum))) < 10 * nothing
  }

  /** Whether two values, or either, follow in some mixture of both. */
  mixes(one: readonly number[], other: readonly number[]): boolean {
    const [first, second] = [this.#rest(unit(one)), this.#rest(unit(other))]
    if (Math.min(length(first), length(second)) < 10 * nothing) return true
    const [a, b] = [unit(first), unit(second)]
    const along = product(a, b)
    return length(b.map((value, at) => value - along * (a[at] as number))) < 10 * nothing
  }

  #rest(row: readonly number[]): number[] {
    let rest = [...row]
    // Twice, since the first time leaves rounding noise.
    for (const directions of [this.#directions, this.#directions])
      for (const direction of directions) {
        const along = product(rest, direction)
        rest = rest.map((value, at) => value - along * (direction[at] as number))
      }
    return rest
  }
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] as number), 0)
const length = (row: readonly number[]) => Math.sqrt(product(row, row))
const unit = (row: readonly number[]) => {
  const size = length(row)
  return size === 0 ? [...row] : row.map((value) => value / size)
}
