import type { Block, KreisReport } from '../../analysis/kreisbericht/report.ts'
import type { ChoiceForm } from './evaluation-pages.ts'

/** The report of a Kreis for a year, with the places for paragraphs of its own. */
export interface KreisReportPage {
  kreisHref: string
  kreis: string
  title: string
  year: string
  asOf: string
  /** What was done, or ''. */
  notice: string
  /** What was asked for and is not shown, or ''. */
  problem: string
  form: ChoiceForm
  /** Nothing is known for this year. */
  isEmpty: boolean
  invented: boolean
  files: { href: string; label: string }[]
  highlights: KreisReport['highlights']
  /** All sections, those without a figure too. */
  sections: {
    id: string
    title: string
    blocks: Block[]
    /** What stands where there is no block. */
    nothing: string
    own: { paragraphs: string[]; written: string } | null
    write: { href: string; label: string }
  }[]
  notes: KreisReport['notes']
}

/** A paragraph of one's own, to be written. */
export interface KreisParagraphPage {
  kreisHref: string
  kreis: string
  backHref: string
  action: string
  year: string
  section: string
  hint: string
  text: string
  /** The revision that is before whoever writes. */
  seen: string
  /** Who wrote what is there now, or ''. */
  written: string
  error: string
  /** What somebody else wrote meanwhile, or ''. */
  others: string
  earlier: { written: string; text: string }[]
}
