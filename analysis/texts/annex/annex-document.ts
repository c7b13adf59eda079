import type { Annex } from './annex.ts'
import { cellWords, countWords } from './count-words.ts'
import type {
  AnnexDocument,
  CodingNote,
  DocumentChapter,
  DocumentCounts,
  DocumentSection,
  DocumentTable,
  WriterWords,
} from './document.ts'
import { methodNote } from './method-note.ts'
import { type ToldAnnex, type ToldChapter, type ToldGroup, type ToldSection, tellAnnex } from './tell-annex.ts'

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
    counts: documentCounts(told, writers),
    tables: [...tables],
  }
}

const chapterTitle = ({ title }: { title: string }, at: number) => `${at + 1}. ${title}`
const groupTitle = ({ title }: { title: string }, at: number) => (title === '' ? '' : `${letter(at, 65)}) ${title}`)
const letter = (at: number, first: number) => String.fromCharCode(first + at)
const isGrouped = ({ groups }: ToldChapter) => groups.some(({ title }) => title !== '')

function documentChapter(chapter: ToldChapter, at: number, writers: WriterWords): DocumentChapter {
  const id = `kapitel-${at + 1}`
  const grouped = isGrouped(chapter)
  return {
    id,
    title: chapterTitle(chapter, at),
    sources: chapter.sources,
    count: countWords(chapter.counts, writers),
    groups: chapter.groups.map((group, place) => ({
      id: `${id}-${letter(place, 97)}`,
      title: groupTitle(group, place),
      count: grouped ? countWords(group.counts, writers) : '',
      sections: group.sections.flatMap((section) => documentSection(section, writers)),
    })),
    outside: grouped ? `In keiner dieser Gruppen: ${countWords(chapter.outside, writers)}.` : '',
  }
}

/** None where nothing of it is printed: its counts stand with the others. */
function documentSection({ name, counts, excerpts, parts }: ToldSection, writers: WriterWords): DocumentSection[] {
  const below = parts.flatMap((part) => documentSection(part, writers))
  if (excerpts.length + below.length === 0) return []
  return [{ title: name, count: countWords(counts, writers), quotes: excerpts.map(quoted), parts: below }]
}

/** In quotation marks; those within become single ones. */
const quoted = (wording: string) => `„${wording.replace(/\s+/g, ' ').replaceAll('„', '‚').replace(/[“”]/g, '‘')}“`

function documentCounts({ chapters }: ToldAnnex, writers: WriterWords): DocumentCounts {
  const row = (name: string, { texts, units }: ToldChapter['counts']) => [
    ...[name, cellWords(texts)],
    ...(writers === null ? [] : [cellWords(units)]),
  ]
  const groupRows = ({ counts, sections, uncoded }: ToldGroup) => [
    row('alle', counts),
    ...sections.flatMap((section) => [
      row(section.name, section.counts),
      ...section.parts.map((part) => row(`${section.name}: ${part.name}`, part.counts)),
    ]),
    ...(uncoded.texts === 0 ? [] : [row('ohne Kategorie', uncoded)]),
  ]
  const parts = chapters.flatMap((chapter, at) => {
    const title = chapterTitle(chapter, at)
    const id = `anzahlen-${at + 1}`
    const groups = chapter.groups.map((group, place) => {
      const named = groupTitle(group, place)
      return {
        id: named === '' ? id : `${id}-${letter(place, 97)}`,
        chapter: title,
        group: named,
        rows: groupRows(group),
      }
    })
    if (!isGrouped(chapter)) return groups
    return [
      { id, chapter: title, group: '', rows: [row('alle', chapter.counts), row('in keiner Gruppe', chapter.outside)] },
      ...groups,
    ]
  })
  return {
    id: 'anzahlen',
    title: 'Anzahlen',
    heads: ['Kategorie', 'Texte', ...(writers === null ? [] : [writers.many])],
    note: 'verdeckt: Die Zahl erzählte von weniger als dreien, oder eine solche Zahl ließe sich aus ihr errechnen.',
    parts,
  }
}
