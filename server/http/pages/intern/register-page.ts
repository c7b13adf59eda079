import { z } from 'zod'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import { readDay } from '../../../../surveys/reading/typed-date.ts'
import type { LinkedCell, RegisterPage } from '../../../../views/page-data/register-pages.ts'
import { kreisName } from '../../../domain/kreis-name.ts'
import { recipientKinds } from '../../../registry/funding/kinds.ts'
import type { ListedPosting, ListedProvision, ListedRecipient } from '../../../store/funding-list.ts'
import {
  type Listed,
  type ListedKommune,
  type ListedKreis,
  type ListedPerson,
  type ListedVerbund,
  perPage,
  type RegisterFilter,
} from '../../../store/register-list.ts'
import { registerFilesHref, registerHref, registerUnitHref } from './addresses.ts'
import { choice } from './choice-form.ts'
import { providerWords } from './funding-histories.ts'
import { span } from './span.ts'

/** What of the register can be looked at. */
const registerViews = {
  kommunen: { label: 'Kommunen', one: 'Kommune' },
  kreise: { label: 'Kreise', one: 'Kreis' },
  verbuende: { label: 'Antragsverbünde', one: 'Antragsverbund' },
  nummern: { label: 'IM-Nummern', one: 'IM-Nummer' },
  zuwendung: { label: 'Zuwendungsempfänger', one: 'Zuwendungsempfänger' },
  durchfuehrung: { label: 'Kommunen mit Durchführung', one: 'Kommune mit Durchführung' },
  einsaetze: { label: 'Einsätze', one: 'Einsatz' },
} as const

export type RegisterView = keyof typeof registerViews

/** What was found, by what was looked for. */
export type Found =
  | ({ view: 'kommunen' } & Listed<ListedKommune>)
  | ({ view: 'kreise' } & Listed<ListedKreis>)
  | ({ view: 'verbuende' } & Listed<ListedVerbund>)
  | ({ view: 'nummern' } & Listed<ListedPerson>)
  | ({ view: 'zuwendung' } & Listed<ListedRecipient>)
  | ({ view: 'durchfuehrung' } & Listed<ListedProvision>)
  | ({ view: 'einsaetze' } & Listed<ListedPosting>)

const text = z.string().trim().max(100).catch('')
const address = z.object({
  ansicht: z.enum(Object.keys(registerViews) as [RegisterView, ...RegisterView[]]).catch('kommunen'),
  suche: text,
  kreis: z
    .string()
    .regex(/^\d{3}$/)
    .catch(''),
  tag: text,
  seite: z.coerce.number().int().min(1).max(1000).catch(1),
})

export interface RegisterQuery {
  view: RegisterView
  filter: RegisterFilter
  /** As it was typed. */
  day: string
  isDayUnread: boolean
}

/** What the address asks for; a day that cannot be read is today, and is said to be unread. */
export function readRegisterQuery(query: unknown, today: string): RegisterQuery {
  const { ansicht, suche, kreis, tag, seite } = address.parse(query)
  const read = readDay(tag)
  const day = read.state === 'given' ? read.value : today
  return {
    view: ansicht,
    filter: { search: suche, kreis, day, page: seite - 1 },
    day: tag,
    isDayUnread: read.state === 'unreadable',
  }
}

export function registerPage(
  { view, filter, day, isDayUnread }: RegisterQuery,
  found: Found,
  kreise: readonly { kreis: string; name: string; typ: string }[],
): RegisterPage {
  const { label, one } = registerViews[view]
  const hrefOf = (changed: Partial<{ ansicht: string; suche: string; kreis: string; tag: string; seite: number }>) => {
    const said = { ansicht: view, suche: filter.search, kreis: filter.kreis, tag: day, seite: 1, ...changed }
    const kept = Object.entries(said).filter(
      ([name, value]) => !['', 1, 'kommunen'].includes(value) || (name === 'suche' && value !== ''),
    )
    return kept.length === 0
      ? registerHref
      : `${registerHref}?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`
  }
  const { total } = found
  const first = filter.page * perPage
  const isSearched = filter.search !== '' || filter.kreis !== ''
  return {
    views: Object.entries(registerViews).map(([ansicht, one]) => ({
      label: one.label,
      href: hrefOf({ ansicht, ...(ansicht === 'kreise' ? { kreis: '' } : {}) }),
      current: ansicht === view,
    })),
    view,
    label,
    choices:
      view === 'kreise'
        ? []
        : [
            choice('kreis', 'Kreis', filter.kreis, [
              { value: '', label: 'alle' },
              ...kreise.map(({ kreis, ...named }) => ({ value: kreis, label: `${kreisName(named)} (${kreis})` })),
            ]),
          ],
    typed: { search: filter.search, day },
    errors: isDayUnread ? [{ field: 'tag', message: 'Bitte geben Sie einen Tag an, zum Beispiel 31.12.2018.' }] : [],
    summary: `${formatNumber(total)} ${total === 1 ? one : label} am ${formatDate(filter.day)}${
      total > perPage
        ? `, gezeigt ${formatNumber(first + 1)} bis ${formatNumber(Math.min(first + perPage, total))}`
        : ''
    }.`,
    table: tableOf(found),
    empty: isSearched
      ? 'Dazu steht nichts im Verzeichnis. Bitte suchen Sie nach einem Teil des Namens, oder heben Sie die Auswahl auf.'
      : 'Das Verzeichnis ist noch leer. Bitte lesen Sie eine Datei ein.',
    earlierHref: filter.page > 0 ? hrefOf({ seite: filter.page }) : '',
    laterHref: first + perPage < total ? hrefOf({ seite: filter.page + 2 }) : '',
    filesHref: registerFilesHref,
    resetHref: isSearched || day !== '' ? hrefOf({ suche: '', kreis: '', tag: '' }) : '',
  }
}

const linked = (key: string, label: string): LinkedCell => ({ text: label, href: registerUnitHref(key) })
const plain = (label: string): LinkedCell => ({ text: label })
const count = (number: number | null) => plain(number === null ? '–' : formatNumber(number))
const yes = (is: boolean) => plain(is ? 'ja' : 'fehlt')

function tableOf(found: Found): RegisterPage['table'] {
  switch (found.view) {
    case 'kommunen':
      return {
        heads: ['Kommune', 'GKZ', 'Kreis', 'Einwohner', 'Zuständig', 'Anschrift'],
        rows: found.rows.map((one) => [
          linked(one.gkz, one.name),
          plain(one.gkz),
          linked(one.gkz.slice(0, 3), kreisName({ typ: one.kreisTyp, name: one.kreisName })),
          count(one.population),
          one.verbund === null || one.verbund === one.gkz
            ? plain('selbst')
            : linked(one.verbund, one.verbundName ?? one.verbund),
          yes(one.hasAddress),
        ]),
      }
    case 'kreise':
      return {
        heads: ['Kreis', 'Schlüssel', 'Regierungsbezirk', 'Kommunen', 'Einwohner'],
        rows: found.rows.map((one) => [
          linked(one.kreis, kreisName(one)),
          plain(one.kreis),
          plain(one.regierungsbezirk),
          count(one.kommunen),
          count(one.population),
        ]),
      }
    case 'verbuende':
      return {
        heads: ['Antragsverbund', 'Nummer', 'Kommunen', 'IM-Nummern', 'Anschrift'],
        rows: found.rows.map((one) => [
          linked(one.verbund, one.name),
          plain(`${one.verbund}${one.synthetic ? ' (synthetisch)' : ''}`),
          count(one.members),
          count(one.persons),
          yes(one.hasAddress),
        ]),
      }
    case 'nummern':
      return {
        heads: ['IM-Nummer', 'Antragsverbund', 'Gilt'],
        rows: found.rows.map((one) => [
          linked(one.number, one.number),
          linked(one.verbund, one.verbundName),
          plain(span(one.from, one.until)),
        ]),
      }
    case 'zuwendung':
      return {
        heads: ['Zuwendungsempfänger', 'Schlüssel', 'Art', 'Gilt', 'Kommunen', 'Personen', 'VZÄ'],
        rows: found.rows.map((one) => [
          linked(one.empfaenger, one.name),
          plain(one.empfaenger),
          plain(recipientKinds[one.art]),
          plain(span(one.from, one.until)),
          count(one.kommunen),
          count(one.persons),
          plain(formatNumber(one.vzae)),
        ]),
      }
    case 'durchfuehrung':
      return {
        heads: ['Kommune', 'GKZ', 'Durchführung', 'Zuwendung an', 'Gilt'],
        rows: found.rows.map((one) => [
          linked(one.gkz, one.name),
          plain(one.gkz),
          plain(providerWords(one)),
          linked(one.empfaenger, one.empfaengerName),
          plain(span(one.from, one.until)),
        ]),
      }
    case 'einsaetze':
      return {
        heads: ['IM-Nummer', 'Zuwendungsempfänger', 'VZÄ', 'Gilt'],
        rows: found.rows.map((one) => [
          linked(one.number, one.number),
          linked(one.empfaenger, one.empfaengerName),
          plain(formatNumber(one.vzae)),
          plain(span(one.from, one.until)),
        ]),
      }
  }
}
