import fc from 'fast-check'
import t from 'tap'
import type { Sum } from '../../../analysis/disclosure/could-differ.ts'
import { type Count, type Sight, suppress } from '../../../analysis/disclosure/suppress.ts'

const counted = (counts: readonly number[]): Count[] => counts.map((count) => ({ count }))

/** Some parts and their total. */
function row(parts: readonly number[]): Sight[] {
  const total = parts.reduce((all, part) => all + part, 0)
  return suppress(counted([...parts, total]), [{ parts: [...parts.keys()], total: parts.length }])
}

t.test('one and two are not shown, zero and three are', async (t) => {
  t.strictSame(row([0, 3, 4]), ['shown', 'shown', 'shown', 'shown'])
  t.strictSame(row([1, 9, 5]), ['few', 'shown', 'covered', 'shown'], 'the smallest beside it keeps it company')
  t.strictSame(row([1, 2, 8]), ['few', 'few', 'shown', 'shown'], 'either could be the one, and the other the two')
  t.strictSame(row([1, 1, 8]), ['few', 'few', 'covered', 'shown'], 'two that make two are one each')
  t.strictSame(row([2, 2, 8]), ['few', 'few', 'shown', 'shown'], 'two that make four could be one and three')
  t.strictSame(row([1, 3]), ['few', 'covered', 'shown'])
  t.strictSame(row([1, 0, 0]), ['few', 'shown', 'shown', 'few'])
})

t.test('what follows from two tables beside each other is covered too', async (t) => {
  // All: 15 yes, 9 no; the pairs: 14 yes, 9 no. One who is no pair said yes.
  const [allYes, allNo, pairsYes, pairsNo, otherYes, otherNo, all, pairs] = [0, 1, 2, 3, 4, 5, 6, 7]
  const counts = [...counted([15, 9, 14, 9]), { count: 1, implied: true as const }, ...counted([0, 24, 23])]
  const sums = [
    { parts: [allYes, allNo], total: all },
    { parts: [pairsYes, pairsNo], total: pairs },
    { parts: [pairsYes, otherYes], total: allYes },
    { parts: [pairsNo, otherNo], total: allNo },
  ]
  const sights = suppress(counts, sums)
  const thinkable = new Set([...possible(counts, sums, sights, 2)].map((table) => table[otherYes]))
  t.ok(thinkable.size > 1, `${sights}: ${[...thinkable]}`)
})

t.test('of persons, what counts is how many stand behind them', async (t) => {
  const counts = [{ count: 40, contributors: 2 }, { count: 30 }, { count: 50 }, { count: 120 }]
  t.strictSame(suppress(counts, [{ parts: [0, 1, 2], total: 3 }]), ['few', 'covered', 'shown', 'shown'])
})

const mostSteps = 200_000

/** Tables of whole numbers that fit what is shown and the sums, no count further off than `reach`: what a reader can think of. */
function* possible(counts: readonly Count[], sums: readonly Sum[], sights: readonly Sight[], reach: number) {
  let steps = 0
  const values = counts.map(({ count }) => count)
  const free = [...counts.keys()].filter((place) => sights[place] !== 'shown')
  const touching = (place: number) => sums.filter((sum) => sum.total === place || sum.parts.includes(place))
  const isOpen = (place: number, from: number) => free.indexOf(place) >= from
  function* fill(at: number): Generator<number[]> {
    const place = free[at]
    if (place === undefined) {
      yield [...values]
      return
    }
    const count = counts[place]?.count as number
    for (let value = Math.max(counts[place]?.implied ? 0 : 1, count - reach); value <= count + reach; value += 1) {
      steps += 1
      if (steps > mostSteps) return
      values[place] = value
      const fits = touching(place).every(({ parts, total }) => {
        if ([...parts, total].some((one) => isOpen(one, at + 1))) return true
        return parts.reduce((all, one) => all + (values[one] as number), 0) === values[total]
      })
      if (fits) yield* fill(at + 1)
    }
    values[place] = counts[place]?.count as number
  }
  yield* fill(0)
}

/** A table of rows and columns with all its margins. */
function crossTable(cells: readonly (readonly number[])[]): { counts: Count[]; sums: Sum[] } {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0]
  const add = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
  const byColumn = Array.from({ length: columns }, (_, column) => cells.map((one) => one[column] as number))
  const values = [...cells.flat(), ...cells.map(add), ...byColumn.map(add), add(cells.flat())]
  const at = (r: number, c: number) => r * columns + c
  const places = (n: number) => Array.from({ length: n }, (_, place) => place)
  const [rowAt, columnAt] = [rows * columns, rows * columns + rows]
  return {
    counts: counted(values),
    sums: [
      ...places(rows).map((r) => ({ parts: places(columns).map((c) => at(r, c)), total: rowAt + r })),
      ...places(columns).map((c) => ({ parts: places(rows).map((r) => at(r, c)), total: columnAt + c })),
      { parts: places(rows).map((r) => rowAt + r), total: columnAt + columns },
      { parts: places(columns).map((c) => columnAt + c), total: columnAt + columns },
    ],
  }
}

const cell = fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(6) })

t.test('no reader can work out one or two, whatever the table', async () => {
  fc.assert(
    fc.property(
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
        .chain(([rows, columns]) =>
          fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
        ),
      (cells) => {
        const { counts, sums } = crossTable(cells)
        const sights = suppress(counts, sums)
        // Where everything is hidden nothing more can be done.
        if (sights.every((sight, place) => sight !== 'shown' || counts[place]?.count === 0)) return true
        const few = [...counts.keys()].filter((place) => sights[place] === 'few')
        const seen = few.map((place) => new Set([counts[place]?.count as number]))
        for (const table of possible(counts, sums, sights, 2)) {
          for (const [index, place] of few.entries()) seen[index]?.add(table[place] as number)
          if (seen.every(({ size }) => size > 1)) break
        }
        return seen.every(({ size }) => size > 1)
      },
    ),
    { numRuns: 300 },
  )
})
