import { fewest, isFew } from './fewest.ts'
import { plus, spanOf } from './span.ts'

/** So many ways to put sets together are tried; where they do not end in time, something is taken to follow. */
const mostTries = 20_000

/** What is told, over the places of units that nothing told tells apart. */
export interface Sums {
  vectors: readonly Float64Array[]
  /** Of these it is not known what each did. */
  places: readonly number[]
  /** By place, how many are counted there. */
  counts: readonly number[]
  /** How many are counted at some places together. */
  countOf(places: readonly number[]): number
}

const isSet = (vector: Float64Array, places: readonly number[]) =>
  places.every((place) => vector[place] === 0 || vector[place] === 1)

/**
 * The sets of one or two whose count follows from what is told, each by the places where they are; 'too many' where the search does not
 * end in time. Places of three or more are in no such set: what is spanned without them is small. Places of nobody may belong to a set or
 * not, if only some way makes it a whole one.
 */
export function* fewSets({ vectors, places, counts, countOf }: Sums): Generator<readonly number[] | 'too many'> {
  const rank = (place: number) => ((counts[place] as number) >= fewest ? 0 : (counts[place] as number) > 0 ? 1 : 2)
  const order = [...places].sort((a, b) => rank(a) - rank(b))
  const [large, small] = [0, 1].map((most) => order.filter((place) => rank(place) <= most).length) as [number, number]
  const { rows, pivots } = spanOf(vectors.map((vector) => Float64Array.from(order, (place) => vector[place] as number)))
  // A row is zero before its pivot: those that begin behind the large ones are free of them.
  const between = (from: number, to: number) =>
    rows.flatMap((row, index) => {
      const pivot = pivots[index] as number
      return pivot >= from && pivot < to ? [{ row, pivot }] : []
    })
  const some = between(large, small)
  const nobody = between(small, order.length).map(({ row }) => row)
  const counted = Array.from({ length: small - large }, (_, at) => large + at)
  const ofNobody = Array.from({ length: order.length - small }, (_, at) => small + at)
  let tries = 0

  function* choose(
    depth: number,
    sum: Float64Array,
    pivotsTaken: readonly number[],
  ): Generator<readonly number[] | 'too many'> {
    tries += 1
    if (tries > mostTries) return yield 'too many'
    const next = some[depth]
    if (next === undefined) {
      if (!isSet(sum, counted)) return
      const set = counted.filter((at) => sum[at] === 1).map((at) => order[at] as number)
      if (!isFew(countOf(set))) return
      const whole = isWhole(sum)
      if (whole) yield whole === 'too many' ? whole : set.sort((a, b) => a - b)
      return
    }
    yield* choose(depth + 1, sum, pivotsTaken)
    const taken = [...pivotsTaken, order[next.pivot] as number]
    if (countOf(taken) < fewest) yield* choose(depth + 1, plus(sum, next.row), taken)
  }

  /** Whether a sum becomes a set by adding sets of nobody. */
  function isWhole(sum: Float64Array): boolean | 'too many' {
    const near = new Set(ofNobody.filter((at) => !isSet(sum, [at])))
    if (near.size === 0) return true
    const rowsNear: Float64Array[] = []
    const away = new Set(nobody)
    for (const at of near)
      for (const row of away) {
        if (row[at] === 0) continue
        away.delete(row)
        rowsNear.push(row)
        for (const other of ofNobody) if (row[other] !== 0) near.add(other)
      }
    /** By row: the places whose value no later one changes. */
    const settled = rowsNear.map((): number[] => [])
    for (const at of near) {
      const last = rowsNear.findLastIndex((row) => row[at] !== 0)
      if (last >= 0) settled[last]?.push(at)
      else if (!isSet(sum, [at])) return false
    }
    const add = (depth: number, own: Float64Array): boolean | 'too many' => {
      tries += 1
      if (tries > mostTries) return 'too many'
      const row = rowsNear[depth]
      if (row === undefined) return true
      for (const next of [own, plus(own, row)]) {
        const found = isSet(next, settled[depth] as number[]) && add(depth + 1, next)
        if (found) return found
      }
      return false
    }
    return add(0, sum)
  }

  yield* choose(0, new Float64Array(order.length), [])
}
