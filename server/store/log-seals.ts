import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { type Anchor, chainStart, sealOf } from '../domain/log-chain.ts'
import { lastCut } from './log-cuts.ts'

const sealTurn = 1_398_032_714
const atATime = 1_000

/**
 * An entry of the log as the text that is sealed: a JSON array of all its columns, as PostgreSQL writes jsonb. Nothing in it depends on
 * a setting.
 */
const sealedText = sql<string>`jsonb_build_array(a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  a.action, a.participant_id, a.wave_id, a.account_id, a.detail)::text`

const notSealed = sql`not exists (select from audit_seal s where s.audit_id = a.id)`

/** How far behind the newest seal an entry may still be looked for every few seconds: who got its number may commit later. */
const reach = 10_000

type Looked = 'recent' | 'all'

/**
 * Seals what was committed since, in the order in which it is seen, and says how much that was. Of several servers one does it at a
 * time: it looks for the newest seal only once it has its turn, which ends with the transaction.
 */
export async function sealSome(db: Db, looked: Looked = 'all'): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows: turn } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sealTurn}) as mine`.execute(
      trx,
    )
    if (!turn[0]?.mine) return 0
    const from = looked === 'all' ? 0 : (await furthestSealed(trx)) - reach
    const { rows: entries } = await sql<{ id: number; text: string }>`
      select a.id, ${sealedText} as text from audit a where a.id > ${from} and ${notSealed}
      order by a.id limit ${atATime}`.execute(trx)
    if (entries.length === 0) return 0
    const newest = await chainEnd(trx)
    let before = newest === undefined ? chainStart : Buffer.from(newest.hash, 'hex')
    const seals = entries.map(({ text }) => {
      before = sealOf(before, text)
      return before
    })
    await sql`insert into audit_seal (number, audit_id, hash)
      select ${newest?.number ?? 0} + place, id, hash
      from unnest(${entries.map(({ id }) => id)}::bigint[], ${seals}::bytea[])
        with ordinality as sealed (id, hash, place)`.execute(trx)
    return entries.length
  })
}

async function furthestSealed(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`select max(audit_id) as id from audit_seal`.execute(db)
  return rows[0]?.id ?? 0
}

/** Seals all that there is; 'recent': of the newest entries. */
export async function sealAll(db: Db, looked: Looked = 'all'): Promise<void> {
  while ((await sealSome(db, looked)) === atATime);
}

export async function newestSeal(db: Db): Promise<Anchor | undefined> {
  const { rows } = await sql<Anchor>`
    select number, encode(hash, 'hex') as hash from audit_seal order by number desc limit 1`.execute(db)
  return rows[0]
}

/** Where the chain goes on, also where all that was sealed has gone. */
export const chainEnd = async (db: Db): Promise<Anchor | undefined> => (await newestSeal(db)) ?? lastCut(db)

export async function countUnsealed(db: Db, looked: Looked = 'all'): Promise<number> {
  const from = looked === 'all' ? 0 : (await furthestSealed(db)) - reach
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit a where a.id > ${from} and ${notSealed}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A seal beside the entry that it stands for, whose text is null where the entry is gone. */
export interface SealedEntry {
  number: number
  auditId: number
  hash: Buffer
  text: string | null
}

/** All seals in their order, some at a time: memory does not grow with them. */
export async function* sealedEntries(db: Db): AsyncGenerator<SealedEntry> {
  let from = 0
  for (;;) {
    const { rows } = await sql<SealedEntry>`
      select s.number, s.audit_id as "auditId", s.hash, case when a.id is not null then ${sealedText} end as text
      from audit_seal s left join audit a on a.id = s.audit_id
      where s.number > ${from} order by s.number limit ${atATime}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    from = last.number
  }
}
