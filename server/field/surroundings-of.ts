import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { RouteContext } from '../boot/context.ts'
import type { Form } from '../forms/form.ts'
import { lastWave } from '../forms/last-wave.ts'
import { withFigures } from '../forms/with-figures.ts'

/** What the answers of a unit are held against. */
export async function surroundingsOf(
  { pool, forms, register }: Pick<RouteContext, 'pool' | 'forms' | 'register'>,
  form: Form,
  { stichtag, synthetic }: { stichtag: string | null; synthetic: boolean },
  unit: string,
): Promise<Surroundings> {
  const indicators = form.instrument.indicators.map(({ code }) => code)
  const known = await withFigures(pool, await register(), { units: [unit], stichtag }, indicators)
  return { unit, register: known, last: await lastWave({ pool, forms }, form, { unit, synthetic }) }
}
