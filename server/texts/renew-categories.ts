import type { Codebook } from '../../analysis/texts/codebook/category.ts'
import type { Change } from '../../analysis/texts/codebook/change.ts'
import { compareCodebooks } from '../../analysis/texts/codebook/compare-codebooks.ts'
import type { CodebookRead } from '../../analysis/texts/codebook/read-categories.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { addVersion, type CurrentCodebook } from '../store/texts/codebooks.ts'
import { isCategoryFile, readCategories } from './read-categories.ts'

interface Wanted {
  wave: string
  codebook: CurrentCodebook
  /** The version that the page showed. */
  number: number
  text: string
  by: number
}

/** Makes what a file has the next version of a codebook, or says why not. */
export async function renewCategories(
  db: Db,
  { wave, codebook, number, text, by }: Wanted,
): Promise<Extract<CodebookRead, { faults: unknown }> | string> {
  // A list of names has no keys: what was renamed there would be another category, and its codings lost.
  if (!isCategoryFile(text)) return 'Bitte fügen Sie den ganzen Inhalt einer Datei ein (CSV oder JSON), mit Schlüsseln.'
  const read = readCategories(text)
  if ('faults' in read) return read
  const changed = 'Jemand hat die Kategorien inzwischen geändert. Bitte sehen Sie sie noch einmal durch.'
  if (number !== codebook.number) return changed
  const { categories: before, id } = codebook
  const changes = changesBetween(before, read.codebook)
  if (changes.length === 0 && !compareCodebooks(before, read.codebook).reordered)
    return 'Die Kategorien sind schon genau so.'
  const version = { codebook: id, number: number + 1, categories: read.codebook, by }
  const done = await db.transaction().execute(async (trx) => {
    await noteStaff(trx, { action: 'categories_changed', accountId: by, wave, detail: { codebook: id } })
    return addVersion(trx, { ...version, changes })
  })
  return done ? '' : changed
}

/** What leads from one version to another: each category is known by its key. */
export function changesBetween(before: Codebook, after: Codebook): Change[] {
  const { added, removed, changed } = compareCodebooks(before, after)
  return [
    ...added.map((category): Change => ({ kind: 'add', category })),
    ...changed.flatMap(({ after: { key, name, parent, definition, example, counterExample }, fields }): Change[] => [
      ...(fields.includes('parent') ? [{ kind: 'move' as const, key, parent }] : []),
      ...(fields.includes('name') ? [{ kind: 'rename' as const, key, name }] : []),
      ...(fields.some((field) => field !== 'parent' && field !== 'name')
        ? [{ kind: 'describe' as const, key, definition, example, counterExample }]
        : []),
    ]),
    ...removed.toReversed().map(({ key }): Change => ({ kind: 'remove', key })),
  ]
}
