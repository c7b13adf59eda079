import type { Annex } from './annex.ts'
import { cellWords, countWords } from './count-words.ts'
import type {
  AnnexDocument,
  CodingNote,
  DocumentChapter,
  DocumentSection,
  DocumentTable,
  WriterWords,
} from './document.ts'
import { methodNote } from './method-note.ts'
import { type ToldAnnex, type ToldChapter, type ToldSection, tellAnnex } from './tell-annex.ts'

interface Told {
  madeOf: string
  synthetic: boolean
  writers: WriterWords
  coding?: CodingNote | undefined
  /** Further tables, behind those of the categories. */
  tables?: readonly DocumentTable[]
}

/** An annex as it is read, with what may be told of its counts. */
export function annexDocument(annex: Annex, { madeOf, synthetic, writers, coding, tables = [] }: Told): AnnexDocument {
  const told = tellAnnex(annex)
  return {
    title: annex.title,
    synthetic,
    madeOf,
    introduction: [...annex.introduction],
    method: methodNote(annex, told, { coding, writers }),
    chapters: told.chapters.map((chapter, at) => documentChapter(chapter, at, writers)),
    tables: [countsTable(told, writers), ...tables],
  }
}

const chapterTitle = ({ title }: { title: string }, at: number) => `${at + 1}. ${title}`
const groupTitle = ({ title }: { title: string }, at: number) =>
  title === '' ? '' : `${String.fromCharCode(65 + at)}) ${title}`

function documentChapter(chapter: ToldChapter, at: number, writers: WriterWords): DocumentChapter {
  const id = `kapitel-${at + 1}`
  const isGrouped = chapter.groups.some(({ title }) => title !== '')
  return {
    id,
    title: chapterTitle(chapter, at),
    sources: chapter.sources,
    count: countWords(chapter.counts, writers),
    groups: chapter.groups.map((group, place) => ({
      id: `${id}-${String.fromCharCode(97 + place)}`,
      title: groupTitle(group, place),
      count: isGrouped ? countWords(group.counts, writers) : '',
      sections: group.sections.map((section) => documentSection(section, writers)),
    })),
    outside: isGrouped ? `In keiner dieser Gruppen: ${countWords(chapter.outside, writers)}.` : '',
  }
}

const documentSection = (section: ToldSection, writers: WriterWords): DocumentSection => ({
  title: section.name,
  count: countWords(section.counts, writers),
  quotes: section.excerpts.map(quoted),
  parts: section.parts.map((part) => documentSection(part, writers)),
})

/** In quotation marks; those within become single ones. */
const quoted = (wording: string) => `„${wording.replace(/\s+/g, ' ').replaceAll('„', '‚').replace(/[“”]/g, '‘')}“`

function countsTable({ chapters }: ToldAnnex, writers: WriterWords): DocumentTable {
  const row = (chapter: string, group: string, name: string, { texts, units }: ToldChapter['counts']) => [
    ...[chapter, group, name, cellWords(texts)],
    ...(writers === null ? [] : [cellWords(units)]),
  ]
  const rows = chapters.flatMap((chapter, at) => {
    const title = chapterTitle(chapter, at)
    const groups = chapter.groups.flatMap((group, place) => {
      const named = groupTitle(group, place)
      return [
        ...(named === '' ? [] : [row(title, named, 'alle', group.counts)]),
        ...group.sections.flatMap((section) => [
          row(title, named, section.name, section.counts),
          ...section.parts.map((part) => row(title, named, `${section.name}: ${part.name}`, part.counts)),
        ]),
        ...(group.uncoded.texts === 0 ? [] : [row(title, named, 'ohne Kategorie', group.uncoded)]),
      ]
    })
    const isGrouped = chapter.groups.some((one) => one.title !== '')
    return [
      row(title, '', 'alle', chapter.counts),
      ...groups,
      ...(isGrouped ? [row(title, 'in keiner Gruppe', 'alle', chapter.outside)] : []),
    ]
  })
  return {
    id: 'anzahlen',
    title: 'Anzahlen',
    heads: ['Kapitel', 'Gruppe', 'Kategorie', 'Texte', ...(writers === null ? [] : [writers.many])],
    rows,
    note: 'verdeckt: Die Zahl erzählte von weniger als dreien.',
  }
}
