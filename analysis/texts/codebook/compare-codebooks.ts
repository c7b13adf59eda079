import type { Category, Codebook } from './category.ts'

const fields = ['name', 'parent', 'definition', 'example', 'counterExample'] as const

export interface CodebookComparison {
  added: Category[]
  removed: Category[]
  /** Those that both versions have, and in what they differ. */
  changed: { before: Category; after: Category; fields: (typeof fields)[number][] }[]
  /** Whether those that both have stand in another order. */
  reordered: boolean
}

/** Two versions of a codebook, category by category, in the order of the later one. */
export function compareCodebooks(before: Codebook, after: Codebook): CodebookComparison {
  const [earlier, later] = [byKey(before), byKey(after)]
  const common = after.flatMap((one) => {
    const known = earlier.get(one.key)
    return known === undefined ? [] : [{ before: known, after: one }]
  })
  const inPlace = common.filter((pair) => pair.before.parent === pair.after.parent)
  const places = inPlace.map((pair) => before.indexOf(pair.before))
  return {
    added: after.filter(({ key }) => !earlier.has(key)),
    removed: before.filter(({ key }) => !later.has(key)),
    changed: common
      .map((pair) => ({ ...pair, fields: fields.filter((field) => pair.before[field] !== pair.after[field]) }))
      .filter((pair) => pair.fields.length > 0),
    reordered: places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0)),
  }
}

const byKey = (codebook: Codebook) => new Map(codebook.map((one) => [one.key, one]))
