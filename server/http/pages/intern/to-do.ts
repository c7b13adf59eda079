import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { HomePage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { type Holder, mayUse, type Right } from '../../../domain/rights.ts'
import type { ToDo } from '../../../store/to-do.ts'
import { approvalsHref, jobsHref, logHref, outboxHref, personsHref, queriesOfWaveHref, waveHref } from './addresses.ts'

type Counted = { [K in keyof ToDo]: ToDo[K] extends number ? K : never }[keyof ToDo]

interface Kind {
  count: Counted
  right: Right
  one: string
  many: string
  /** Where it is done. */
  href: string
}

/** What may wait for somebody, the most urgent first, each for those alone who have its right. */
const kinds: readonly Kind[] = [
  {
    count: 'approvals',
    right: 'approval.decide',
    one: 'Vorschlag wartet auf ein zweites Konto',
    many: 'Vorschläge warten auf ein zweites Konto',
    href: approvalsHref,
  },
  {
    count: 'erasures',
    right: 'person.manage',
    one: 'Löschung wartet auf ein zweites Konto',
    many: 'Löschungen warten auf ein zweites Konto',
    href: personsHref,
  },
  {
    count: 'lateJobs',
    right: 'field.read',
    one: 'Auftrag ist überfällig',
    many: 'Aufträge sind überfällig',
    href: jobsHref,
  },
  {
    count: 'failedJobs',
    right: 'field.read',
    one: 'Auftrag ist misslungen',
    many: 'Aufträge sind misslungen',
    href: jobsHref,
  },
  {
    count: 'uncertainMails',
    right: 'field.read',
    one: 'E-Mail, von der ungewiss ist, ob sie ankam',
    many: 'E-Mails, von denen ungewiss ist, ob sie ankamen',
    href: outboxHref,
  },
  {
    count: 'unsealed',
    right: 'audit.read',
    one: 'Eintrag im Protokoll ist seit über einer Stunde nicht gesichert',
    many: 'Einträge im Protokoll sind seit über einer Stunde nicht gesichert',
    href: logHref,
  },
]

/** What needs whoever looks. Jobs reach everybody: an account that works for some is told of none. */
export const waiting = (todo: ToDo, holder: Holder): HomePage['waiting'] => [
  ...(mayUse(holder, 'query.manage') ? todo.queries.flatMap(queriesOfWave) : []),
  ...kinds.flatMap(({ count, right, one, many, href }) => {
    const number = todo[count]
    if (number === 0 || !mayUse(holder, right) || (href === jobsHref && holder.isScoped)) return []
    return [{ href, label: counted(number, one, many) }]
  }),
]

const counted = (number: number, one: string, many: string) => `${formatNumber(number)} ${number === 1 ? one : many}`

function queriesOfWave({ wave, overdue, answered }: ToDo['queries'][number]): HomePage['waiting'] {
  const words = [
    ...(overdue === 0 ? [] : [counted(overdue, 'Rückfrage ist überfällig', 'Rückfragen sind überfällig')]),
    ...(answered === 0 ? [] : [counted(answered, 'Rückfrage ist beantwortet', 'Rückfragen sind beantwortet')]),
  ]
  return words.map((label) => ({ href: queriesOfWaveHref(wave), label: `${wave}: ${label}` }))
}

/** What came in since the account was here last. */
export function arrivals({ lastHere, came }: ToDo, holder: Holder): HomePage['arrivals'] {
  const seesQueries = mayUse(holder, 'query.manage')
  const lines = came.flatMap(({ wave, forms, answers }) => [
    ...(forms === 0 ? [] : [{ href: waveHref(wave), label: `${wave}: ${counted(forms, 'Bogen', 'Bögen')}` }]),
    ...(answers === 0 || !seesQueries
      ? []
      : [
          {
            href: queriesOfWaveHref(wave),
            label: `${wave}: ${counted(answers, 'Antwort auf eine Rückfrage', 'Antworten auf Rückfragen')}`,
          },
        ]),
  ])
  return { since: lastHere === null ? 'in den letzten sieben Tagen' : `seit ${dayAndTime(lastHere)}`, lines }
}

const day = 86_400_000

/** How long a wave still runs; days as in calendars, `2026-12-15`. */
export function daysLeft(frist: string, today: string): string {
  const days = Math.round((Date.parse(frist) - Date.parse(today)) / day)
  if (days < 0) return 'Frist vorbei, einzelne verlängert'
  if (days === 0) return 'endet heute'
  return days === 1 ? 'noch 1 Tag' : `noch ${formatNumber(days)} Tage`
}
