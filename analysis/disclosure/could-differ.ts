/** What a reader knows to add up: the places of the parts, and of their total. */
export interface Sum {
  parts: readonly number[]
  total: number
}

/** Counts, some of them hidden, and the sums that tie them together. */
export interface Table {
  counts: readonly number[]
  /** What a hidden count is known to be at least. */
  least: readonly number[]
  isHidden(place: number): boolean
  sums: readonly Sum[]
  /** By place: the sums that it is in. */
  sumsOf: readonly (readonly number[])[]
}

export const placesOf = ({ parts, total }: Sum): number[] => [...parts, total]

/** So many hidden counts may have to change with one, and so many ways are tried. */
const mostChanges = 14
const mostTries = 400

/**
 * Whether a hidden count could have another value by all that a reader knows: looks for a table that agrees with the sums and
 * with all that is shown, and differs there by one. Finding it is the proof; not finding it in time counts as 'no'.
 */
export function couldDiffer(table: Table, place: number): boolean {
  const open = openPlaces(table, place)
  if (!open.has(place)) return false
  return [1, -1].some((change) => isPossible(table, place, change) && new Search(table, open).settles(place, change))
}

/**
 * Hidden counts that hang together with one by sums, but for those that follow one by one, as what a sum leaves for the only one in
 * it that is not known.
 */
function openPlaces({ isHidden, sums, sumsOf }: Table, place: number): ReadonlySet<number> {
  const open = new Set(isHidden(place) ? [place] : [])
  const near = new Set<number>()
  for (const one of open)
    for (const sum of sumsOf[one] ?? []) {
      if (near.has(sum)) continue
      near.add(sum)
      for (const other of placesOf(sums[sum] as Sum)) if (isHidden(other)) open.add(other)
    }
  const waiting = [...near]
  for (let sum = waiting.pop(); sum !== undefined; sum = waiting.pop()) {
    const unknown = placesOf(sums[sum] as Sum).filter((place) => open.has(place))
    const [only] = unknown
    if (only === undefined || unknown.length > 1) continue
    open.delete(only)
    waiting.push(...(sumsOf[only] ?? []))
  }
  return open
}

const isPossible = ({ counts, least }: Table, place: number, change: number) =>
  (counts[place] as number) + change >= (least[place] as number)

/** Changes one count, and others until all sums are right again. */
class Search {
  readonly #table: Table
  readonly #open: ReadonlySet<number>
  readonly #changed = new Set<number>()
  /** By sum: what its parts have more than its total. */
  readonly #excess = new Map<number, number>()
  /** Sums that a change has touched, the newest last. */
  readonly #touched: number[] = []
  #tries = 0

  constructor(table: Table, open: ReadonlySet<number>) {
    this.#table = table
    this.#open = open
  }

  settles(place: number, change: number): boolean {
    this.#tries += 1
    const before = this.#touched.length
    this.#apply(place, change)
    this.#changed.add(place)
    if (this.#rest()) return true
    this.#changed.delete(place)
    this.#apply(place, -change)
    this.#touched.length = before
    return false
  }

  #apply(place: number, change: number): void {
    for (const sum of this.#table.sumsOf[place] ?? []) {
      const isTotal = this.#table.sums[sum]?.total === place
      this.#excess.set(sum, (this.#excess.get(sum) ?? 0) + (isTotal ? -change : change))
      this.#touched.push(sum)
    }
  }

  #rest(): boolean {
    const wrong = this.#touched.find((sum) => this.#excess.get(sum) !== 0)
    if (wrong === undefined) return true
    if (this.#changed.size >= mostChanges) return false
    const { sums, counts } = this.#table
    const sum = sums[wrong] as Sum
    const excess = this.#excess.get(wrong) as number
    const others = placesOf(sum).filter((place) => this.#open.has(place) && !this.#changed.has(place))
    // What is large can give: tried first, it is rarely tried in vain.
    others.sort((a, b) => (counts[b] as number) - (counts[a] as number))
    return others.some((place) => {
      const change = place === sum.total ? excess : -excess
      return this.#tries < mostTries && isPossible(this.#table, place, change) && this.settles(place, change)
    })
  }
}
