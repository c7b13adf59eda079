import type { Family } from './family.ts'

/** Counts what became of something, from the start of the process on. */
export class Counter<Result extends string> {
  readonly #counts: Map<Result, number>
  readonly #name: string
  readonly #help: string

  constructor(name: string, help: string, results: readonly Result[]) {
    this.#name = name
    this.#help = help
    // Each begins with 0: what appears with its first count is not seen to rise.
    this.#counts = new Map(results.map((result) => [result, 0]))
  }

  add(result: Result): void {
    this.#counts.set(result, (this.#counts.get(result) ?? 0) + 1)
  }

  family(): Family {
    const samples = [...this.#counts].map(([result, value]) => ({ labels: { result }, value }))
    return { name: this.#name, type: 'counter', help: this.#help, samples }
  }
}
