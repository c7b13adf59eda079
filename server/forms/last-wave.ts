import type { LastWave } from '../../surveys/answer/surroundings.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { RouteContext } from '../boot/context.ts'
import { lastSubmission, numbersIn } from '../store/last-wave.ts'
import type { Form } from './form.ts'

/** What a unit answered in the survey that this one continues, by the names that its variables have in this one. */
export async function lastWave(
  { pool, forms }: Pick<RouteContext, 'pool' | 'forms'>,
  { earlier }: Form,
  unit: string,
): Promise<LastWave | undefined> {
  if (earlier === undefined) return undefined
  const found = await lastSubmission(pool, earlier.survey, unit)
  if (found === undefined) return undefined
  const { instrument } = await forms.get(found)
  const then = numbersIn(found.answers)
  const values = new Map<string, number>()
  for (const [now, before] of earlier.names(instrument)) {
    const value = then.get(before)
    if (value !== undefined) values.set(now, value)
  }
  const { wave, stichtag } = found
  return { wave, title: instrument.title, stichtag: stichtag === null ? '' : formatDate(stichtag), values }
}
