import { type Category, type Codebook, inOrder, keyFor } from './category.ts'
import { checkCategories } from './check-categories.ts'

/** What is wrong in a file, and where: lines count from 1, columns are those of a table by name, else characters from 1. */
export interface FileFault {
  line: number
  column?: string | number
  sentence: string
}

export type CodebookRead = { codebook: Codebook } | { faults: FileFault[] }

/** A category as a file has it, with the place of each of its parts. */
export interface PlacedCategory {
  category: Category
  placeOf: (field: keyof Category) => Omit<FileFault, 'sentence'>
}

/**
 * A codebook of what a file has, or every fault with its place. What has no key gets one from its name; what stands above a category
 * is named by key or by name.
 */
export function codebookOf(placed: readonly PlacedCategory[]): CodebookRead {
  if (placed.length === 0) return { faults: [{ line: 1, sentence: 'Die Datei enthält keine Kategorien.' }] }
  const taken = new Set(placed.map(({ category }) => category.key))
  const keyed = placed.map(({ category }) => {
    const key = category.key === '' ? keyFor(category.name, taken) : category.key
    taken.add(key)
    return { ...category, key }
  })
  const topsLast = keyed.toSorted((a, b) => Number(a.parent === null) - Number(b.parent === null))
  const byName = new Map(topsLast.map(({ name, key }) => [name, key]))
  const keyOf = (named: string) => (keyed.some(({ key }) => key === named) ? named : (byName.get(named) ?? named))
  const categories = keyed.map((one) => ({ ...one, parent: one.parent === null ? null : keyOf(one.parent) }))
  const faults = checkCategories(categories).flatMap(({ at, field, sentence }) => {
    const place = placed[at]?.placeOf(field)
    return place === undefined ? [] : [{ ...place, sentence }]
  })
  return faults.length > 0 ? { faults } : { codebook: inOrder(categories) }
}
