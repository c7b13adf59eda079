import { newReceiptNumber } from '../../server/domain/receipt-number.ts'
import type { TestApp } from './app.ts'
import { published } from './published.ts'

/** Submissions with comments, as they come in for Umfrage 1; a further one of the same unit is a new revision. */
export async function write(
  { db, participants }: Pick<TestApp, 'db' | 'participants'>,
  unit: string,
  comments: Record<string, string>,
  answers: Record<string, number | string | true> = {},
): Promise<void> {
  const { version, hash } = await published('umfrage-1')
  const participant_id = participants.get(unit) ?? 0
  const { count } = await db
    .selectFrom('submission')
    .where('participant_id', '=', participant_id)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const revision = Number(count) + 1
  await db
    .insertInto('submission')
    .values({
      participant_id,
      revision,
      receipt: newReceiptNumber(),
      survey_version: version,
      survey_hash: hash,
      answers: JSON.stringify(answers),
      comments: JSON.stringify(comments),
      justifications: '[]',
      content_hash: `${participant_id} ${revision}`,
      editor_id: null,
    })
    .execute()
}
