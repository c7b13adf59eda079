import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { SurveyEntry } from '../../../../views/page-data/operator-pages.ts'
import { preparationHref, surveyHref } from '../addresses.ts'

/** A wave that anybody may read about. */
export interface PublicWave {
  id: string
  stichtag: string | null
  frist: string
  open: boolean
  synthetic: boolean
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
