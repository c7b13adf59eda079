import type { Answers } from './given.ts'

/** How many of some units are the only ones with their key. */
export function uniqueBy(indices: readonly number[], keyOf: (index: number) => string): number {
  const counts = new Map<string, number>()
  for (const index of indices) counts.set(keyOf(index), (counts.get(keyOf(index)) ?? 0) + 1)
  return [...counts.values()].filter((count) => count === 1).length
}

type Columns = readonly Pick<Answers, 'values'>[]

/**
 * How many units of a class, each with itself, nobody can rule out who knows what one of them answered: all that have the same
 * values. One that is missing rules nobody out.
 */
export function alikeOf(columns: Columns, indices: readonly number[]): number[] {
  const kinds = new Map<string, number[]>()
  for (const index of indices) {
    const key = JSON.stringify(columns.map(({ values }) => values[index] ?? null))
    kinds.set(key, [...(kinds.get(key) ?? []), index])
  }
  const groups = [...kinds.values()]
  return groups.flatMap((group) => {
    const possible = groups.filter((other) => isPossible(columns, group[0] as number, other[0] as number))
    const count = possible.reduce((sum, { length }) => sum + length, 0)
    return group.map(() => count)
  })
}

const isPossible = (columns: Columns, one: number, other: number) =>
  columns.every(({ values }) => values[one] === null || values[other] === null || values[one] === values[other])
