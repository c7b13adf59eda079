import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { letsIn, takesAnswers } from './frist.ts'

/** Whom a code lets in: once its wave was opened, unless the code was replaced. */
export async function findByCode(db: Db, ...hashes: Buffer[]) {
  return db
    .selectFrom('access_code')
    .innerJoin('participant as p', 'p.id', 'access_code.participant_id')
    .innerJoin('wave as w', 'w.id', 'p.wave_id')
    .select(['p.id as participantId', 'w.id as wave', 'p.unit'])
    .select(sql<boolean>`${sql.raw(takesAnswers)}`.as('open'))
    .where('access_code.hash', 'in', hashes)
    .where('access_code.revoked_at', 'is', null)
    .where(sql<boolean>`${sql.raw(letsIn)}`)
    .executeTakeFirst()
}

/** Whether codes with which somebody could answer are still kept as a slow hash; for those of a wave that is over nobody is to wait. */
export async function hasSlowHashes(db: Db): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (
      select from access_code c join participant p on p.id = c.participant_id join wave w on w.id = p.wave_id
      where c.slow and c.revoked_at is null and w.state = 'open'
    ) as some`.execute(db)
  return rows[0]?.some === true
}

/** Keeps a code as another hash than before. */
export async function turnOver(db: Db, slowHash: Buffer, hash: Buffer): Promise<void> {
  await db.updateTable('access_code').set({ hash, slow: false }).where('hash', '=', slowHash).execute()
}

/** Stores the codes of participants, one each. A former code of theirs stops working, and what it opened is closed. */
export async function storeCodes(db: Db, codes: readonly NewCode[]): Promise<void> {
  if (codes.length > 0) await db.transaction().execute((trx) => replaceCodes(trx, codes))
}

interface NewCode {
  participantId: number
  hash: Buffer
}

/** The same within a transaction that does more. Whoever replaces the same codes at the same time waits. */
export async function replaceCodes(trx: Db, codes: readonly NewCode[]): Promise<void> {
  if (codes.length === 0) return
  const whose = codes.map(({ participantId }) => participantId)
  await sql`select from participant where id = any(${whose}) order by id for no key update`.execute(trx)
  await trx
    .updateTable('access_code')
    .set({ revoked_at: sql`now()` })
    .where('participant_id', 'in', whose)
    .where('revoked_at', 'is', null)
    .execute()
  await trx
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('participant_id', 'in', whose)
    .where('ended_at', 'is', null)
    .execute()
  await trx
    .insertInto('access_code')
    .values(codes.map(({ participantId, hash }) => ({ participant_id: participantId, hash, slow: false })))
    .execute()
}
