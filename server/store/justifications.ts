import type { Kysely } from 'kysely'
import type { Justification } from '../../surveys/answer/submission.ts'
import type { Tables } from '../database/tables.ts'

/** Adds to the reasons that were given; of each check the newest counts. */
export async function insertJustifications(
  db: Kysely<Tables>,
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
