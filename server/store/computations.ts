import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Where it is told that there is something to compute (`new`), and that something is computed (its number). */
export const computingChannel = 'computing'

const tell = (db: Db, told: string) => sql`select pg_notify(${computingChannel}, ${told})`.execute(db)

/** Who is served first: somebody in a form, then the staff. */
export const ranks = { form: 0, staff: 1 } as const
export type Rank = (typeof ranks)[keyof typeof ranks]

export interface Computation {
  id: number
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** How many are served before it. */
  before: number
  seconds: number
  head: Buffer | null
}

export interface NewComputation {
  key: Buffer
  reader: Buffer
  rank: Rank
  request: Buffer
  wantedFor: number
  /** What was computed for the same before is not meant. */
  anew: boolean
}

const inSeconds = (seconds: number) => sql`now() + ${seconds}::double precision * interval '1 second'`

/** How long the queue may become, of one reader and of all. */
export const longest = { own: 8, all: 200 }

/** So many seconds a reader may take for a part of an answer before the rest of it goes. */
const readingPatience = 120

const isUnwanted = sql`wanted_until < now()`

/**
 * Adds what somebody asked for, unless it is there already: then that is meant. Undefined where too much waits. Whoever asks for
 * much comes in turn with the others: each reader's next is one round later.
 */
export async function addComputation(
  db: Db,
  { key, reader, rank, request, wantedFor, anew }: NewComputation,
): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    // What one reader asks for at once is counted one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(encode(${reader}, 'hex'), 0))`.execute(trx)
    await sql`delete from computation where ${isUnwanted}`.execute(trx)
    if (anew) await retire(trx, sql`key = ${key} and state in ('done', 'failed')`)
    const { rows } = await sql<{ id: number }>`
      with waiting as (
        select count(*) as all, count(*) filter (where reader = ${reader}) as own, min(turn) as now,
          max(turn) filter (where reader = ${reader}) as mine
        from computation where state in ('waiting', 'running')
      )
      insert into computation (key, reader, rank, request, wanted_until, turn)
      select ${key}, ${reader}, ${rank}, ${request}, ${inSeconds(wantedFor)}, greatest(coalesce(now, 0), coalesce(mine + 1, 0))
      from waiting where own < ${longest.own} and waiting.all < ${longest.all}
        or exists (select from computation where key = ${key})
      on conflict (key) do update set wanted_until = greatest(computation.wanted_until, excluded.wanted_until)
      returning id`.execute(trx)
    if (rows[0] !== undefined) await tell(trx, 'new')
    return rows[0]?.id
  })
}

/** After so many seconds the staff no longer stands behind forms: where these never end its turn comes all the same. */
const staffPatience = 20

const placeOf = (one: 'c' | 'o') => {
  const of = (column: string) => sql.ref(`${one}.${column}`)
  const waitedLong = sql`${of('asked_at')} < now() - ${staffPatience} * interval '1 second'`
  return sql`(case when ${waitedLong} then 0 else ${of('rank')} end, ${of('turn')}, ${of('id')})`
}

/**
 * How far it is, and that somebody still waits for it. That is not written down at each look: a row that is just being written is
 * passed over by whoever takes the next one.
 */
export async function lookAt(db: Db, { id, reader }: { id: number; reader: Buffer }, wantedFor: number) {
  const { rows } = await sql<Computation>`
    with wanted as (
      update computation set wanted_until = ${inSeconds(wantedFor)}
      where id = ${id} and reader = ${reader} and wanted_until < ${inSeconds(wantedFor / 2)}
    )
    select id, state, head, extract(epoch from now() - asked_at)::integer as seconds,
      (select count(*)::integer from computation o where o.state in ('waiting', 'running')
        and (o.state = 'running' or ${placeOf('o')} < ${placeOf('c')})) as before
    from computation c where id = ${id} and reader = ${reader}`.execute(db)
  return rows[0]
}

/** Another one who asks the same gets it computed anew; whoever is reading this one comes to its end. */
export async function retireComputation(db: Db, id: number): Promise<void> {
  await retire(db, sql`id = ${id}`)
}

// The key of none: what readers ask for is longer.
const retire = (db: Db, which: RawBuilder<unknown>) =>
  sql`update computation set key = int8send(id), wanted_until = least(wanted_until, ${inSeconds(readingPatience)})
    where ${which}`.execute(db)

/** Nobody waits for it any more. */
export async function dropComputation(db: Db, id: number): Promise<void> {
  await sql`delete from computation where id = ${id}`.execute(db)
}

/** What was made before an erasure, or before an account works for others, must not come after it: whoever waits asks again. */
export async function dropComputations(db: Db): Promise<void> {
  await sql`delete from computation`.execute(db)
}

/** What nobody has asked about for long goes; what a dead process held is to be done again, a few times. */
export async function tidyComputations(db: Db, { silence, mostTries }: { silence: number; mostTries: number }) {
  await sql`delete from computation where ${isUnwanted}`.execute(db)
  await sql`
    update computation set state = case when tries < ${mostTries} then 'waiting' else 'failed' end, holder = null
    where state = 'running' and seen_at < now() - ${silence}::double precision * interval '1 second'`.execute(db)
}

export interface Held {
  id: number
  holder: string
}

const isHeld = ({ id, holder }: Held) => sql`id = ${id} and holder = ${holder} and state = 'running'`

/** Takes the next one, of at most this rank. */
export async function takeComputation(db: Db, { holder, upTo }: { holder: string; upTo: Rank }) {
  const { rows } = await sql<{ id: number; request: Buffer; waited: number }>`
    with taken as (
      update computation set state = 'running', holder = ${holder}, seen_at = now(), tries = tries + 1, head = null
      where id = (
        select id from computation c where state = 'waiting' and rank <= ${upTo} and not ${isUnwanted}
          and not exists (select from computation r where r.reader = c.reader and r.state = 'running')
        order by ${placeOf('c')} for update skip locked limit 1)
      returning id, request, round(extract(epoch from now() - asked_at) * 1000)::integer as waited
    ), emptied as (delete from computation_part where computation_id in (select id from taken))
    select id, request, waited from taken`.execute(db)
  return rows[0]
}

/** Says that somebody is still at it; false where nobody waits any more, or another one has it. */
export async function keepComputation(db: Db, held: Held): Promise<boolean> {
  const { numAffectedRows } = await sql`update computation set seen_at = now() where ${isHeld(held)}`.execute(db)
  return numAffectedRows === 1n
}

export async function addPart(db: Db, held: Held, number: number, content: Buffer): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into computation_part (computation_id, number, content)
    select id, ${number}, ${content} from computation where ${isHeld(held)} for share`.execute(db)
  return numAffectedRows === 1n
}

/** A part of the answer. The others wait for whoever reads it, however slow the line is. */
export async function readPart(db: Db, id: number, number: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ content: Buffer }>`
    with read as (
      update computation set wanted_until = greatest(wanted_until, ${inSeconds(readingPatience)}) where id = ${id} returning id
    )
    select content from computation_part join read on read.id = computation_id where number = ${number}`.execute(db)
  return rows[0]?.content
}

export async function endComputation(db: Db, held: Held, head: Buffer | null): Promise<void> {
  await sql`
    update computation set state = ${head === null ? 'failed' : 'done'}, head = ${head}, holder = null
    where ${isHeld(held)}`.execute(db)
  await tell(db, String(held.id))
}
