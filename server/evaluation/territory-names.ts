import { InputError } from '../errors/input-error.ts'
import type { TerritoryUsed } from '../store/panel-answers.ts'

/** What an address and a command call the ways to compare Kommunen that became one between the waves. */
export const territories = [
  { code: 'uebertragen', used: 'carried', label: 'Veränderte Kommunen auf das spätere Gebiet übertragen' },
  { code: 'ohne', used: 'leftOut', label: 'ohne Kommunen, die sich verändert haben' },
] as const satisfies readonly { code: string; used: TerritoryUsed; label: string }[]

export function territoryNamed(name: string): TerritoryUsed {
  const found = territories.find(({ code }) => code === name)
  if (found !== undefined) return found.used
  const known = territories.map(({ code }) => code).join(', ')
  throw new InputError(`Den Gebietsstand „${name}“ gibt es nicht. Möglich sind: ${known}.`)
}
