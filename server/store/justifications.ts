import type { Justification } from '../../surveys/answer/submission.ts'
import type { Db } from '../database/database.ts'

/** Adds to the reasons that were given; of each check the newest counts. */
export async function insertJustifications(
  db: Db,
  participantId: number,
  editorId: number | null,
  given: readonly Justification[],
): Promise<void> {
  if (given.length === 0) return
  await db
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
