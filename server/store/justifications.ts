import { type Kysely, sql } from 'kysely'
import type { Justification } from '../../surveys/answer/submission.ts'
import type { Tables } from '../database/tables.ts'

/** The draft counts how often that was done, so that whoever knows its answers knows whether these are the newest. */
export async function insertJustifications(
  db: Kysely<Tables>,
  participantId: number,
  editorId: number | null,
  given: readonly Justification[],
): Promise<void> {
  if (given.length === 0) return
  await db
    .with('counted', (query) =>
      query.updateTable('draft').set({ reasons: sql`reasons + 1` }).where('participant_id', '=', participantId),
    )
    .insertInto('justification')
    .values(
      given.map(({ check, values, reason, text }) => ({
        participant_id: participantId,
        check_id: check,
        values: JSON.stringify(values),
        reason,
        body: text,
        editor_id: editorId,
      })),
    )
    .execute()
}
