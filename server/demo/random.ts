import { createHash } from 'node:crypto'

/** Random numbers that are the same for the same seed, so that every demo world is the same. */
export class Random {
  #state: number

  constructor(seed: string) {
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  }

  /** From 0 up to, but not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** Around 1, mostly between 1 - spread and 1 + spread, never below 0. */
  around(spread: number): number {
    const bell = this.next() + this.next() + this.next() - 1.5
    return Math.max(0, 1 + bell * spread)
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.next() * items.length)]
  }

  /** One of the items, each as often as its weight says. */
  weighted<Item>(items: readonly Item[], weights: readonly number[]): Item | undefined {
    let rest = this.next() * weights.reduce((a, b) => a + b, 0)
    for (const [index, item] of items.entries()) {
      rest -= weights[index] ?? 0
      if (rest < 0) return item
    }
    return items.at(-1)
  }
}
