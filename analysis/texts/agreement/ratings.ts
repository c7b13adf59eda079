/** What each coder made of a text, in the order of the coders; null where a coder did not code it. */
export type Ratings<Value = string> = readonly (Value | null)[]

/** What was given, without what is missing. */
export const givenOf = <Value>(ratings: Ratings<Value>): Value[] =>
  ratings.filter((value): value is Value => value !== null)

/** How often each value was given. */
export function countsOf<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How many pairs there are of so many. */
export const pairsOf = (count: number): number => (count * (count - 1)) / 2
