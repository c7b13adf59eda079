import type { RouteContext } from '../../../boot/context.ts'
import { listPinned } from '../../../store/waves.ts'

/** The title of each wave. */
export async function titlesOfWaves({ db, forms }: Pick<RouteContext, 'db' | 'forms'>): Promise<Map<string, string>> {
  const waves = (await listPinned(db)).map(async (wave) => {
    const { instrument } = await forms.get({ ...wave, surveyVersion: wave.survey_version })
    return [wave.id, instrument.title] as const
  })
  return new Map(await Promise.all(waves))
}
