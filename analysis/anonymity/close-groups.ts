/** By number: the values of all, null where somebody has none. */
type Numbers = readonly (readonly (number | null)[])[]

/**
 * Divides some units into groups of `k` to `2 k - 1` whose numbers are alike (fixed-size microaggregation by maximum distance to
 * the average, MDAV): the one farthest from the middle, with the `k - 1` nearest to it, is a group, and so on with those who are left.
 * Numbers are compared as logarithms in standard deviations; a missing one is as far from all. Domingo-Ferrer, Mateo-Sanz 2002.
 */
export function closeGroups(numbers: Numbers, indices: readonly number[], k: number): number[][] {
  const points = standardised(numbers, indices)
  let left = [...indices.keys()]
  const groups: number[][] = []
  while (left.length >= 2 * k) {
    const middle = mean(points, left)
    const far = nearest(points, left, middle).at(-1) as number
    const group = nearest(points, left, points[far] as Float64Array).slice(0, k)
    const taken = new Set(group)
    groups.push(group)
    left = left.filter((place) => !taken.has(place))
  }
  if (left.length > 0) groups.push(left)
  return groups.map((group) => group.map((place) => indices[place] as number))
}

function standardised(numbers: Numbers, indices: readonly number[]): Float64Array[] {
  const points = indices.map(() => new Float64Array(numbers.length))
  for (const [column, values] of numbers.entries()) {
    const own = indices.map((index) => {
      const value = values[index]
      return typeof value === 'number' ? Math.sign(value) * Math.log1p(Math.abs(value)) : null
    })
    const there = own.filter((value) => value !== null)
    const middle = there.reduce((sum, value) => sum + value, 0) / there.length
    const spread = Math.sqrt(there.reduce((sum, value) => sum + (value - middle) ** 2, 0) / there.length)
    if (!(spread > 0)) continue
    for (const [place, value] of own.entries())
      if (value !== null) (points[place] as Float64Array)[column] = (value - middle) / spread
  }
  return points
}

function mean(points: readonly Float64Array[], places: readonly number[]): Float64Array {
  const sum = new Float64Array(points[0]?.length ?? 0)
  for (const place of places)
    for (const [column, value] of (points[place] as Float64Array).entries())
      sum[column] = (sum[column] as number) + value / places.length
  return sum
}

/** From the nearest on; of two that are as near the first. */
function nearest(points: readonly Float64Array[], places: readonly number[], to: Float64Array): number[] {
  const distances = new Map(places.map((place) => [place, distance(points[place] as Float64Array, to)]))
  return places.toSorted((a, b) => (distances.get(a) as number) - (distances.get(b) as number) || a - b)
}

function distance(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let column = 0; column < one.length; column += 1)
    sum += ((one[column] as number) - (other[column] as number)) ** 2
  return sum
}
