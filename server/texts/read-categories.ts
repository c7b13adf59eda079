import type { Category, Codebook } from '../../analysis/texts/codebook/category.ts'
import { inOrder, keyFor } from '../../analysis/texts/codebook/category.ts'
import { checkCategories } from '../../analysis/texts/codebook/check-categories.ts'
import { readCodebookCsv } from '../../analysis/texts/codebook/codebook-csv.ts'
import { readCodebookJson } from '../../analysis/texts/codebook/codebook-json.ts'
import type { CodebookRead } from '../../analysis/texts/codebook/read-categories.ts'

/** Categories as somebody types or pastes them: a line each with subcategories indented, or a file in CSV or JSON. */
export function readCategories(typed: string): CodebookRead {
  const text = typed.replace(/\r\n?/g, '\n')
  if (isJson(text)) return readCodebookJson(text)
  return isTable(text) ? readCodebookCsv(text) : readLines(text)
}

/** Whether it is what a file has, not a list of names. */
export const isCategoryFile = (typed: string): boolean => isJson(typed) || isTable(typed.replace(/\r\n?/g, '\n'))

const isJson = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trim()
    .startsWith('{')

function isTable(text: string): boolean {
  const [first = ''] = text.replace(/^\uFEFF/, '').split('\n')
  return /(?:^|[;,\t])"?name"?(?:[;,\t]|$)/i.test(first)
}

function readLines(text: string): CodebookRead {
  const lines = text.split('\n').map((line, at) => ({ line: at + 1, name: line.trim(), isSub: /^\s/.test(line) }))
  const taken = new Set<string>()
  const placed: { line: number; category: Category }[] = []
  let top: string | null = null
  for (const { line, name, isSub } of lines) {
    if (name === '') continue
    const key = keyFor(name, taken)
    taken.add(key)
    placed.push({ line, category: blank(key, name, isSub ? top : null) })
    if (!isSub) top = key
  }
  if (placed.length === 0) return { faults: [{ line: 1, sentence: 'Bitte geben Sie mindestens eine Kategorie an.' }] }
  const categories = placed.map(({ category }) => category)
  const faults = checkCategories(categories).map(({ at, sentence }) => ({ line: placed[at]?.line ?? 1, sentence }))
  return faults.length > 0 ? { faults } : { codebook: inOrder(categories) as Codebook }
}

export const blank = (key: string, name: string, parent: string | null): Category => ({
  key,
  name,
  parent,
  definition: '',
  example: '',
  counterExample: '',
})
