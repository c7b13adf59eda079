import type { Study } from '../../analysis/codebook/codebook.ts'
import type { Config } from '../boot/config.ts'
import type { Database } from '../database/database.ts'
import type { Origin } from '../export/origin.ts'
import { readOrigin } from '../export/read-origin.ts'
import { readUnits } from '../store/panel-units.ts'
import { readParticipation } from '../store/participation.ts'
import type { WaveSurvey } from './surveys.ts'

/** What a context has of who asks and where the data lie. */
export type StudyContext = Database & { config: Pick<Config, 'operator' | 'publicUrl'> }

/** What has to be known of some waves in a state of the data. */
export async function readStudy(
  { db, pool, config }: StudyContext,
  surveys: readonly WaveSurvey[],
  used: Required<Pick<Origin, 'state' | 'values'>>,
): Promise<Study> {
  const waves = surveys.map(({ wave }) => wave)
  const units = (await readUnits(pool, waves, used)).map(({ unit }) => unit)
  const [{ state, values, at, program }, participation] = await Promise.all([
    readOrigin(pool, surveys, used),
    readParticipation(db, waves, units, used),
  ])
  const count = (of: Uint8Array | undefined) => of?.reduce((sum, one) => sum + one, 0) ?? 0
  return {
    id: waves.join('_'),
    title: [...new Set(surveys.map(({ instrument }) => instrument.title))].join(' / '),
    unit: surveys[0]?.instrument.unit ?? 'gemeinde',
    producer: config.operator.facts.name ?? '',
    waves: surveys.map(({ wave, synthetic, stichtag, frist, instrument }, place) => ({
      wave,
      survey: instrument.id,
      version: instrument.version,
      hash: instrument.hash,
      title: instrument.title,
      source: instrument.source ?? '',
      stichtag,
      frist,
      synthetic,
      asked: count(participation[place]?.asked),
      answered: count(participation[place]?.answered),
      assumed: instrument.assumed,
    })),
    state,
    at,
    program,
    values,
  }
}
