import { type Behind, countBehind } from '../disclosure/behind.ts'
import { CountTable, type Place } from '../disclosure/count-table.ts'
import { type Telling, tellingOf } from '../disclosure/enough.ts'
import { fewest, isFew } from '../disclosure/fewest.ts'
import type { Told } from '../disclosure/hidden.ts'
import type { Counted } from '../disclosure/what-follows.ts'

/** What some units did: which waves they answered, and in which they were asked. Those of nobody count too. */
export interface Way {
  pattern: string
  asked: string
  units: readonly number[]
}

/** A way to take part, which some of those who could did. */
export interface PatternOutcome {
  kind: 'answered' | 'stages' | 'stayed'
  from: string
  to: string
  of(way: Way): boolean
  yes(way: Way): boolean
}

/** Where a rate stands: who did, and who could. */
interface RatePlaces {
  yes: Place
  of: Place
}

/**
 * How many took part in which way, with all that follows from it: how many answered a wave, which is known, how many stayed, and how
 * many left. What is told of one of these is told of the others.
 */
export class PatternTable {
  readonly #table = new CountTable()
  readonly #behind: Behind
  readonly #ways: readonly Way[]
  readonly #patterns = new Map<string, Place>()
  /** What is counted already, by the ways that it is made of. */
  readonly #places = new Map<string, Place>()

  /** How many answered a wave is known; of the ways to take part as much is told as can be, and of rates what is then left. */
  constructor(ways: readonly Way[], answered: readonly PatternOutcome[], behind: Behind) {
    this.#behind = behind
    this.#ways = ways
    for (const pattern of new Set(ways.map((way) => way.pattern)))
      this.#patterns.set(
        pattern,
        this.#made((way) => way.pattern === pattern),
      )
    this.#know(() => true)
    for (const { of, yes } of answered) for (const is of [of, both(of, yes), both(of, not(yes))]) this.#know(is)
    this.#table.decide()
  }

  /** A rate with those who could and did not. */
  addRate({ kind, of, yes }: PatternOutcome): RatePlaces {
    if (kind === 'answered') return { of: this.#know(of), yes: this.#know(both(of, yes)) }
    const places = { of: this.#made(of), yes: this.#made(both(of, yes)) }
    this.#made(both(of, not(yes)))
    return places
  }

  tell(place: Place): Told<number> {
    return this.#table.tell(place)
  }

  tellPattern(pattern: string): Told<number> {
    return this.#table.tell(this.#patterns.get(pattern) as Place)
  }

  /** What is counted of the units of a class: each pattern that is told, and all others together. */
  counted(patternOf: (index: number) => string): Counted {
    const told = [...this.#patterns].flatMap(([pattern, place]) => (this.#table.isTold(place) ? [pattern] : []))
    return {
      kinds: [
        () => true,
        (index) => !told.includes(patternOf(index)),
        ...told.map((pattern) => (index: number) => patternOf(index) === pattern),
      ],
      behind: this.#behind,
    }
  }

  isFew(indices: readonly number[]): boolean {
    return isFew(countBehind(indices, this.#behind))
  }

  /** What can be told of figures of some units; nothing of few. */
  tellingOf(indices: readonly number[]): Telling | undefined {
    const behind = countBehind(indices, this.#behind)
    return behind < fewest ? undefined : tellingOf(behind)
  }

  /** Where those are counted of whom something holds: each set of them once, by whatever name. */
  #made(is: PatternOutcome['of']): Place {
    const own = this.#ways.filter(is)
    const key = keyOf(own)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    const units = own.flatMap((way) => way.units)
    const contributors = countBehind(units, this.#behind)
    // Of one pattern it may be known who was asked: that is printed nowhere.
    const isWhole = this.#ways.every((way) => is(way) || own.every(({ pattern }) => pattern !== way.pattern))
    const place = isWhole
      ? this.#table.add(units.length, { contributors })
      : this.#table.imply(units.length, { contributors })
    this.#places.set(key, place)
    if (own.length > 1) this.#tie(own, place)
    return place
  }

  #know(is: PatternOutcome['of']): Place {
    const own = this.#ways.filter(is)
    const place = this.#table.know(own.reduce((sum, { units }) => sum + units.length, 0))
    const key = keyOf(own)
    if (!this.#places.has(key)) this.#places.set(key, place)
    this.#tie(own, place)
    return place
  }

  #tie(ways: readonly Way[], total: Place): void {
    this.#table.sum(
      ways.map((way) => this.#made((one) => one === way)),
      total,
    )
  }
}

const keyOf = (ways: readonly Way[]) => ways.map(({ pattern, asked }) => `${pattern} ${asked}`).join()

const both =
  (one: PatternOutcome['of'], other: PatternOutcome['of']): PatternOutcome['of'] =>
  (way) =>
    one(way) && other(way)
const not =
  (one: PatternOutcome['of']): PatternOutcome['of'] =>
  (way) =>
    !one(way)
