import type { RouteContext } from '../../../../boot/context.ts'
import type { AskedByOffice } from '../../../../letters/asked-wave.ts'
import { findWave } from '../../../../store/waves.ts'

/** The wave in the address, with what its letters say of it; undefined where there is none. */
export async function askedOf(
  { db, forms }: Pick<RouteContext, 'db' | 'forms'>,
  id: string,
): Promise<AskedByOffice | undefined> {
  const wave = await findWave(db, id)
  if (wave === undefined) return undefined
  const { survey, survey_version: surveyVersion, stichtag, frist, synthetic, state, test } = wave
  const { instrument } = await forms.get({ survey, surveyVersion, stichtag, frist, test })
  return {
    id,
    title: instrument.title,
    stichtag,
    frist,
    unit: instrument.unit,
    synthetic,
    isClosed: state === 'closed',
  }
}
