import type { RouteContext } from '../boot/context.ts'
import type { Form } from '../forms/form.ts'
import { findWave, type Wave } from '../store/waves.ts'

/** A wave with its form. */
export interface AskedWave {
  wave: Wave & { surveyVersion: string }
  form: Form
}

export async function askedWave(
  { db, forms }: Pick<RouteContext, 'db' | 'forms'>,
  id: string,
): Promise<AskedWave | undefined> {
  const found = await findWave(db, id)
  if (found === undefined) return undefined
  const wave = { ...found, surveyVersion: found.survey_version }
  return { wave, form: await forms.get(wave) }
}
