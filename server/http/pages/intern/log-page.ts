import { z } from 'zod'
import { isDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { StaffPages } from '../../../../views/page-data/staff-pages.ts'
import { isLogKind, type LogFilter, logKinds } from '../../../audit/log-kinds.ts'
import { logFormats } from '../../../audit/log-lines.ts'
import { sinceWords } from '../../../audit/since-words.ts'
import type { Anchor } from '../../../domain/log-chain.ts'
import type { LogCut } from '../../../store/log-cuts.ts'
import type { LoggedEntry } from '../../../store/log-entries.ts'
import { logFileHref, logHref } from './addresses.ts'
import { choice } from './choice-form.ts'
import { logEntry } from './log-entry.ts'

const perPage = 50
/** One more than is shown tells whether there are earlier ones. */
export const askedFor = perPage + 1

const text = z.string().trim().max(100).catch('')
const address = z.object({ art: text, konto: text, erhebung: text, tag: text, vor: text, nur: text })

/** What the address of the log asks for; what is not understood does not matter. `nur=downloads` is how it was once said. */
export function readLogQuery(query: unknown): { filter: LogFilter; before: number | undefined } {
  const { art, konto, erhebung, tag, vor, nur } = address.parse(query)
  const kind = nur === 'downloads' ? nur : art
  const filter = {
    kind: isLogKind(kind) ? kind : undefined,
    account: konto || undefined,
    wave: erhebung || undefined,
    day: isDate(tag) ? tag : undefined,
  }
  return { filter, before: /^\d{1,15}$/.test(vor) ? Number(vor) : undefined }
}

function hrefOf(href: string, { kind, account, wave, day }: LogFilter, before?: number): string {
  const said = Object.entries({ art: kind, konto: account, erhebung: wave, tag: day, vor: before })
  const query = said.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return query.length === 0 ? href : `${href}?${new URLSearchParams(query)}`
}

interface Logged {
  filter: LogFilter
  before: number | undefined
  found: readonly LoggedEntry[]
  accounts: readonly string[]
  waves: readonly string[]
  newest: Anchor | undefined
  unsealed: number
  cut: LogCut | undefined
}

export function logPage({
  filter,
  before,
  found,
  accounts,
  waves,
  newest,
  unsealed,
  cut,
}: Logged): StaffPages['intern/log'] {
  const shown = found.slice(0, perPage)
  const named = (names: readonly string[], all: string) => [
    { value: '', label: all },
    ...names.map((name) => ({ value: name, label: name })),
  ]
  const kinds = [
    { value: '', label: 'alle außer denen der Befragten' },
    ...Object.entries(logKinds).map(([value, { label }]) => ({ value, label })),
  ]
  return {
    entries: shown.map((entry) => ({ ...logEntry(entry), isSealed: entry.number !== null })),
    form: {
      choices: [
        choice('art', 'Vorgänge', filter.kind ?? '', kinds),
        choice('konto', 'Konto', filter.account ?? '', named(accounts, 'alle')),
        choice('erhebung', 'Erhebung', filter.wave ?? '', named(waves, 'alle')),
      ],
      day: filter.day ?? '',
      resetHref: hrefOf(logHref, filter) === logHref ? '' : logHref,
    },
    newestHref: before === undefined ? '' : hrefOf(logHref, filter),
    earlierHref: found.length > perPage ? hrefOf(logHref, filter, shown.at(-1)?.id) : '',
    seal: {
      number: newest === undefined ? '' : formatNumber(newest.number),
      hash: newest?.hash ?? '',
      unsealed: formatNumber(unsealed),
      since: cut === undefined ? '' : sinceWords(cut),
    },
    files: Object.entries(logFormats).map(([format, { label }]) => ({
      label,
      href: hrefOf(logFileHref(format), filter),
    })),
  }
}
