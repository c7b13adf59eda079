import { agreement, type CodedText } from '../../analysis/texts/agreement/agreement.ts'
import type { Coding } from '../../analysis/texts/annex/annex-text.ts'
import type { CodingNote } from '../../analysis/texts/annex/document.ts'
import type { PlannedChapter } from '../../analysis/texts/annex/plan.ts'
import type { Category, Codebook } from '../../analysis/texts/codebook/category.ts'
import { finalCategories } from '../../analysis/texts/settling/final-categories.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { AnnexSource, CodebookInState } from '../store/texts/annex-texts.ts'
import { codingsOf, settlementsOf } from '../store/texts/codings.ts'
import type { TextsOf } from '../store/texts/list-texts.ts'
import { codedByNewest } from '../texts/coded-texts.ts'

/** The seed of the interval of agreement, so that the same state gives the same annex. */
const seed = 1

export interface FinalCodings {
  /** What each text is taken to be about, in the order of the codebook; texts that nobody has coded are missing. */
  finals: Map<number, Category[]>
  /** Somebody has to decide something yet. */
  hasOpen: boolean
  note: CodingNote | undefined
}

/** What coders gave the texts of a wave, and what was settled where they differ. */
export async function finalCodings(db: Db, of: TextsOf, codebooks: readonly CodebookInState[]): Promise<FinalCodings> {
  const settled = new Map<number, Map<string, boolean>>()
  for (const { text, category, holds } of await settlementsOf(db, of))
    settled.set(text, (settled.get(text) ?? new Map<string, boolean>()).set(category, holds))
  const finals = new Map<number, Category[]>()
  const all: CodedText[] = []
  let hasOpen = false
  for (const codebook of codebooks) {
    const given = await codingsOf(db, of, codebook.fields)
    const versions = codebook.versions.map((one) => ({ ...one, by: null, at: new Date(0) }))
    const { texts, undecided } = codedByNewest(given, versions)
    hasOpen ||= undecided.size > 0
    for (const { text, codings } of texts) {
      const id = Number(text)
      const final = finalCategories([...codings.values()], settled.get(id))
      hasOpen ||= final.open.size > 0
      finals.set(
        id,
        newestOf(codebook).filter(({ key }) => final.given.has(key)),
      )
    }
    all.push(...texts)
  }
  const coders = new Set(all.flatMap(({ codings }) => [...codings.keys()]))
  const note = coders.size === 0 ? undefined : { coders: coders.size, agreement: agreement(all, [], { seed }) }
  return { finals, hasOpen, note }
}

const newestOf = ({ versions }: CodebookInState): Codebook => versions.at(-1)?.categories ?? []

/** What is released of a text is printed once: with the first of its categories that is not above another one of them. */
export function codingsFor({ id, released }: AnnexSource, { finals }: FinalCodings): Coding[] {
  const categories = finals.get(id) ?? []
  const printed = categories.find(({ key }) => !categories.some(({ parent }) => parent === key))
  return categories.map((one) => ({
    category: one.key,
    excerpt: one === printed && released !== null ? { wording: released, released: true } : null,
  }))
}

/** The categories of a chapter: its questions have to share them, or nobody could tell what its counts are of. */
export function codebookOf({ title, names }: PlannedChapter, codebooks: readonly CodebookInState[]): Codebook {
  const own = codebooks.filter(({ fields }) => fields.some((field) => names.has(field.toLowerCase())))
  if (own.length > 1)
    throw new InputError(
      `Das Kapitel „${title}“ hat Fragen mit verschiedenen Kategorien (${own.map((one) => one.title).join(', ')}). Bitte teilen Sie es im Plan.`,
    )
  return own[0] === undefined ? [] : newestOf(own[0])
}

export function undecidedWords(sources: readonly AnnexSource[], { finals, hasOpen }: FinalCodings): string[] {
  return [
    ...(sources.some(({ id }) => !finals.has(id))
      ? ['Einige Texte hat noch niemand kodiert; sie zählen als „ohne Kategorie“.']
      : []),
    ...(hasOpen
      ? ['Über einige Unterschiede ist noch nicht entschieden; was offen ist, zählt nicht als zugeordnet.']
      : []),
  ]
}
