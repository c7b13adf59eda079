import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { idleMinutes } from '../domain/session-token.ts'

/** How many people have one of some forms open. */
export async function countOpenForms(db: Db, participants: readonly number[]): Promise<number> {
  const { n } = await db
    .selectFrom('session')
    .select(sql<number>`count(distinct token_hash)::integer`.as('n'))
    .where(sql<boolean>`participant_id = any(${[...participants]}::bigint[])`)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`now() < least(ends_at, seen_at + make_interval(mins => ${idleMinutes}))`)
    .executeTakeFirstOrThrow()
  return n
}
