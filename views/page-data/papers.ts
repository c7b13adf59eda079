import type { Book } from '../../analysis/codebook/book.ts'
import type { KreisReport } from '../../analysis/kreisbericht/report.ts'
import type { AnnexDocument } from '../../analysis/texts/annex/document.ts'
import type { StateLookup } from '../../surveys/regions/state-lookup.ts'
import type { AnswerRows } from './answer-rows.ts'
import type { PrintPage, ReceiptPage, Unit } from './form-pages.ts'

/** What can be printed, each with the data of its template in views/paper. */
export interface Papers {
  questionnaire: QuestionnairePaper
  receipt: ReceiptPaper
  person: PersonPaper
  letters: LettersPaper
  codebook: CodebookPaper
  'hand-over': HandOverPaper
  kreisbericht: KreisReport
  annex: AnnexDocument
}

/** What a wave or a panel asks and holds, to be read and filed. */
export interface CodebookPaper {
  /** The wave, or the waves, and the state of the data. */
  id: string
  state: string
  book: Book
}

/** Figures of a year, signed, to be handed over. Days and times are formatted. */
export interface HandOverPaper {
  title: string
  year: string
  level: string
  name: string
  key: string
  /** The day of the deadline. */
  deadline: string
  synthetic: boolean
  signed: { by: string; at: string; number: number }
  rows: { number: string; label: string; unit: string; words: string }[]
  parts: { name: string; key: string; words: string }[]
  notes: string[]
  warning: string
}

export interface QuestionnairePaper {
  title: string
  /** To be filled in by hand: with hints, and a place for everything. Otherwise it shows stored answers. */
  blank: boolean
  /** Its name and note, and the Stichtag, may be ''. */
  unit: Unit
  stichtag: string
  frist: string
  synthetic: boolean
  /** When the answers were saved, or ''. */
  saved: string
  /** Where the form is to be found online, or ''. */
  address: string
  edition: { id: string; version: string; hash: string }
  introduction: string[]
  sections: PrintPage['sections']
  /** Which state counts where, on the last pages of a paper that is to be filled in by hand. */
  states: (StateLookup & { doubts: { names: string; why: string }[] })[]
}

export interface ReceiptPaper
  extends Omit<ReceiptPage, 'saveHref' | 'earlier' | 'open' | 'over' | 'amended' | 'burden'> {
  /** Where the receipt is to be found online, as text and as the drawing of a QR code (SVG). */
  address: string
  qr: string
}

/** What is kept of a person, to be handed out to them. */
export interface PersonPaper {
  madeAt: string
  about: {
    controller: string
    purpose: string
    basis: string
    source: string
    recipients: string[]
    thirdCountries: string
    retention: { label: string; lines: string[] }[]
  }
  /** A form each, with what stands in it of the person. */
  places: {
    title: string
    unit: string
    texts: { question: string; label: string; text: string; state: string; at: string }[]
  }[]
  /** Forms that asked this very person. */
  forms: { title: string; unit: string; states: { heading: string; answers: AnswerRows[] }[] }[]
  initials: { wave: string; unit: string; label: string }[]
  /** Sentences on what is not used for the time being, and on what was corrected. */
  restrictions: string[]
  corrections: string[]
  accounts: { name: string; role: string }[]
  /** What the register says of the person by number. */
  registered: { number: string; facts: string[] }[]
}

/** Letters in the order in which they are posted. */
export interface LettersPaper {
  title: string
  date: string
  /** To be looked at, not to be posted: marked across. */
  specimen: boolean
  sender: {
    name: string
    /** On whose behalf, or ''. */
    onBehalf: string
    /** Above the address in the window. */
    returnLine: string
    facts: [name: string, value: string][]
  }
  letters: Letter[]
}

/** A paragraph, the box with address and code, or the list of what lies below a cover sheet. */
export interface LetterPart {
  kind: 'text' | 'zugang' | 'liste'
  lines: string[]
}

export interface Letter {
  address: string[]
  facts: [name: string, value: string][]
  subject: string
  parts: LetterPart[]
  /** The QR code is an SVG; it says what `link` says. */
  access: { address: string; link: string; code: string; qr: string }
  list: { unit: string; verbund: string }[]
}
