import type { Refusal } from './source.ts'

/** What is wrong for one reason, however often. */
export interface FaultCause {
  count: number
  /** The first places where it is so, in the words of each. */
  places: Refusal[]
}

const placesNamed = 4
/** A file with more different faults than this is no such file; all are counted. */
const mostCauses = 200

/** Gathers faults by what is wrong, so that a cause is said once with its number. */
export class FaultCauses {
  readonly #causes = new Map<string, FaultCause>()

  add(refusal: Refusal, times: number): void {
    const cause = causeOf(refusal.sentence)
    const known = this.#causes.get(cause)
    if (known === undefined) {
      if (this.#causes.size < mostCauses) this.#causes.set(cause, { count: times, places: [refusal] })
      return
    }
    known.count += times
    if (known.places.length < placesNamed) known.places.push(refusal)
  }

  /** The most frequent first. */
  get all(): FaultCause[] {
    return [...this.#causes.values()].sort((a, b) => b.count - a.count)
  }
}

/** A sentence without what it quotes and the numbers in it: what is left is the same for the same fault. */
const causeOf = (sentence: string) => sentence.replace(/„[^“]*“|\d+(?:[.,-]\d+)*/g, '…')
