import type { CountTable, Place } from '../disclosure/count-table.ts'
import { hidden } from '../disclosure/hidden.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { Backing } from './backing.ts'
import type { CategoryComparison, Distribution } from './compare-categories.ts'
import { placeMoved, tellMoved } from './disclose-numbers.ts'
import { isHidden, withoutError, withoutSpread } from './hidden-spread.ts'
import type { ToldCategories, ToldMissing } from './results.ts'
import type { Change } from './shown-change.ts'
import type { ToldDistribution } from './told-distribution.ts'

/** Where the counts of a comparison of categories stand in the table. */
export interface CategoryPlaces {
  /** By category; those of groups make up those of all. */
  lists: { allBefore: Place[]; allAfter: Place[]; before: Place[]; after: Place[]; moved: Place[] }
  /** Only of the total: a group has too few to tell from which answer to which they went. */
  moves?: Place[][]
  unchanged: Place
}

const countsOf = ({ categories }: Distribution) => categories.map(({ count }) => count)

/** The units that were compared, and who stands behind them. */
export interface Backed {
  backing: Backing
  indices: readonly number[]
}

export function placeCategories(
  table: CountTable,
  result: CategoryComparison,
  { backing, indices }: Backed,
  isTotal: boolean,
): CategoryPlaces {
  const { pairs, transitions, yes } = result
  const paired = indices.filter(backing.isPair)
  const behind = (is: (index: number) => boolean) => ({ contributors: backing.count(paired, is) })
  const isSame = (index: number) => backing.before(index) === backing.after(index)
  const n = table.know(pairs.n)
  const list = (one: Distribution, of: Backing['before']) => {
    const places = countsOf(one).map((count, value) =>
      table.add(
        count,
        behind((index) => of(index) === value),
      ),
    )
    table.sum(places, n)
    return places
  }
  const [before, after] = [list(pairs.before, backing.before), list(pairs.after, backing.after)]
  const unchanged = table.add(transitions.unchanged, behind(isSame))
  const changed = table.imply(
    pairs.n - transitions.unchanged,
    behind((index) => !isSame(index)),
  )
  table.sum([unchanged, changed], n)
  const lists = {
    allBefore: beside(table, result.before, before, { backing, indices }, 'before'),
    allAfter: beside(table, result.after, after, { backing, indices }, 'after'),
    before,
    after,
    moved: yes === undefined ? [] : placeMoved(table, yes.shares, backing.moved(indices)),
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
    const either = table.imply(
      (countsOf(pairs.before)[1] ?? 0) + (transitions.counts[0]?.[1] ?? 0),
      behind((index) => backing.before(index) === 1 || backing.after(index) === 1),
    )
    table.sum([yesBefore, risen], either)
    table.sum([yesAfter, fallen], either)
    table.sum([same], unchanged)
  }
  if (!isTotal) return { lists, unchanged }
  const moves = transitions.counts.map((row, from) =>
    row.map((count, to) =>
      table.add(
        count,
        behind((index) => backing.before(index) === from && backing.after(index) === to),
      ),
    ),
  )
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
function beside(
  table: CountTable,
  all: Distribution,
  pairPlaces: readonly Place[],
  { backing, indices }: Backed,
  wave: 'before' | 'after',
): Place[] {
  const [value, isOther] = [backing[wave], wave === 'before' ? backing.isOnlyBefore : backing.isOnlyAfter]
  const others = indices.filter(isOther)
  const places = countsOf(all).map((count, category) =>
    table.add(count, { contributors: backing.count(indices, (index) => value(index) === category) }),
  )
  table.sum(places, table.know(all.n))
  for (const [category, place] of places.entries()) {
    const own = others.filter((index) => value(index) === category)
    const other = table.imply(own.length, { contributors: backing.count(own) })
    table.sum([pairPlaces[category] as Place, other], place)
  }
  return places
}

export function tellCategories(
  table: CountTable,
  { kind, units, pairs, transitions, stuartMaxwell, yes, weighted, observed, ...all }: CategoryComparison,
  { lists, moves, unchanged }: CategoryPlaces,
  { missing, isErrorTold }: { missing: ToldMissing; isErrorTold: boolean },
): ToldCategories {
  const isShown = (place: number) =>
    [lists.before, lists.after].every((list) => list[place] !== undefined && table.isTold(list[place]))
  // Of yes and no an error or a test and the shares say how many changed: as many as both directions have.
  const areMovesTold = lists.moved.every((place) => table.isTold(place))
  const unlessFollows = <Of extends Change>(change: Of | NotDefined): Of | NotDefined => {
    if (!isDefined(change)) return change
    return { ...change, ...(!isErrorTold && withoutError), ...(!areMovesTold && withoutSpread) }
  }
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
    ...(observed && { observed }),
    ...(yes && {
      yes: {
        isExact: yes.isExact,
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
