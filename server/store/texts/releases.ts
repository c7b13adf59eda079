import { sql } from 'kysely'
import type { Db } from '../../database/database.ts'
import { nextCodingState } from './coding-state.ts'
import { type TextsOf, wanted } from './list-texts.ts'

/** What is to be published of a text, or is. */
export interface TextRelease {
  id: number
  text: number
  field: string
  wording: string
  preparedBy: string
  preparedById: number
  preparedAt: Date
  releasedBy: string | null
  releasedAt: Date | null
}

const columns = sql`r.id, r.text_id as text, t.field, r.wording, a.name as "preparedBy", r.prepared_by as "preparedById",
  r.prepared_at as "preparedAt", b.name as "releasedBy", r.released_at as "releasedAt"`
const accounts = sql`join staff.account a on a.id = r.prepared_by left join staff.account b on b.id = r.released_by`

/**
 * What waits for a second account, then what was released, the newest first: some of it, with how many there are. Of texts that are there, that may be
 * used, and that the account may see.
 */
export async function listReleases(
  db: Db,
  of: TextsOf,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ releases: TextRelease[]; count: number }> {
  const held = sql`text_release r join (select t.root, t.field from ${wanted(of, {})}) t on t.root = r.text_id
    where r.ended_at is null`
  const inOrder = sql`order by r.released_at desc nulls first, r.id`
  const [{ rows: releases }, { rows: counts }] = await Promise.all([
    sql<TextRelease>`
      with page as materialized (select r.id, t.field from ${held} ${inOrder} limit ${limit} offset ${offset})
      select ${columns} from page t join text_release r on r.id = t.id ${accounts} ${inOrder}`.execute(db),
    sql<{ count: number }>`select count(*)::integer as count from ${held}`.execute(db),
  ])
  return { releases, count: counts[0]?.count ?? 0 }
}

/** What waits or holds of a text. */
export async function releaseOf(db: Db, text: number): Promise<TextRelease | undefined> {
  const { rows } = await sql<TextRelease>`
    select ${columns} from text_release r join written_text t on t.id = r.text_id ${accounts}
    where r.text_id = ${text} and r.ended_at is null`.execute(db)
  return rows[0]
}

/** Lays a wording before a second account, in place of one that waits or holds. */
export async function prepareRelease(
  trx: Db,
  { text, wording, by }: { text: number; wording: string; by: number },
): Promise<number> {
  await endReleases(trx, { text, by })
  const { id } = await trx
    .insertInto('text_release')
    .values({ text_id: text, wording, prepared_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether it was released now: somebody else prepared it and nobody has ended it. */
export async function releaseText(trx: Db, { id, by }: { id: number; by: number }): Promise<boolean> {
  const state = await nextCodingState(trx)
  const { numUpdatedRows } = await trx
    .updateTable('text_release')
    .set({ released_by: by, released_at: sql<Date>`now()`, state })
    .where('id', '=', id)
    .where('prepared_by', '<>', by)
    .where('released_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends what waits or holds of a text: refused, withdrawn, or replaced. */
export async function endReleases(trx: Db, { text, by }: { text: number; by: number }): Promise<boolean> {
  const open = await trx
    .selectFrom('text_release')
    .select(['id', 'state'])
    .where('text_id', '=', text)
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute()
  for (const { id, state } of open)
    await trx
      .updateTable('text_release')
      .set({ ended_by: by, ended_at: sql<Date>`now()` })
      .set({ ended_state: state === null ? null : await nextCodingState(trx) })
      .where('id', '=', id)
      .execute()
  return open.length > 0
}
