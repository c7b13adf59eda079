import type { Agreement } from '../agreement/agreement.ts'

/** An annex as it is read: in the browser, on paper, as a file. */
export interface AnnexDocument {
  title: string
  synthetic: boolean
  /** What it was made of: the state of the data, or a file. */
  madeOf: string
  introduction: string[]
  method: string[]
  chapters: DocumentChapter[]
  counts: DocumentCounts
  /** What else there is to tell in figures. */
  tables: DocumentTable[]
}

export interface DocumentChapter {
  id: string
  /** `2. Nutzung des Plans` */
  title: string
  /** `Fragen 15 + 17` */
  sources: string
  count: string
  groups: DocumentGroup[]
  /** Who is in none of the groups, or ''. */
  outside: string
}

export interface DocumentGroup {
  id: string
  /** `A) Häufig bis sehr häufig`, or '' where the chapter has no groups. */
  title: string
  count: string
  /** Those of which something is printed. */
  sections: DocumentSection[]
}

export interface DocumentSection {
  title: string
  count: string
  /** With their quotation marks. */
  quotes: string[]
  parts: DocumentSection[]
}

/** All counts of categories, below each other. */
export interface DocumentCounts {
  id: string
  title: string
  heads: string[]
  note: string
  /** A chapter, or one of its groups. */
  parts: { id: string; chapter: string; group: string; rows: string[][] }[]
}

export interface DocumentTable {
  id: string
  title: string
  heads: string[]
  rows: string[][]
  /** What has to be known to read it, or ''. */
  note: string
}

/** What those who wrote are called; null where nobody knows who they are. */
export type WriterWords = { one: string; many: string } | null

/** Who coded, and how well they agreed. */
export interface CodingNote {
  coders: number
  /** Where texts were coded by several. */
  agreement?: Pick<Agreement, 'texts' | 'overall'>
}
