import { shownDivisions } from '../../analysis/participation/shown-classes.ts'
import type { Database } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { type AttritionAnswer, type AttritionRequest, attritionOfPanel } from './attrition-panel.ts'
import { type ClassedWeights, weightReports } from './weight-reports.ts'

/** Who is missing, and what weights make of it. */
export interface Missing extends AttritionAnswer {
  weights: readonly ClassedWeights[]
}

/** Both on the same state of the data. */
export async function whoIsMissing(
  context: Database,
  forms: Forms,
  of: Omit<AttritionRequest, 'variables' | 'indicators' | 'level'>,
): Promise<Missing> {
  const answer = await attritionOfPanel(context, forms, of)
  const { surveys, loaded, asked, attrition } = answer
  const shown = shownDivisions(attrition, asked.groupings)
  return { ...answer, weights: await weightReports(context.db, surveys, loaded, asked.participation, shown) }
}
