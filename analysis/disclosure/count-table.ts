import type { Sum } from './could-differ.ts'
import { hidden, type Told } from './hidden.ts'
import { type Count, type Sight, suppress } from './suppress.ts'

/** A count of a table that is being put together: known by its place. */
export type Place = number

/** Counts that a reader may lay beside each other, with what adds up to what; then says which of them can be told. */
export class CountTable {
  readonly #counts: Count[] = []
  readonly #sums: Sum[] = []
  #sights: readonly Sight[] = []

  add(count: number, rest: Omit<Count, 'count'> = {}): Place {
    return this.#counts.push({ count, ...rest }) - 1
  }

  /** What is printed in any case. */
  know(count: number): Place {
    return this.add(count, { known: true })
  }

  /** What is printed nowhere, but follows from what is. */
  imply(count: number, rest: Omit<Count, 'count'> = {}): Place {
    return this.add(count, { implied: true, ...rest })
  }

  countOf(place: Place): number {
    return (this.#counts[place] as Count).count
  }

  sum(parts: readonly Place[], total: Place): void {
    this.#sums.push({ parts, total })
  }

  /** Decides of all that is here so far. What all units have is decided before their groups: it is told without them too. */
  decide(): void {
    this.#sights = suppress(this.#counts, this.#sums, this.#sights)
  }

  /** Whether a count can be told beside the others. */
  isTold(place: Place): boolean {
    if (this.#sights.length < this.#counts.length) this.decide()
    return this.#sights[place] === 'shown'
  }

  /** The count, or what goes with it, or the word that it must not be told. */
  tell(place: Place): Told<number>
  tell<Figure>(place: Place, figure: Figure): Told<Figure>
  tell(place: Place, figure: unknown = this.#counts[place]?.count): unknown {
    return this.isTold(place) ? figure : hidden
  }
}
