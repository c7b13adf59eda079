import type { Instrument } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import { lastValue } from './last-answers.ts'
import type { SubmittedPage } from './submitted-page.ts'
import type { LastWave } from './surroundings.ts'

/** The fields that were filled with what was answered in an earlier wave, and that wave. */
export interface TakenOver {
  fields: string[]
  wave: string
}

/**
 * What a page takes over from the last wave: the pressed button says so, of a field (`uebernehmen:<field>:<value>`) or a
 * question (`zuletzt:<question>`), and the fields hold what was answered then.
 */
export function takenOver(
  { action, typed }: Pick<SubmittedPage, 'action' | 'typed'>,
  { variable, questions }: Instrument,
  last: LastWave | undefined,
): TakenOver | undefined {
  const [verb, target = ''] = action.split(':')
  const own = variable.get(target)
  const named =
    verb === 'zuletzt' ? questions.get(target)?.variables : verb === 'uebernehmen' && own ? [own] : undefined
  if (last === undefined || named === undefined) return undefined
  const fields = named.flatMap(({ name, type }) => {
    const then = lastValue(name, last)
    const now = typeOf(type).read(typed[name] ?? '')
    return then !== undefined && now.state === 'given' && now.value === then ? [name] : []
  })
  return fields.length === 0 ? undefined : { fields, wave: last.wave }
}
