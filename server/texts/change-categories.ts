import { applyChange } from '../../analysis/texts/codebook/apply-change.ts'
import { keyFor } from '../../analysis/texts/codebook/category.ts'
import type { Change } from '../../analysis/texts/codebook/change.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { addVersion, type CurrentCodebook } from '../store/texts/codebooks.ts'
import { blank } from './read-categories.ts'

/** What somebody typed to change categories. */
export interface TypedChange {
  aktion: 'neu' | 'beschreiben' | 'zusammenlegen' | 'teilen' | 'verschieben' | 'entfernen'
  kategorie: string
  andere: string
  name: string
  definition: string
  beispiel: string
  gegenbeispiel: string
}

export function changesOf(typed: TypedChange, { categories }: Pick<CurrentCodebook, 'categories'>): Change[] {
  const {
    aktion,
    kategorie: key,
    andere: other,
    name,
    definition,
    beispiel: example,
    gegenbeispiel: counterExample,
  } = typed
  const taken = new Set(categories.map((one) => one.key))
  switch (aktion) {
    case 'neu':
      return [{ kind: 'add', category: blank(keyFor(name, taken), name, other === '' ? null : other) }]
    case 'beschreiben': {
      // What is left blank stays as it is.
      const known = categories.find((one) => one.key === key) ?? blank(key, name, null)
      const renamed: Change[] = name === '' || known.name === name ? [] : [{ kind: 'rename', key, name }]
      const texts = {
        definition: definition || known.definition,
        example: example || known.example,
        counterExample: counterExample || known.counterExample,
      }
      return [...renamed, { kind: 'describe', key, ...texts }]
    }
    case 'zusammenlegen':
      return [{ kind: 'merge', keys: [key], into: other }]
    case 'verschieben':
      return [{ kind: 'move', key, parent: other === '' ? null : other }]
    case 'entfernen':
      return [{ kind: 'remove', key }]
    case 'teilen': {
      const names = name.split('\n').map((line) => line.trim())
      const into = names.filter(Boolean).map((line) => {
        const own = keyFor(line, taken)
        taken.add(own)
        return blank(own, line, null)
      })
      return [{ kind: 'split', key, into }]
    }
  }
}

interface Wanted {
  wave: string
  codebook: CurrentCodebook
  /** The version that the page showed. */
  number: number
  typed: TypedChange
  by: number
}

/** Makes the next version of a codebook, or says why not. */
export async function changeCategories(db: Db, { wave, codebook, number, typed, by }: Wanted): Promise<string> {
  const changed = 'Jemand hat die Kategorien inzwischen geändert. Bitte sehen Sie sie noch einmal durch.'
  if (number !== codebook.number) return changed
  const changes = changesOf(typed, codebook)
  let categories: CurrentCodebook['categories'] = codebook.categories
  for (const change of changes) {
    const after = applyChange(categories, change)
    if ('problem' in after) return after.problem
    categories = [...after.codebook]
  }
  const done = await db.transaction().execute(async (trx) => {
    await noteStaff(trx, { action: 'categories_changed', accountId: by, wave, detail: { codebook: codebook.id } })
    return addVersion(trx, { codebook: codebook.id, number: number + 1, categories, changes, by })
  })
  return done ? '' : changed
}
