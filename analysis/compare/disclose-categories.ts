import type { CountTable, Place } from '../disclosure/count-table.ts'
import { hidden } from '../disclosure/hidden.ts'
import { isDefined, type NotDefined, notDefined } from '../stats/not-defined.ts'
import type { CategoryComparison, Distribution } from './compare-categories.ts'
import { placeMoved, tellMoved } from './disclose-numbers.ts'
import type { ToldCategories, ToldDistribution, ToldMissing } from './results.ts'
import type { Change } from './shown-change.ts'

/** Where the counts of a comparison of categories stand in the table. */
export interface CategoryPlaces {
  /** By category; those of groups make up those of all. */
  lists: { allBefore: Place[]; allAfter: Place[]; before: Place[]; after: Place[]; moved: Place[] }
  /** Only of the total: a group has too few to tell from which answer to which they went. */
  moves?: Place[][]
  unchanged: Place
}

const countsOf = ({ categories }: Distribution) => categories.map(({ count }) => count)

export function placeCategories(table: CountTable, result: CategoryComparison, isTotal: boolean): CategoryPlaces {
  const { pairs, transitions, yes } = result
  const n = table.know(pairs.n)
  const list = (one: Distribution, total: Place) => {
    const places = table.addAll(countsOf(one))
    table.sum(places, total)
    return places
  }
  const [before, after] = [list(pairs.before, n), list(pairs.after, n)]
  const unchanged = table.add(transitions.unchanged)
  table.sum([unchanged, table.imply(pairs.n - transitions.unchanged)], n)
  const lists = {
    allBefore: beside(table, result.before, pairs.before, before),
    allAfter: beside(table, result.after, pairs.after, after),
    before,
    after,
    moved: yes === undefined ? [] : placeMoved(table, yes.shares),
  }
  const [risen, fallen, same] = lists.moved
  const [yesBefore, yesAfter] = [before[1], after[1]]
  if (
    risen !== undefined &&
    fallen !== undefined &&
    same !== undefined &&
    yesBefore !== undefined &&
    yesAfter !== undefined
  ) {
    // Whoever says yes in one of the waves did so before, or came to it; did so after, or left it.
    const either = table.imply((countsOf(pairs.before)[1] ?? 0) + (transitions.counts[0]?.[1] ?? 0))
    table.sum([yesBefore, risen], either)
    table.sum([yesAfter, fallen], either)
    table.sum([same], unchanged)
  }
  if (!isTotal) return { lists, unchanged }
  const moves = transitions.counts.map((row) => table.addAll(row))
  for (const [place, row] of moves.entries()) table.sum(row, before[place] as Place)
  for (const [place, total] of after.entries())
    table.sum(
      moves.map((row) => row[place] as Place),
      total,
    )
  table.sum(
    moves.map((row, place) => row[place] as Place),
    unchanged,
  )
  if (risen !== undefined && fallen !== undefined) {
    table.sum([risen], moves[0]?.[1] as Place)
    table.sum([fallen], moves[1]?.[0] as Place)
  }
  return { lists, moves, unchanged }
}

/** All who answered, of whom the pairs are a part: the others follow. */
function beside(table: CountTable, all: Distribution, pairs: Distribution, pairPlaces: readonly Place[]): Place[] {
  const places = table.addAll(countsOf(all))
  table.sum(places, table.know(all.n))
  const ofPairs = countsOf(pairs)
  for (const [place, count] of countsOf(all).entries())
    table.sum([pairPlaces[place] as Place, table.imply(count - (ofPairs[place] as number))], places[place] as Place)
  return places
}

export function tellCategories(
  table: CountTable,
  { kind, units, pairs, transitions, stuartMaxwell, yes, weighted, ...all }: CategoryComparison,
  { lists, moves, unchanged }: CategoryPlaces,
  missing: ToldMissing,
): ToldCategories {
  const isShown = (place: number) =>
    [lists.before, lists.after].every((list) => list[place] !== undefined && table.isTold(list[place]))
  // Of yes and no an error or a test and the shares say how many changed: as many as both directions have.
  const areMovesTold = lists.moved.every((place) => table.isTold(place))
  const unlessFollows = <Of extends Change>(change: Of | NotDefined): Of | NotDefined =>
    areMovesTold || !isDefined(change) ? change : { ...change, ...withoutSpread }
  const tellMove = (from: number, to: number, figure: number) =>
    moves === undefined ? hidden : table.tell(moves[from]?.[to] as Place, figure)
  const tellAll = (counts: readonly number[], places: readonly Place[]) =>
    counts.map((count, at) => table.tell(places[at] as Place, count))
  return {
    kind,
    units,
    before: tellDistribution(table, all.before, lists.allBefore),
    after: tellDistribution(table, all.after, lists.allAfter),
    pairs: {
      n: pairs.n,
      before: tellDistribution(table, pairs.before, lists.before),
      after: tellDistribution(table, pairs.after, lists.after),
    },
    missing,
    transitions: {
      categories: transitions.categories,
      n: transitions.n,
      counts: transitions.counts.map((row, from) => row.map((count, to) => tellMove(from, to, count))),
      before: tellAll(transitions.before, lists.before),
      after: tellAll(transitions.after, lists.after),
      // A share and its count say how many the whole row has.
      shares: transitions.shares.map((row, from) =>
        isDefined(row)
          ? row.map((share, to) => table.tell(lists.before[from] as Place, tellMove(from, to, share)))
          : row,
      ),
      unchanged: table.tell(unchanged),
    },
    stuartMaxwell: areMovesTold ? stuartMaxwell : isHidden,
    ...(yes && {
      yes: {
        change: isShown(1) ? unlessFollows(yes.change) : hidden,
        shares: tellMoved(table, yes.shares, lists.moved),
        mcnemar: areMovesTold || !isDefined(yes.mcnemar) ? yes.mcnemar : isHidden,
      },
    }),
    ...(weighted && {
      weighted: weighted.map((one, place) => ({
        ...one,
        change: isShown(place) ? unlessFollows(one.change) : hidden,
      })),
    }),
  }
}

const isHidden = notDefined('hidden')
const withoutSpread = { sd: isHidden, se: isHidden, interval: isHidden, test: isHidden }

export const tellDistribution = (
  table: CountTable,
  { n, categories }: Distribution,
  places: readonly Place[],
): ToldDistribution => ({
  n,
  categories: categories.map(({ code, label, count, share, interval }, index) => {
    const place = places[index] as Place
    return {
      code,
      label,
      count: table.tell(place, count),
      share: table.tell(place, share),
      interval: table.tell(place, interval),
    }
  }),
})
