import { stillFits } from '../../surveys/answer/last-answers.ts'
import type { LastWave } from '../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { laterCode } from '../../surveys/concordance/code-mapping.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { RouteContext } from '../boot/context.ts'
import { type LastSubmission, lastSubmission } from '../store/last-wave.ts'
import type { Visit } from '../store/visit.ts'
import type { Form } from './form.ts'

/** What a unit answered in the survey that this one continues, by the names that its variables have in this one. */
export async function lastWave(
  { pool, forms }: Pick<RouteContext, 'pool' | 'forms'>,
  { earlier, instrument: now }: Form,
  visit: Pick<Visit, 'unit' | 'synthetic'>,
): Promise<LastWave | undefined> {
  if (earlier === undefined) return undefined
  const found = await lastSubmission(pool, earlier.survey, visit)
  return found === undefined ? undefined : heldNow({ earlier, now }, found, (await forms.get(found)).instrument)
}

/** What somebody gave in an earlier survey, asked with `before`, by the names that its variables have now. */
export function heldNow(
  { earlier, now }: { earlier: NonNullable<Form['earlier']>; now: Instrument },
  found: Pick<LastSubmission, 'wave' | 'stichtag' | 'answers'>,
  before: Instrument,
): LastWave {
  const values = new Map<string, number>()
  const words = new Map<string, string | true>()
  for (const [name, { before: formerly, codes }] of earlier.variables(before)) {
    const given = found.answers[formerly]
    const value = codes && typeof given === 'string' ? laterCode(codes, given) : given
    const variable = now.variable.get(name)
    if (value === undefined || variable === undefined || !stillFits(variable, value)) continue
    if (typeof value === 'number') values.set(name, value)
    else words.set(name, value)
  }
  const { wave, stichtag } = found
  return { wave, title: before.title, stichtag: stichtag === null ? '' : formatDate(stichtag), values, words }
}
