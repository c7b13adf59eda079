/** What a text can be about. */
export interface Category {
  /** Stays when the name changes; a column of exports is called so. */
  key: string
  name: string
  /** The key of the category that it is a subcategory of. */
  parent: string | null
  definition: string
  example: string
  /** What is easily taken for it, and is not. */
  counterExample: string
}

/** Each category followed by its subcategories, in the order in which they are offered. */
export type Codebook = readonly Category[]

export const longestKey = 32
export const longestName = 120
export const longestText = 4000

export const subcategoriesOf = (codebook: Codebook, key: string): Category[] =>
  codebook.filter(({ parent }) => parent === key)

/** In the order that a codebook has, whatever order its categories come in. */
export const inOrder = (categories: readonly Category[]): Codebook =>
  subcategories(categories, null).flatMap((one) => [one, ...subcategories(categories, one.key)])

const subcategories = (categories: readonly Category[], of: string | null) =>
  categories.filter(({ parent }) => parent === of)

/** A key for a name: `Ämter & Behörden` → `aemter_behoerden`, with a number where it is taken. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (sign) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[sign] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  const base = plain === '' ? 'kategorie' : plain.slice(0, longestKey).replace(/_+$/, '')
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base.slice(0, longestKey - `_${number}`.length)}_${number}`
    if (!taken.has(key)) return key
  }
}
