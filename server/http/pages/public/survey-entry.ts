import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { SurveyEntry } from '../../../../views/page-data/operator-pages.ts'
import { preparationHref, surveyHref } from '../addresses.ts'

/** A wave that anybody may read about. */
export interface PublicWave {
  id: string
  stichtag: string | null
  frist: string
  /** Somebody may still answer. */
  open: boolean
  /** The Frist of all is over. */
  over: boolean
  synthetic: boolean
}

/** The Frist in words. Some may have a later one of their own, which is nobody else's. */
export function fristWords({ frist, open, over }: PublicWave): string {
  const end = `${formatDate(frist)}, 24 Uhr`
  if (!open) return `${end} (beendet)`
  return over ? `${end} (beendet; einzelnen ist sie verlängert)` : end
}

export function surveyEntry(
  { id, stichtag, frist, open, synthetic }: PublicWave,
  { title, preparation }: Instrument,
): SurveyEntry {
  return {
    href: surveyHref(id),
    title,
    stichtag: stichtag === null ? '' : formatDate(stichtag),
    frist: formatDate(frist),
    open,
    synthetic,
    preparation: preparation === undefined ? '' : preparationHref(id),
  }
}
