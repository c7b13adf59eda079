import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { QueryView } from '../../../views/page-data/query-view.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import { checkSentence, placeOf } from '../../queries/about.ts'
import { type QueryStanding, standingOfQuery } from '../../queries/standing.ts'
import type { Query, QueryEntry } from '../../store/queries.ts'
import { type Place, queryHref, receiptHref, sectionHref } from './addresses.ts'

/** What it says to those who answer; for the office it says it in its own words. */
const standings: Record<QueryStanding, QueryView['badge']> = {
  open: { tone: 'warning', label: 'Antwort erbeten' },
  overdue: { tone: 'warning', label: 'Antwort erbeten' },
  answered: { tone: 'info', label: 'beantwortet' },
  closed: { tone: 'success', label: 'abgeschlossen' },
}

/** What the office has not answered yet. */
const received: QueryView['badge'] = { tone: 'info', label: 'eingegangen' }

const speakers = { asked: 'Rückfrage', answered: 'Ihre Antwort', submitted: 'Erneut abgesendet' } as const

/** A Rückfrage as those see it who answer, with what was said to it. */
export function queryView(query: Query, instrument: Instrument, place: Place, today: string): QueryView {
  const { id, about, closedAt, dueOn, lastKind } = query
  const at = placeOf(about, instrument)
  const isClosing = ({ kind, at }: QueryEntry) => kind === 'asked' && closedAt !== null && at >= closedAt
  const firstAsked = query.entries.findIndex((entry) => entry.kind === 'asked' && !isClosing(entry))
  const isObjection = firstAsked === -1
  return {
    id,
    href: place.office ? '' : queryHref(place, id),
    label: at?.label ?? about.name,
    title: `${isObjection ? 'Ihr Widerspruch' : 'Rückfrage'} ${about.kind === 'check' ? 'zum' : 'zu'} ${at?.label ?? about.name}`,
    sentence: checkSentence(about, instrument),
    question: at?.question ?? '',
    fieldHref: at === undefined ? '' : `${sectionHref(place, at.section)}#${at.anchor}`,
    badge: isObjection && closedAt === null ? received : standings[standingOfQuery(query, today)],
    due: closedAt === null && lastKind === 'asked' ? formatDate(dueOn) : '',
    open: closedAt === null,
    entries: query.entries.map((entry, index) => {
      const { kind, text, at, editor, receipt } = entry
      // Before anything was asked there is nothing to answer: it is said against a correction.
      const isAgainst = kind === 'answered' && (isObjection || index < firstAsked)
      return {
        who: isClosing(entry) ? 'Zum Abschluss' : isAgainst ? 'Ihr Widerspruch' : speakers[kind],
        by: editor ?? '',
        at: dayAndTime(at),
        text,
        receipt: receipt === null ? null : { href: receiptHref(place, receipt), number: receipt },
      }
    }),
  }
}
