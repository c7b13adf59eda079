import type { Annex, AnnexSection } from '../../analysis/texts/annex/annex.ts'
import { annexDocument } from '../../analysis/texts/annex/annex-document.ts'
import { buildAnnex } from '../../analysis/texts/annex/build-annex.ts'
import type { AnnexDocument } from '../../analysis/texts/annex/document.ts'
import type { Plan } from '../../analysis/texts/annex/plan.ts'
import { InputError } from '../errors/input-error.ts'
import type { readCodedFile } from './read-coded-file.ts'

type Coded = Awaited<ReturnType<typeof readCodedFile>>

/** The annex of a coded table, and all its counts for whoever has the table. */
export function annexOfTable(coded: Coded, plan: Plan): { annex: Annex; document: AnnexDocument } {
  const { texts, codebookOf, hasUnits, coders, file, hash } = coded
  const built = buildAnnex({ plan, texts, codebookOf, order: 'given' })
  if ('refused' in built)
    throw new InputError(built.refused.map(({ text, sentence }) => `${file}, ${text}: ${sentence}`))
  const document = annexDocument(built.annex, {
    madeOf: `Aus der Tabelle ${file}, SHA-256 ${hash.slice(0, 16)}`,
    synthetic: false,
    writers: hasUnits ? { one: 'Stelle', many: 'Stellen' } : null,
    coding: coders.length === 0 ? undefined : { coders: coders.length },
  })
  return { annex: built.annex, document }
}

/** A count of an annex, nothing hidden. */
export interface CountLine {
  chapter: string
  group: string
  category: string
  subcategory: string
  texts: number
  units: number
  excerpts: number
}

/** All counts of an annex below each other: for those who have the texts before them. */
export function countLines({ chapters }: Annex): CountLine[] {
  return chapters.flatMap((chapter) => {
    const line = (group: string, category: string, subcategory: string, counts: AnnexSection['counts']): CountLine => {
      const { texts, units, excerpts } = counts
      return { chapter: chapter.title, group, category, subcategory, texts, units, excerpts }
    }
    return [
      line('', '', '', chapter.counts),
      ...chapter.groups.flatMap((group) => [
        ...(group.title === '' ? [] : [line(group.title, '', '', group.counts)]),
        ...group.sections.flatMap((section) => [
          line(group.title, section.name, '', section.counts),
          ...section.parts.map((part) => line(group.title, section.name, part.name, part.counts)),
        ]),
        ...(group.uncoded.texts === 0 ? [] : [line(group.title, 'ohne Kategorie', '', group.uncoded)]),
      ]),
      ...(chapter.outside.texts === 0 ? [] : [line('in keiner Gruppe', '', '', chapter.outside)]),
    ]
  })
}
