import { z } from 'zod'
import { type GroupOrder, groupOrders } from '../../../../analysis/report/group-order.ts'
import { allValuesUsed, type ValuesUsed, valuesCalled, valuesUsed } from '../../../../surveys/codebook/values-used.ts'
import { InputError } from '../../../errors/input-error.ts'
import type { PanelRequest } from '../../../evaluation/compare-panel.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { territoryNamed } from '../../../evaluation/territory-names.ts'
import type { Snapshot, WantedData } from '../../../store/panel-answers.ts'
import { comparisonHref } from './addresses.ts'
import { wavesOf } from './waves-of-query.ts'

const longest = 100
const text = z.string().max(longest).catch('')

/** What the address of a comparison says; '' where it says nothing. */
const address = z.object({
  von: text,
  bis: text,
  ueber: text,
  variable: text,
  suche: text,
  nach: text,
  gewicht: text,
  grundgesamtheit: text,
  relevant: text,
  fehlende: text,
  regierungsbezirk: text,
  kreis: text,
  groesse: text,
  werte: text,
  gebiet: text,
  verfahren: text,
  sortierung: text,
  stand: text,
})

export type PanelQuery = z.infer<typeof address>

export const readPanelQuery = (query: unknown): PanelQuery => address.parse(query)

/** What the command line and other programs call the parts of an address. */
const alsoCalled: Readonly<Record<string, keyof PanelQuery>> = {
  by: 'nach',
  weights: 'gewicht',
  gewichte: 'gewicht',
  population: 'grundgesamtheit',
  margin: 'relevant',
  missing: 'fehlende',
  from: 'von',
  to: 'bis',
  via: 'ueber',
  über: 'ueber',
  size: 'groesse',
  größe: 'groesse',
  snapshot: 'stand',
  sort: 'sortierung',
  values: 'werte',
}

/** Throws where an address says what is not understood: left out in silence, it would give other figures than were asked for. */
export function checkQuery(query: unknown): void {
  const names = Object.keys(address.shape)
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    const meant = alsoCalled[name]
    if (!names.includes(name))
      throw new InputError(
        `„${name}“ in der Adresse ist hier nicht bekannt.${meant === undefined ? ` Möglich sind: ${names.join(', ')}.` : ` Gemeint ist wohl „${meant}“.`}`,
      )
    if (typeof value !== 'string') throw new InputError(`„${name}“ steht mehrmals in der Adresse.`)
    if (value.length > longest) throw new InputError(`„${name}“ in der Adresse ist zu lang.`)
  }
}

/** What units are filtered by, each a part of the address. */
export const filterNames = ['regierungsbezirk', 'kreis', 'groesse'] as const

/** The same address with other parts; parts that say nothing are left out. */
export function queryHref(query: PanelQuery, changes: Partial<PanelQuery> = {}, href = comparisonHref): string {
  const parts = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== '')
  return parts.length === 0 ? href : `${href}?${new URLSearchParams(parts)}`
}

/** What the panel is asked for. */
export function panelRequest(query: PanelQuery, surveys: readonly WaveSurvey[]): PanelRequest {
  const { variable, nach, gewicht, grundgesamtheit, relevant, fehlende } = query
  return {
    waves: wavesOf(query, surveys),
    variables: [variable],
    filters: filterNames.flatMap((name) => (query[name] === '' ? [] : [`${name}=${query[name]}`])),
    ...(nach === '' ? {} : { by: nach }),
    ...(gewicht === '' ? {} : { weights: gewicht }),
    ...(grundgesamtheit === '' ? {} : { population: grundgesamtheit }),
    assumed: { relevant, missingBy: fehlende },
    ...wantedData(query),
  }
}

/** In which order groups are listed; undefined: in that of their grouping. */
export function orderOf({ sortierung }: Pick<PanelQuery, 'sortierung'>): GroupOrder | undefined {
  if (sortierung === '') return undefined
  const found = groupOrders.find(({ code }) => code === sortierung)
  if (found !== undefined) return found.code
  const possible = groupOrders.map(({ code }) => code).join(', ')
  throw new InputError(`Nach „${sortierung}“ lässt sich nicht sortieren. Möglich sind: ${possible}.`)
}

/** The state of the data and the values that an address names. */
export function wantedData({
  stand,
  werte,
  gebiet = '',
}: Pick<PanelQuery, 'stand' | 'werte'> & Partial<Pick<PanelQuery, 'gebiet'>>): WantedData {
  return {
    ...(stand === '' ? {} : { state: stateOf(stand) }),
    ...(werte === '' ? {} : { values: valuesOf(werte) }),
    ...(gebiet === '' ? {} : { territory: territoryNamed(gebiet) }),
  }
}

/** The parts of an address that give the same figures again later. */
export const dataParts = ({ state, values }: Snapshot): Pick<PanelQuery, 'stand' | 'werte'> => ({
  stand: String(state),
  werte: valuesUsed[values].code,
})

/** What an address calls the values with which missing numbers are completed. Only descriptions have them. */
export const completedCode = 'ergaenzt'

function valuesOf(werte: string): ValuesUsed {
  if (werte === completedCode)
    throw new InputError(
      'Ergänzte Werte gibt es nur in der Auswertung einer Frage: In eine Veränderung gehen sie nicht ein.',
    )
  const named = valuesCalled(werte)
  if (named !== undefined) return named
  const possible = allValuesUsed.map((one) => valuesUsed[one].code).join(', ')
  throw new InputError(`Die Werte „${werte}“ gibt es nicht. Möglich sind: ${possible}.`)
}

/** The state of the data that an address names. */
export function stateOf(stand: string): number {
  if (!/^\d{1,15}$/.test(stand)) throw new InputError(`Der Datenstand „${stand}“ ist keine ganze Zahl.`)
  return Number(stand)
}
