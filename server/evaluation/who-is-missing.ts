import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Tables } from '../database/tables.ts'
import type { Forms } from '../forms/form.ts'
import { type AttritionAnswer, type AttritionRequest, attritionOfPanel } from './attrition-panel.ts'
import { type ClassedWeights, weightReports } from './weight-reports.ts'

/** Who is missing, and what weights make of it. */
export interface Missing extends AttritionAnswer {
  weights: readonly ClassedWeights[]
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
