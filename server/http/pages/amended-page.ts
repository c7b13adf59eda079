import type { Instrument } from '../../../surveys/compile/instrument.ts'
import type { AmendedNotice } from '../../../views/page-data/amendment-entry.ts'
import type { AmendedPage } from '../../../views/page-data/amendment-pages.ts'
import { valueWords } from '../../amendments/amendment-words.ts'
import type { KnownAmendment } from '../../store/amendments.ts'
import { amendedHref, type Place } from './addresses.ts'
import { amendmentEntry, fieldTitle } from './amendment-entry.ts'

/** What is used instead of what was handed in; null where nothing is. */
export function amendedNotice(
  instrument: Instrument,
  amendments: readonly KnownAmendment[],
  place: Place,
): AmendedNotice | null {
  const entries = changedFields(amendments).map(([field, { was, became }]) => ({
    title: fieldTitle(instrument, field),
    was: valueWords(instrument, field, was),
    became: valueWords(instrument, field, became),
  }))
  return entries.length === 0 ? null : { href: amendedHref(place), entries }
}

/** By field what it was before all that holds, and what it is after; amendments come the newest first. */
function changedFields(amendments: readonly KnownAmendment[]) {
  const changed = new Map<string, Pick<KnownAmendment, 'was' | 'became'>>()
  for (const { field, was, became, holds } of amendments.toReversed())
    if (holds) changed.set(field, { was: changed.has(field) ? (changed.get(field)?.was ?? null) : was, became })
  return [...changed].filter(([, { was, became }]) => was !== became)
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
