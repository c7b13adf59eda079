import { couldDiffer, placesOf, type Sum, type Table } from './could-differ.ts'
import { isFew } from './fewest.ts'

/** A count in a table, or one that could be worked out from it. */
export interface Count {
  count: number
  /** The Kommunen or Verbünde behind it: as many as are counted, unless given. */
  contributors?: number
  /** It is printed nowhere, but follows from what is: as those who are no pair from all and the pairs. */
  implied?: true
  /** It is printed in any case, as how many answered is: leaving it out would hide nothing. */
  known?: true
}

/**
 * `few`: of fewer than three. `covered`: of enough, and left out so that none of the few follows from the sums. A reader is
 * told the same of both.
 */
export type Sight = 'shown' | 'few' | 'covered'

/**
 * Which counts may be shown beside each other. Those of fewer than three are not; and as long as one of them could have no
 * other value, given the sums and all that is shown, the smallest count shown beside it is covered too, a part before a total.
 * What was decided before, of the first counts, stays.
 */
export function suppress(counts: readonly Count[], sums: readonly Sum[], decided: readonly Sight[] = []): Sight[] {
  const sights = counts.map(({ count, contributors = count, implied, known }, place): Sight => {
    if (known) return 'shown'
    return decided[place] ?? (isFew(contributors) ? 'few' : implied ? 'covered' : 'shown')
  })
  const sumsOf = counts.map((): number[] => [])
  for (const [index, sum] of sums.entries()) for (const place of placesOf(sum)) sumsOf[place]?.push(index)
  const table: Table & { least: number[] } = {
    counts: counts.map(({ count }) => count),
    least: counts.map(({ implied }) => (implied ? 0 : 1)),
    isHidden: (place) => sights[place] !== 'shown',
    sums,
    sumsOf,
  }
  const canCover = (place: number) => place >= decided.length && sights[place] === 'shown' && !counts[place]?.known
  const cover = (place: number) => {
    sights[place] = 'covered'
    // As long as no 0 is hidden, a hidden count is known to be none; as soon as one is, nobody knows that of any.
    if (counts[place]?.count === 0) table.least.fill(0)
  }
  const few = [...sights.keys()].filter((place) => sights[place] === 'few')
  coverUntilNoneFollows(table, few, { canCover: (place) => canCover(place) && counts[place]?.count !== 0, cover })
  coverUntilNoneFollows(table, few, { canCover, cover })
  return sights
}

interface Cover {
  canCover(place: number): boolean
  cover(place: number): void
}

/** Covers others until each of the few could have another value, as far as there is something to cover. */
function coverUntilNoneFollows(table: Table, few: readonly number[], { canCover, cover }: Cover): void {
  const exhausted = new Set<number>()
  for (const place of few) {
    if (exhausted.has(place) || couldDiffer(table, place)) continue
    for (const next of toCover(table, place, canCover, exhausted)) {
      cover(next)
      if (couldDiffer(table, place)) break
    }
  }
}

/**
 * What to cover with a count, one after the other: the smallest that is shown in a sum with it, parts before totals; where
 * nothing is left there, in the sums of what is hidden beside it, and so on, until all that hangs together is covered: that is then
 * exhausted, for others too.
 */
function* toCover(
  { counts, isHidden, sums: all, sumsOf }: Table,
  place: number,
  canCover: (place: number) => boolean,
  exhausted: Set<number>,
): Generator<number> {
  const seen = new Set([place])
  /** In those nothing is left that could be covered. */
  const walked = new Set<number>()
  for (const near of seen) {
    const fresh = (sumsOf[near] ?? []).filter((sum) => !walked.has(sum))
    const sums = fresh.map((sum) => all[sum] as Sum)
    const parts = sums.flatMap((sum) => (sum.total === near ? [] : sum.parts))
    const beside = sums.flatMap(placesOf)
    for (const some of [parts, beside]) {
      const smallestFirst = some.filter(canCover).sort((a, b) => (counts[a] as number) - (counts[b] as number))
      for (const one of smallestFirst) if (canCover(one)) yield one
    }
    for (const sum of fresh) walked.add(sum)
    for (const one of beside) if (isHidden(one)) seen.add(one)
  }
  for (const one of seen) exhausted.add(one)
}
