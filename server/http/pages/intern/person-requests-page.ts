import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { PersonRequestsPage, RequestEntry } from '../../../../views/page-data/person-pages.ts'
import { dayOfTime } from '../../../domain/german-time.ts'
import { requestKinds, requestWordsYears } from '../../../persons/request-kinds.ts'
import type { PersonRequest } from '../../../store/person-requests.ts'
import { personHref } from './addresses.ts'

/** The list of requests, and the form for a new one. */
export function personRequestsPage(
  requests: readonly PersonRequest[],
  typed: { kind: string } & PersonRequestsPage['typed'],
  errors: PersonRequestsPage['errors'],
): PersonRequestsPage {
  const entries = (isClosed: boolean) =>
    requests.filter(({ closedAt }) => (closedAt !== null) === isClosed).map(requestEntry)
  return {
    open: entries(false),
    closed: entries(true),
    kinds: Object.entries(requestKinds).map(([value, { label, article }]) => ({
      value,
      label: `${label} (${article})`,
      selected: value === typed.kind,
    })),
    typed: { received: typed.received, searched: typed.searched },
    errors,
    years: requestWordsYears,
  }
}

function requestEntry(request: PersonRequest): RequestEntry {
  const { id, receivedOn, dueOn, closedAt, closedBy } = request
  const received = `eingegangen ${formatDate(receivedOn)}`
  return {
    href: personHref(id),
    title: requestTitle(request),
    lines:
      closedAt === null
        ? [received, `Frist ${formatDate(dueOn)}`]
        : [received, `beendet ${dayOfTime(closedAt)} von ${closedBy ?? ''}`],
    badges: requestBadges(request),
  }
}

export const requestTitle = ({ id, kind }: Pick<PersonRequest, 'id' | 'kind'>): string =>
  `Anliegen ${id}: ${requestKinds[kind].label}`

const soon = 7

/** How a request stands, and how its clock does. */
export function requestBadges({
  state,
  daysLeft,
  restricts,
}: Pick<PersonRequest, 'state' | 'daysLeft' | 'restricts'>): RequestEntry['badges'] {
  const holds = restricts ? [{ tone: 'warning', label: 'Einschränkung gilt' } as const] : []
  if (state === 'done') return [{ tone: 'success', label: 'erledigt' }, ...holds]
  if (state === 'refused') return [{ tone: 'plain', label: 'abgelehnt' }]
  const waiting = state === 'proposed' ? [{ tone: 'info', label: 'wartet auf Zustimmung' } as const] : []
  return [...waiting, { tone: daysLeft < 0 ? 'danger' : daysLeft <= soon ? 'warning' : 'info', label: clock(daysLeft) }]
}

function clock(daysLeft: number): string {
  if (daysLeft === 0) return 'heute fällig'
  const days = Math.abs(daysLeft) === 1 ? '1 Tag' : `${Math.abs(daysLeft)} Tage`
  return daysLeft < 0 ? `überfällig: ${days}` : `noch ${days}`
}
