import type { Db } from '../database/database.ts'
import type { Mark } from '../database/text-tables.ts'
import type { CurrentCodebook } from '../store/texts/codebooks.ts'
import { addCoding, lastOwnCoding } from '../store/texts/codings.ts'
import type { ListedText } from '../store/texts/list-texts.ts'

const part = /^([a-z][a-z0-9_]*):(\d{1,6})-(\d{1,6})$/

/** What was ticked: categories of the whole text, and parts as `geld:0-12`. */
export function typedMarks(categories: readonly string[], parts: readonly string[]): Mark[] {
  const whole = [...new Set(categories)].map((category): Mark => ({ category }))
  const own = [...new Set(parts)].flatMap((one): Mark[] => {
    const [, category, start, end] = part.exec(one) ?? []
    return category === undefined ? [] : [{ category, start: Number(start), end: Number(end) }]
  })
  return [...whole, ...own]
}

interface Typed {
  text: ListedText
  codebook: CurrentCodebook
  /** The version that the page showed. */
  version: number
  marks: readonly Mark[]
  /** No category fits, and somebody said so. */
  fitsNone: boolean
  by: number
}

/** Keeps a coding, or says why not. */
export async function codeText(db: Db, { text, codebook, version, marks, fitsNone, by }: Typed): Promise<string> {
  const known = new Set(codebook.categories.map(({ key }) => key))
  if (version !== codebook.versionId || marks.some(({ category }) => !known.has(category)))
    return 'Die Kategorien wurden inzwischen geändert. Bitte sehen Sie Ihre Auswahl noch einmal durch und speichern Sie dann.'
  const outside = marks.some(({ start = 0, end = 1 }) => start >= end || end > text.text.length)
  if (outside) return 'Eine markierte Stelle liegt nicht im Text. Bitte markieren Sie sie noch einmal.'
  if (marks.length === 0 && !fitsNone)
    return 'Bitte wählen Sie mindestens eine Kategorie. Wenn keine passt, wählen Sie „Passt zu keiner“.'
  await db
    .transaction()
    .execute((trx) => addCoding(trx, { text: text.id, version: codebook.versionId, marks: fitsNone ? [] : marks, by }))
  return ''
}

/** Takes the last own coding of a wave back; what held before it holds again. Says which text it was. */
export async function undoCoding(db: Db, wave: string, by: number): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    const last = await lastOwnCoding(trx, wave, by)
    if (last === undefined) return undefined
    const { id: undoes, text, version, before } = last
    await addCoding(trx, { text, version, marks: before, by, undoes })
    return text
  })
}
