import type { Contact } from './contact.ts'
import type { PlacedFigures } from './foreign-table-pages.ts'

/** The form as a file: to be taken away, filled in, and sent back. */
export interface OwnFilePage {
  downloads: { href: string; label: string; note: string }[]
  /** The same of one section. */
  sections: { href: string; title: string }[]
  action: string
  /** What of a file is taken: the whole of it, or a section. */
  parts: { value: string; label: string; selected: boolean }[]
  /** Why the file is not taken at all, or ''. */
  error: string
  /** All that is wrong with it. */
  faults: { place: string; field: string; sentence: string; allowed: string }[]
  /** Why nothing is taken any more, or ''. */
  closed: string
  /** After the Frist: only what is asked back is taken. */
  asked: boolean
  /** Where a table of another program comes in. */
  table: string
  contact: Contact
}

/** What a file or a count would change, to be looked at before it does. */
export interface OwnFilePreviewPage {
  /** The page that it comes from. */
  heading: string
  words: { both: string; since: string; wins: string; column: string; again: string }
  action: string
  back: string
  /** The revision of the draft that this page shows, and the one that the file was made from. */
  rev: number
  fileRev: number
  /** `12 Angaben ändern sich, 40 stehen schon so im Fragebogen.` */
  summary: string
  sections: { id: string; title: string; changes: FileChange[] }[]
  /** Changed in the form since the file was made. */
  both: (FileChange & { by: string })[]
  /** Nothing was chosen where there is something to choose, or ''. */
  error: string
  /** What else differs and stays as it is in the form. */
  stays: { title: string; fields: string[] }[]
  findings: { tone: 'danger' | 'warning'; label: string; message: string }[]
  /** How many of them are not shown. */
  moreFindings: number
  /** What is sent when it is confirmed. */
  fields: { name: string; value: string }[]
  /** The names of what was changed in both, as they are sent. */
  bothNames: string
  confirm: string
  /** Which numbers of a table of somebody's own they are. */
  figures?: PlacedFigures
}

interface FileChange {
  number: string
  label: string
  was: string
  becomes: string
}
