import { z } from 'zod'
import { sizes } from '../../analysis/groups/by-register.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { typeOf } from '../../surveys/types/index.ts'
import { codingStates, type TextFilter } from '../store/texts/list-texts.ts'

/** What a page of texts is asked for, as it stands in its address. */
const asked = {
  frage: z.string().max(40).catch(''),
  suche: z.string().trim().max(200).catch(''),
  gruppe: z.string().max(120).catch(''),
  kreis: z.string().max(3).catch(''),
  groesse: z.string().max(20).catch(''),
  stand: z.enum(codingStates).catch('alle'),
  von: z.coerce.number().int().min(0).catch(0),
}
const textQuery = z.object(asked)
export type TextQuery = z.infer<typeof textQuery>
export const textQueryShape = asked

/** Where a page of the list begins or ends: `zp_gesamt_kom.17`. */
export const listPlace = z
  .string()
  .regex(/^\w{1,40}\.\d{1,15}$/)
  .transform((typed) => {
    const [field = '', id] = typed.split('.')
    return { field, id: Number(id) }
  })
  .optional()
  .catch(undefined)

const between = ':'

export function filterOf({ frage, suche, gruppe, kreis, groesse, stand, von }: TextQuery): TextFilter {
  const place = gruppe.indexOf(between)
  const size = sizes.findIndex(({ code }) => code === groesse)
  return {
    ...(frage !== '' && { field: frage }),
    ...(suche !== '' && { term: suche }),
    ...(place > 0 && { group: { variable: gruppe.slice(0, place), value: gruppe.slice(place + 1) } }),
    ...(kreis !== '' && { kreis }),
    ...(size >= 0 && { inhabitants: { from: sizes[size]?.from ?? 0, below: sizes[size + 1]?.from ?? null } }),
    state: stand,
    ...(von > 0 && { coder: von }),
  }
}

/** The part of an address that asks for the same again, and for what is changed. */
export function queryWords(query: TextQuery, changes: Readonly<Record<string, string | number>> = {}): string {
  const usual: Record<string, unknown> = { stand: 'alle', von: 0 }
  const all = Object.entries({ ...query, ...changes })
  const own = all.filter(([name, value]) => value !== '' && value !== usual[name])
  const words = new URLSearchParams(own.map(([name, value]) => [name, String(value)])).toString()
  return words === '' ? '' : `?${words}`
}

/** The answers by which texts can be told apart: who chose what. */
export function answerGroups({
  variables,
}: Instrument): { label: string; options: { value: string; label: string }[] }[] {
  return variables.flatMap(({ name, type, number, label, options, contact }) => {
    if (contact || typeOf(type).measure !== 'category' || options === undefined) return []
    const shown = options.map(({ code, label: said }) => ({ value: `${name}${between}${code}`, label: said }))
    return [{ label: `${number} ${label}`, options: shown }]
  })
}

export const stateLabels: Record<TextQuery['stand'], string> = {
  alle: 'alle',
  offen: 'noch von niemandem zugeordnet',
  'nicht-von-mir': 'noch nicht von mir zugeordnet',
  zweite: 'von mir als zweiter Person zuzuordnen',
  meine: 'von mir zugeordnet',
  kodiert: 'zugeordnet',
}
