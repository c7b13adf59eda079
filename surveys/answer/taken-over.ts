import type { Instrument } from '../compile/instrument.ts'
import { isNumberType, typeOf } from '../types/index.ts'
import type { SubmittedPage } from './submitted-page.ts'
import type { LastWave } from './surroundings.ts'

/** A field that was filled with the number of an earlier wave, and that wave. */
export interface TakenOver {
  field: string
  wave: string
}

/** What a page takes over from the last wave: the pressed button says so, and the field holds the number of that wave. */
export function takenOver(
  { action, typed }: Pick<SubmittedPage, 'action' | 'typed'>,
  { variable }: Instrument,
  last: LastWave | undefined,
): TakenOver | undefined {
  const [verb, field = ''] = action.split(':')
  const type = variable.get(field)?.type
  const then = last?.values.get(field)
  if (verb !== 'uebernehmen' || last === undefined || type === undefined || !isNumberType(type)) return undefined
  const now = typeOf(type).read(typed[field] ?? '')
  return now.state === 'given' && now.value === then ? { field, wave: last.wave } : undefined
}
