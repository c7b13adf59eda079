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
  sumsOf: readonly (readonly Sum[])[]
}

export const placesOf = ({ parts, total }: Sum) => [...parts, total]

/** So many hidden counts may have to change with one, and so many ways are tried. */
const mostChanges = 14
const mostTries = 3_000

/**
 * Whether a hidden count could have another value by all that a reader knows: looks for a table that agrees with the sums and
 * with all that is shown, and differs there by one. Finding it is the proof; not finding it in time counts as 'no'.
 */
export function couldDiffer(table: Table, place: number): boolean {
  return [1, -1].some((change) => {
    const search: Search = { ...table, changes: new Map(), tries: 0 }
    return isPossible(search, place, change) && settle(search, place, change)
  })
}

interface Search extends Table {
  changes: Map<number, number>
  tries: number
}

const isPossible = ({ counts, least }: Table, place: number, change: number) =>
  (counts[place] as number) + change >= (least[place] as number)

/** Changes one count, and others until all sums are right again. */
function settle(search: Search, place: number, change: number): boolean {
  const { changes } = search
  changes.set(place, change)
  search.tries += 1
  if (rest(search)) return true
  changes.delete(place)
  return false
}

function rest(search: Search): boolean {
  const { changes, counts, isHidden, sumsOf } = search
  const wrong = [...changes.keys()].flatMap((place) => sumsOf[place] ?? []).find((sum) => excessOf(search, sum) !== 0)
  if (wrong === undefined) return true
  if (changes.size >= mostChanges || search.tries > mostTries) return false
  const excess = excessOf(search, wrong)
  // What is large can give: tried first, it is rarely tried in vain.
  const others = placesOf(wrong).filter((place) => isHidden(place) && !changes.has(place))
  others.sort((a, b) => (counts[b] as number) - (counts[a] as number))
  return others.some((place) => {
    const change = place === wrong.total ? excess : -excess
    return isPossible(search, place, change) && settle(search, place, change)
  })
}

function excessOf({ changes }: Search, { parts, total }: Sum): number {
  let excess = -(changes.get(total) ?? 0)
  for (const place of parts) excess += changes.get(place) ?? 0
  return excess
}
