import type { Category } from '../../analysis/texts/codebook/category.ts'

/** Letters without case and umlauts, as a search reads them. */
const plain = (text: string) => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '')

const shortest = 5

/**
 * Categories that a text may belong to, each with why: since equal texts were given them, or since a word of the category's name stands in the text,
 * within other words too.
 */
export function suggestions(
  text: string,
  categories: readonly Category[],
  given: readonly { category: string; count: number }[],
): Map<string, string> {
  const said = plain(text)
  const found = new Map<string, string>()
  for (const { key, name } of categories) {
    const word = name.split(/[^\p{L}]+/u).find((one) => one.length >= shortest && said.includes(plain(one)))
    if (word !== undefined) found.set(key, `Vorschlag: „${word}“ kommt vor.`)
  }
  for (const { category, count } of given)
    if (categories.some(({ key }) => key === category))
      found.set(
        category,
        `Vorschlag: ${count === 1 ? 'ein gleicher Text wurde' : `${count} gleiche Texte wurden`} so zugeordnet.`,
      )
  return found
}
