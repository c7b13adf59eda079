import type { Division } from '../../analysis/disclosure/known-units.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import type { ReportedWeights } from '../../analysis/report/weights.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { LoadedPanel } from './open-panel.ts'
import type { WaveSurvey } from './surveys.ts'
import { weightings } from './weightings.ts'

/** The same as told, with the classes of every unit. */
export interface ClassedWeights extends ReportedWeights {
  /** The classes of the report, with those of every unit. */
  groupings: readonly Grouping[]
}

/** All kinds of weights for those who answered in every one of some waves, beside what else is shown of them. */
export async function weightReports(
  db: Db,
  surveys: readonly WaveSurvey[],
  loaded: LoadedPanel,
  participation: readonly WaveParticipation[],
  shownBeside: readonly Division[],
): Promise<ClassedWeights[]> {
  const weighed = { db, surveys, loaded, indices: [...loaded.units.keys()], figures: [], participation }
  const reports: ClassedWeights[] = []
  const beside = [...shownBeside]
  for (const [name, { label, make }] of Object.entries(weightings)) {
    try {
      const { report, groupings = [], shown = [] } = await make({ ...weighed, beside })
      if (report === undefined) continue
      reports.push({ name, label, made: report, groupings })
      beside.push(...shown)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      reports.push({ name, label, made: error.message, groupings: [] })
    }
  }
  return reports
}
