import { z } from 'zod'
import { isDate } from '../../surveys/reading/dates.ts'
import { type ColumnCode, defaultColumns, isColumn } from './list-columns.ts'
import { isStanding, type Standing } from './standing.ts'

/** Which participants are wanted, and how they are shown: all of it stands in the address. */
export interface ListQuery {
  /** A part of a name, a key or a number. */
  suche: string
  zustand: Standing | ''
  kreis: string
  groesse: string
  verbund: string
  /** Written to until this day and not opened since, `2026-11-29`. */
  ungeoeffnet: string
  gesendet: 'ja' | 'nein' | ''
  /** Begun, not sent, and nothing saved after this day. */
  ruht: string
  /** Drafts whose first open section, or the one saved last, has this id. */
  offen: string
  zuletzt: string
  sortierung: ColumnCode | 'name'
  /** The largest first. */
  abwaerts: boolean
  spalten: readonly ColumnCode[]
  seite: number
}

const text = z.string().trim().max(100).catch('')
const several = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat())
  .catch([])
const address = z.object({
  suche: text,
  zustand: text,
  kreis: text,
  groesse: text,
  verbund: text,
  ungeoeffnet: text,
  gesendet: z.enum(['ja', 'nein', '']).catch(''),
  ruht: text,
  offen: text,
  zuletzt: text,
  sortierung: text,
  spalte: several,
  seite: text,
})

/** What the address of the list asks for; what is not understood does not matter. */
export function readListQuery(query: unknown): ListQuery {
  const { zustand, ungeoeffnet, ruht, sortierung, spalte, seite, ...given } = address.parse(query)
  const sorted = sortierung.replace(/^-/, '')
  const chosen = spalte.filter(isColumn)
  return {
    ...given,
    zustand: isStanding(zustand) ? zustand : '',
    ungeoeffnet: isDate(ungeoeffnet) ? ungeoeffnet : '',
    ruht: isDate(ruht) ? ruht : '',
    sortierung: isColumn(sorted) ? sorted : 'name',
    abwaerts: sortierung.startsWith('-'),
    spalten: chosen.length > 0 ? chosen : defaultColumns,
    seite: /^[1-9]\d{0,4}$/.test(seite) ? Number(seite) : 1,
  }
}

/** What follows the `?` of an address; what is as usual is left out. */
export function listParameters(query: ListQuery): [name: string, value: string][] {
  const { sortierung, abwaerts, spalten, seite, ...given } = query
  const isUsual = spalten.length === defaultColumns.length && spalten.every((code) => defaultColumns.includes(code))
  const sorted = sortierung === 'name' && !abwaerts ? '' : `${abwaerts ? '-' : ''}${sortierung}`
  return [
    ...Object.entries(given),
    ['sortierung', sorted] as [string, string],
    ...(isUsual ? [] : spalten.map((code): [string, string] => ['spalte', code])),
    ['seite', seite === 1 ? '' : String(seite)] as [string, string],
  ].filter((one): one is [string, string] => one[1] !== '')
}

/** The same read back from what followed the `?`. */
export function queryOfText(text: string): ListQuery {
  const given = new URLSearchParams(text)
  const fields = [...new Set(given.keys())].map((name) => {
    const all = given.getAll(name)
    return [name, name === 'spalte' ? all : (all[0] ?? '')]
  })
  return readListQuery(Object.fromEntries(fields))
}

/** The address of the list, with some of it changed; another choice begins on its first page. */
export function listHref(href: string, query: ListQuery, changes: Partial<ListQuery> = {}): string {
  const given = listParameters({ ...query, seite: 1, ...changes })
  return given.length === 0 ? href : `${href}?${new URLSearchParams(given)}`
}

/** Without any filter. */
export const everybody = {
  suche: '',
  zustand: '',
  kreis: '',
  groesse: '',
  verbund: '',
  ungeoeffnet: '',
  gesendet: '',
  ruht: '',
  offen: '',
  zuletzt: '',
} as const satisfies Partial<ListQuery>

/** Whether any filter is set. */
export const isFiltered = (query: ListQuery): boolean =>
  (Object.keys(everybody) as (keyof typeof everybody)[]).some((name) => query[name] !== '')
