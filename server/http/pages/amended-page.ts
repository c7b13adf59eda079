import type { Instrument } from '../../../surveys/compile/instrument.ts'
import type { AmendedNotice } from '../../../views/page-data/amendment-entry.ts'
import type { AmendedPage } from '../../../views/page-data/amendment-pages.ts'
import type { KnownAmendment } from '../../store/amendments.ts'
import { amendedHref, type Place } from './addresses.ts'
import { amendmentEntry } from './amendment-entry.ts'

/** What stands amended beside what was handed in; null where nothing does. */
export function amendedNotice(
  instrument: Instrument,
  amendments: readonly KnownAmendment[],
  place: Place,
): AmendedNotice | null {
  const entries = amendments
    .filter(({ undoneAt }) => undoneAt === null)
    .map((one) => amendmentEntry(one, instrument, { office: false }))
  return entries.length === 0 ? null : { href: amendedHref(place), entries }
}

/** What of a form the office amended, as those who were asked read it. */
export function amendedPage(
  instrument: Instrument,
  amendments: readonly KnownAmendment[],
  place: Place,
  { typed, notice = '', threadHref = '', errors = [] }: Partial<AmendedPage>,
): AmendedPage {
  return {
    action: amendedHref(place),
    amendments: amendments.map((one) => amendmentEntry(one, instrument, { office: false })),
    typed,
    notice,
    threadHref,
    errors,
  }
}
