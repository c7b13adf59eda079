import { isFew } from '../../analysis/disclosure/fewest.ts'

/** A count as a reader knows it, and what it is. */
export interface Known {
  name: string
  truth: number
  /** What is printed has one value only; what is hidden is at least this. */
  least: number
  most: number
  isSecret: boolean
}

interface Behind {
  behind?: number
  /** Whoever reads it knows it anyway: that all of them say the same is no count. */
  isKnown?: boolean
}

interface Sum {
  parts: readonly number[]
  total: number
}

/** How much a reader tries before giving up. */
const mostSteps = 1_000

/**
 * Somebody who lays all printed counts of a report beside each other, with what adds up to what, and looks for a hidden count that
 * can have one value only. Knows nothing of how counts are hidden: bounds and trying.
 */
export class Reader {
  readonly #known: Known[] = []
  readonly #sums: Sum[] = []
  readonly #sumsOf: number[][] = []
  readonly #told: string[] = []
  #steps = 0

  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  #add(known: Known): number {
    this.#sumsOf.push([])
    return this.#known.push(known) - 1
  }

  /** What is printed, or the word that it is hidden: then it is no 0. Of persons, `behind` is how many Verbünde they come from. */
  read(name: string, told: number | string, truth: number, { behind = truth, isKnown = false }: Behind = {}): number {
    const isTold = typeof told === 'number'
    const isSecret = !isKnown && isFew(behind)
    if (isTold && isSecret) this.#told.push(`${name} is told: ${told}`)
    return this.#add({ name, truth, least: isTold ? told : 1, most: isTold ? told : this.#most, isSecret })
  }

  /** What is printed nowhere. Whose number is known anyway may follow: that all of them say the same is no count. */
  think(name: string, truth: number, { behind = truth, isKnown = false }: Behind = {}): number {
    return this.#add({ name, truth, least: 0, most: this.#most, isSecret: !isKnown && isFew(behind) })
  }

  /** What everybody knows. */
  know(name: string, truth: number): number {
    return this.#add({ name, truth, least: truth, most: truth, isSecret: false })
  }

  addUp(parts: readonly number[], total: number): void {
    const reached = parts.reduce((sum, part) => sum + this.#at(part).truth, 0)
    if (reached !== this.#at(total).truth) throw new Error(`${this.#at(total).name} is no sum of its parts`)
    const place = this.#sums.push({ parts, total }) - 1
    for (const one of [...parts, total]) this.#sumsOf[one]?.push(place)
  }

  /** The names of counts of one or two that are told or follow, and of those for which that could not be decided. */
  found(): { leaks: string[]; undecided: string[] } {
    const [leaks, undecided]: [string[], string[]] = [[...this.#told], []]
    // Where a 0 is hidden, 'verdeckt' does not even say that it is none.
    const isZeroHidden = this.#known.some(({ truth, least }) => truth < least)
    const bounds = this.#narrow(
      this.#known.map(({ least, most }) => [isZeroHidden && least < most ? 0 : least, most]),
      [...this.#sums.keys()],
    )
    if (bounds === undefined) throw new Error('what is printed contradicts itself')
    for (const [place, { name, truth, least, most, isSecret }] of this.#known.entries()) {
      if (!isSecret || least === most) continue
      const [low, high] = bounds[place] as [number, number]
      const others = [truth + 1, truth - 1, truth + 2, truth - 2, truth + 3].filter((one) => one >= low && one <= high)
      this.#steps = 0
      if (others.some((value) => this.#isThinkable(bounds, place, value))) continue
      if (this.#steps >= mostSteps) undecided.push(name)
      else leaks.push(`${name} is ${truth}`)
    }
    return { leaks, undecided }
  }

  #at(place: number): Known {
    return this.#known[place] as Known
  }

  /** Whether all can be as it is printed with this value; the others are tried near what they are. */
  #isThinkable(bounds: readonly [number, number][], place: number, value: number): boolean {
    this.#steps += 1
    if (this.#steps > mostSteps) return false
    const next = [...bounds]
    next[place] = [value, value]
    const narrowed = this.#narrow(next, this.#sumsOf[place] ?? [])
    if (narrowed === undefined) return false
    const wrong = this.#sums.find(({ parts, total }) => {
      const sum = parts.reduce((all, part) => all + this.#near(narrowed, part), 0)
      return sum !== this.#near(narrowed, total)
    })
    if (wrong === undefined) return true
    const open = [...wrong.parts, wrong.total].filter((one) => narrowed[one]?.[0] !== narrowed[one]?.[1])
    return open.some((one) => {
      const [low, high] = narrowed[one] as [number, number]
      const near = this.#near(narrowed, one)
      return [near + 1, near - 1, near + 2, near - 2]
        .filter((other) => other >= low && other <= high)
        .some((other) => this.#isThinkable(narrowed, one, other))
    })
  }

  /** The truth, or what is nearest to it within the bounds. */
  #near(bounds: readonly [number, number][], place: number): number {
    const [low, high] = bounds[place] as [number, number]
    return Math.min(high, Math.max(low, this.#at(place).truth))
  }

  /** Bounds that follow from bounds by sums, one by one; undefined where nothing is left. */
  #narrow(given: readonly [number, number][], first: readonly number[]): [number, number][] | undefined {
    const bounds = given.map(([low, high]): [number, number] => [low, high])
    const waiting = new Set(first)
    for (const sum of waiting) {
      waiting.delete(sum)
      const { parts, total } = this.#sums[sum] as Sum
      const of = (one: number) => bounds[one] as [number, number]
      const [low, high] = [0, 1].map((end) => parts.reduce((all, part) => all + (of(part)[end] as number), 0))
      const limits = parts.map((part): [number, [number, number]] => [
        part,
        [of(total)[0] - (high as number) + of(part)[1], of(total)[1] - (low as number) + of(part)[0]],
      ])
      for (const [one, [least, most]] of [[total, [low, high]] as [number, [number, number]], ...limits]) {
        const before = of(one)
        const after: [number, number] = [Math.max(before[0], least), Math.min(before[1], most)]
        if (after[0] > after[1]) return undefined
        if (after[0] === before[0] && after[1] === before[1]) continue
        bounds[one] = after
        for (const again of this.#sumsOf[one] ?? []) waiting.add(again)
      }
    }
    return bounds
  }
}
