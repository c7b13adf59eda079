import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { QueriesOfPage } from '../../../../views/page-data/query-pages.ts'
import { type About, placeOf, writeAbout } from '../../../queries/about.ts'
import { aboutChoices } from '../../../queries/about-choices.ts'
import type { TypedQuery } from '../../../queries/ask-back.ts'
import type { Hit } from '../../../queries/hits.ts'
import type { Query } from '../../../store/queries.ts'
import { shownUnit } from '../frame.ts'
import { queryView } from '../query-view.ts'
import {
  amendHref,
  amendWholeHref,
  participantFormHref,
  participantHref,
  queriesOfHref,
  queriesOfWaveHref,
  waveHref,
} from './addresses.ts'
import { chosenFields } from './amend-page.ts'
import { queryBadge } from './query-badge.ts'

export interface QueriesOfState {
  /** What was typed: of a new one, or to go on with one. */
  typed: TypedQuery & { query: number; mailed: boolean; closing: string }
  /** What was refused is to close one. */
  closing?: boolean
  errors?: QueriesOfPage['errors']
  notice?: string
}

interface Known {
  wave: string
  unit: string
  instrument: Instrument
  register: Register
  queries: readonly Query[]
  hits: readonly Hit[]
  /** Where a mail would go, or ''. */
  mail: string
  may: boolean
  /** See the page on the participant, and correct its answers. */
  mayFollow: boolean
  mayAmend: boolean
  who: string
  today: string
  /** Until when an answer is asked for, where nobody says otherwise. */
  usual: string
}

/** The Rückfragen of one participant with what was said to them, and the place to ask more. */
export function queriesOfPage(
  known: Known,
  { typed, closing = false, errors = [], notice = '' }: QueriesOfState,
): QueriesOfPage {
  const { wave, unit, instrument, register, queries, hits, mail, may, mayFollow, mayAmend, who, today, usual } = known
  const place = { wave, unit, office: true }
  const isNew = typed.query === 0
  const href = queriesOfHref(wave, unit)
  return {
    id: wave,
    waveHref: waveHref(wave),
    listHref: queriesOfWaveHref(wave),
    title: instrument.title,
    unit: shownUnit(instrument.unit, unit, register),
    participantHref: mayFollow ? participantHref(wave, unit) : '',
    formHref: participantFormHref(wave, unit),
    action: href,
    may,
    queries: queries.map((query) => ({
      ...queryView(query, instrument, place, today),
      entries: queryView(query, instrument, place, today).entries.map((entry, index) => ({
        ...entry,
        who: entry.who.replace(/^Ihre? /, ''),
        by: query.entries[index]?.account ?? entry.by,
      })),
      badge: queryBadge(query, today),
      account: query.account ?? '',
      isOwn: query.account === who,
      amendHref: mayAmend ? amendAboutHref(query.about, known) : '',
      seen: query.entries.length,
      typed: typed.query === query.id ? typed : { text: '', bis: formatDate(usual), closing: '' },
    })),
    ask: {
      text: isNew ? typed.text : '',
      bis: isNew && typed.bis !== '' ? typed.bis : formatDate(usual),
      groups: aboutChoices(instrument, isNew ? typed.zu : ''),
      mail,
      mailed: typed.mailed,
    },
    hits: hits.map(({ check, message, reason }) => ({
      message,
      reason,
      href: `${href}?zu=${writeAbout({ kind: 'check', name: check })}#fragen`,
    })),
    refused: closing ? 'Die Rückfrage ist noch nicht abgeschlossen' : 'Die Rückfrage ist noch nicht gestellt',
    // Each thread has fields of its own.
    errors: errors.map(({ field, message }) => ({
      field: isNew || field === '' ? field : `${field}-${typed.query}`,
      message,
    })),
    notice,
  }
}

/** Where a field is corrected, or all fields of a question; '' where nothing of it can be. */
function amendAboutHref(about: About, { wave, unit, instrument }: Known): string {
  const question = placeOf(about, instrument)?.question ?? ''
  if (about.kind === 'field' && chosenFields(instrument, { name: 'feld', value: about.name }).length > 0)
    return amendHref(wave, unit, about.name)
  return chosenFields(instrument, { name: 'frage', value: question }).length > 0
    ? amendWholeHref(wave, unit, question)
    : ''
}
