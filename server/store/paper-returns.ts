import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** A submission that came on paper. */
export interface PaperReturn {
  receipt: string
  revision: number
  fields: number
  /** In how many of them two people had read something else. */
  differing: number
  /** How many could not be entered, and are blank. */
  blanked: number
  who: string | null
  byTypist: boolean
  at: Date
}

/** The submissions of a participant that came on paper, the newest first. */
export async function paperReturns(db: Db, participantId: number): Promise<PaperReturn[]> {
  const { rows } = await sql<PaperReturn>`
    select s.receipt, r.revision, r.fields, r.differing, r.blanked, a.name as who, r.by_typist as "byTypist", r.at
    from paper_return r join submission s on s.participant_id = r.participant_id and s.revision = r.revision
    left join staff.account a on a.id = r.account_id
    where r.participant_id = ${participantId} order by r.revision desc`.execute(db)
  return rows
}

interface NewReturn extends Pick<PaperReturn, 'receipt' | 'fields' | 'differing' | 'blanked' | 'byTypist'> {
  participantId: number
  accountId: number
}

/** Says of a submission that it came on paper. */
export async function addPaperReturn(trx: Db, given: NewReturn): Promise<void> {
  const { participantId, receipt, fields, differing, blanked, byTypist, accountId } = given
  await sql`insert into paper_return (participant_id, revision, fields, differing, blanked, by_typist, account_id)
    select participant_id, revision, ${fields}, ${differing}, ${blanked}, ${byTypist}, ${accountId}
    from submission where participant_id = ${participantId} and receipt = ${receipt}`.execute(trx)
}
