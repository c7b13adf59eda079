import { z } from 'zod'
import { type ListQuery, listParameters, queryOfText } from './list-query.ts'
import type { FieldParticipant } from './participants.ts'
import { selectParticipants } from './select-participants.ts'

/** Whom the list hands over to another page: some, one by one, or all that its filters leave. */
export type Chosen = { units: readonly string[] } | { query: ListQuery }

const address = z.object({
  einheit: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().filter((unit) => unit !== ''))
    .catch([]),
  umfang: z.string().catch(''),
  auswahl: z.string().max(2000).optional().catch(undefined),
})

/** Whom an address or a form names; undefined: nobody in particular. */
export function readChosen(given: unknown): Chosen | undefined {
  const { einheit: units, umfang, auswahl } = address.parse(given ?? {})
  // What cannot be read is nobody: without a filter it would be all.
  if (umfang === 'auswahl') return auswahl === undefined ? { units: [] } : { query: queryOfText(auswahl) }
  return units.length === 0 ? undefined : { units }
}

/** The same as it stands in an address, or hidden in a form. */
export function chosenParameters(chosen: Chosen | undefined): { name: string; value: string }[] {
  if (chosen === undefined) return []
  if ('units' in chosen) return chosen.units.map((value) => ({ name: 'einheit', value }))
  const text = new URLSearchParams(listParameters({ ...chosen.query, seite: 1 })).toString()
  return [
    { name: 'umfang', value: 'auswahl' },
    { name: 'auswahl', value: text },
  ]
}

/** Those of all that are meant. */
export function pickChosen(all: readonly FieldParticipant[], chosen: Chosen): FieldParticipant[] {
  if ('query' in chosen) return selectParticipants(all, chosen.query).chosen
  const units = new Set(chosen.units)
  return all.filter(({ unit }) => units.has(unit))
}
