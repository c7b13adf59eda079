import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Grouping } from '../../analysis/panel/grouping.ts'
import type { WeightReport } from '../../analysis/panel/participation/participation-weights.ts'
import { attritionInR } from '../../analysis/panel/scripts/attrition-r.ts'
import { attritionScriptInput } from '../../analysis/panel/scripts/attrition-script.ts'
import { attritionInStata } from '../../analysis/panel/scripts/attrition-stata.ts'
import type { Forms } from '../form.ts'
import type { Tables } from '../tables.ts'
import { type AttritionAnswer, type AttritionRequest, attritionOfPanel } from './attrition-panel.ts'
import type { Script } from './scripts.ts'
import { type ReportedWeights, weightReports } from './weight-reports.ts'

/** Who is missing, and what weights make of it. */
export interface Missing extends AttritionAnswer {
  weights: readonly ReportedWeights[]
}

/** Both on the same state of the data. */
export async function whoIsMissing(
  context: { db: Kysely<Tables>; pool: Pool },
  forms: Forms,
  of: Pick<AttritionRequest, 'waves' | 'submission'>,
): Promise<Missing> {
  const answer = await attritionOfPanel(context, forms, of)
  const { surveys, loaded, asked } = answer
  return { ...answer, weights: await weightReports(context.db, surveys, loaded, asked.participation) }
}

/** Scripts in R and Stata that yield these figures again. */
export function attritionScripts({ attrition, provenance, asked, weights }: Missing): Script[] {
  const made = madeWeights(weights).map(({ report: { method }, groupings }) => ({ method, groupings }))
  const input = attritionScriptInput({ attrition, provenance, ...asked, weights: made })
  const name = `ausfall-${attrition.waves.join('-')}`
  return [
    { name: `${name}.R`, text: attritionInR(input) },
    { name: `${name}.do`, text: attritionInStata(input) },
  ]
}

/** The weights that there are. */
export const madeWeights = (
  weights: readonly ReportedWeights[],
): { report: WeightReport; groupings: readonly Grouping[] }[] =>
  weights.flatMap(({ made, groupings }) => (typeof made === 'string' ? [] : [{ report: made, groupings }]))
