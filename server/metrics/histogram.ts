import type { Family, Labels, Sample } from './family.ts'

interface Series {
  labels: Labels
  /** How many were at most as long as each bound, and longer than the one before. */
  counts: number[]
  sum: number
  count: number
}

/** How long something took, from the start of the process on, apart by its labels. These must have few values. */
export class Histogram {
  readonly #series = new Map<string, Series>()
  readonly #name: string
  readonly #help: string
  readonly #bounds: readonly number[]

  constructor(name: string, help: string, bounds: readonly number[]) {
    this.#name = name
    this.#help = help
    this.#bounds = bounds
  }

  add(labels: Labels, value: number): void {
    const key = Object.values(labels).join('\0')
    const found = this.#series.get(key)
    const series = found ?? { labels, counts: this.#bounds.map(() => 0), sum: 0, count: 0 }
    if (found === undefined) this.#series.set(key, series)
    const place = this.#bounds.findIndex((bound) => value <= bound)
    if (place !== -1) series.counts[place] = (series.counts[place] ?? 0) + 1
    series.sum += value
    series.count += 1
  }

  family(): Family {
    const samples = [...this.#series.values()].flatMap((one) => this.#samplesOf(one))
    return { name: this.#name, type: 'histogram', help: this.#help, samples }
  }

  #samplesOf({ labels, counts, sum, count }: Series): Sample[] {
    let upTo = 0
    const buckets = this.#bounds.map((bound, place): Sample => {
      upTo += counts[place] ?? 0
      return { labels: { ...labels, le: String(bound) }, value: upTo, part: '_bucket' }
    })
    return [
      ...buckets,
      { labels: { ...labels, le: '+Inf' }, value: count, part: '_bucket' },
      { labels, value: sum, part: '_sum' },
      { labels, value: count, part: '_count' },
    ]
  }
}
