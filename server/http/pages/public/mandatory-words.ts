import type { Answering } from '../../../../schemas/operator.ts'
import { notYet } from './words.ts'

/** Whether one has to answer, in a sentence. */
export function mandatoryWords({ mandatory, law }: Pick<Answering, 'mandatory' | 'law'>): string {
  if (mandatory === undefined) return `Ob Sie antworten müssen: ${notYet}.`
  if (!mandatory) return 'Nein, die Teilnahme ist freiwillig.'
  return law === undefined ? 'Ja, es besteht Auskunftspflicht.' : `Ja, es besteht Auskunftspflicht nach ${law}.`
}
