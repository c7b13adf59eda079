import { capitalised, tidy } from './german.ts'
import type { Sentence, Span } from './report.ts'
import { againWords, type Timed, timeKey, whenWords } from './time.ts'

/** Words of a sentence that stand on a fact. */
export interface Stated {
  text: string
  origin: string
}

/** What a report has named so far: origins, numbered in that order, and the time of the sentence before. */
export class Notes {
  readonly #numbers = new Map<string, number>()
  #time = ''

  /** A section begins, or a table stands between: what follows names its time again. */
  begin(): void {
    this.#time = ''
  }

  /** When something was; of the same time again in other words. */
  when(time: Timed, asOf: string): string {
    const again = timeKey(time) === this.#time
    this.#time = timeKey(time)
    return again ? againWords(time) : whenWords(time, asOf)
  }

  numberOf(origin: string): number {
    const text = tidy(origin)
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#numbers.size + 1
    this.#numbers.set(text, number)
    return number
  }

  /** A sentence: its notes stand at its end where all it says comes from one place, else behind each figure. */
  sentence(...parts: readonly (string | Stated)[]): Sentence {
    const origins = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [tidy(part.origin)])))
    const [only] = origins
    if (origins.size < 2)
      return [
        {
          text: capitalised(tidy(parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''))),
          notes: only === undefined ? [] : [this.numberOf(only)],
        },
      ]
    return parts.map((part, place): Span => {
      const text = typeof part === 'string' ? part : part.text
      const words = place === 0 ? capitalised(text) : text
      return { text: words, notes: typeof part === 'string' ? [] : [this.numberOf(part.origin)] }
    })
  }

  span(text: string, ...origins: readonly string[]): Span {
    return { text: tidy(text), notes: [...new Set(origins.map((origin) => this.numberOf(origin)))] }
  }

  list(): { number: number; text: string }[] {
    return [...this.#numbers].map(([text, number]) => ({ number, text }))
  }
}
