import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Grouping } from '../../analysis/panel/grouping.ts'
import type { WeightReport } from '../../analysis/panel/participation/participation-weights.ts'
import type { Forms } from '../form.ts'
import { InputError } from '../input-error.ts'
import type { Tables } from '../tables.ts'
import { chooseWaves } from './choose.ts'
import { loadPanel } from './load-panel.ts'
import { loadSurveys } from './surveys.ts'
import { weightings } from './weightings.ts'

/** Weights that make up for those who are missing: what they were made from and what they cost, or why there are none. */
export interface ReportedWeights {
  name: string
  label: string
  made: WeightReport | string
  /** The classes of the report, with those of every unit. */
  groupings: readonly Grouping[]
}

export async function weightReports(
  context: { db: Kysely<Tables>; pool: Pool },
  forms: Forms,
  request: { waves: readonly string[]; submission?: number },
): Promise<ReportedWeights[]> {
  const surveys = chooseWaves(request.waves, await loadSurveys(context.db, forms))
  const loaded = await loadPanel(context, surveys, surveys, [], request.submission)
  const weighed = { db: context.db, surveys, loaded, indices: [...loaded.units.keys()], figures: [] }
  const reports: ReportedWeights[] = []
  for (const [name, { label, make }] of Object.entries(weightings)) {
    try {
      const { report, groupings = [] } = await make(weighed)
      if (report !== undefined) reports.push({ name, label, made: report, groupings })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      reports.push({ name, label, made: error.message, groupings: [] })
    }
  }
  return reports
}
