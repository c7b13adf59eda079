import type { Contact } from './contact.ts'

/** Where a table of somebody's own comes in, whose numbers are placed in fields. */
export interface ForeignTablePage {
  action: string
  notice: string
  /** Why the table is not taken, or ''. */
  error: string
  /** It seems to have one row per person, or somebody may have such a list: where that is counted, or ''. */
  counting: string
  isList: boolean
  /** Where the form itself comes as a file, or ''. */
  ownFile: string
  /** What is remembered, if anything is. */
  remembered: { count: number; action: string } | undefined
  /** Only some fields can be filled in: those asked back, or those of one's sections. */
  part: '' | 'asked' | 'sections'
  /** Why nothing is taken any more, or ''. */
  closed: string
  contact: Contact
}

/** A number of a table with the words that name it. */
export interface ShownFigure {
  words: string
  value: string
  place: string
}

/** Where somebody says which number of a table belongs to which field. */
export interface FigureMappingPage {
  action: string
  back: string
  /** All numbers of the table, as they are sent along. */
  figures: string
  /** What is asked, and what was said before. */
  asked: FigureRow[]
  known: FigureRow[]
  /** The numbers that can be placed nowhere, and why. */
  faulty: (ShownFigure & { sentence: string })[]
  /** How many numbers are for fields that somebody else fills in. */
  elsewhere: number
  /** What can be written beside a number. */
  fields: string[]
  errors: { field: string; message: string }[]
  /** Where lists are counted, if the table seems to be one. */
  counting: string
}

export interface FigureRow extends ShownFigure {
  name: string
  field: string
  isSuggested: boolean
  error: string
}

/** Which numbers of a table go into which fields, beside what that changes. */
export interface PlacedFigures {
  action: string
  figures: string
  /** Field, number and words; several where they are added up. */
  placed: { field: string; becomes: string; parts: ShownFigure[] }[]
  unused: string[]
  /** What was placed before together with others and is not in the table. */
  missing: { field: string; words: string[] }[]
  faulty: (ShownFigure & { sentence: string })[]
}
