import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

/** How far somebody is with typing a paper: not what was typed. */
export interface PaperTurn {
  turn: 1 | 2
  accountId: number
  who: string
  savedAt: Date
  doneAt: Date | null
}

export type PaperEntry = PaperTurn & { typed: Record<string, string> }

const columns = sql`e.turn, e.account_id as "accountId", a.name as who, e.saved_at as "savedAt", e.done_at as "doneAt"`
const from = sql`from contact.paper_entry e join staff.account a on a.id = e.account_id`

export async function paperTurns(db: Db, participantId: number): Promise<PaperTurn[]> {
  const { rows } = await sql<PaperTurn>`
    select ${columns} ${from} where e.participant_id = ${participantId} order by e.turn`.execute(db)
  return rows
}

/** What both have typed, for whoever compares; they wait until that has ended. */
export async function paperEntries(trx: Db, participantId: number): Promise<PaperEntry[]> {
  const { rows } = await sql<PaperEntry>`
    select ${columns}, e.typed ${from} where e.participant_id = ${participantId} order by e.turn for update of e`.execute(
    trx,
  )
  return rows
}

/** What an account is typing, and nobody else's. */
export async function ownEntry(db: Db, participantId: number, accountId: number): Promise<PaperEntry | undefined> {
  const { rows } = await sql<PaperEntry>`
    select ${columns}, e.typed ${from}
    where e.participant_id = ${participantId} and e.account_id = ${accountId} and e.done_at is null`.execute(db)
  return rows[0]
}

interface Typed {
  participantId: number
  accountId: number
  typed: Readonly<Record<string, string>>
  isDone: boolean
  /** Whether somebody may type the same paper a second time. */
  mayTwice: boolean
}

/** Keeps what somebody typed; says in which turn, or nothing where that was not theirs to do any more. */
export async function keepEntry(trx: Db, { participantId, accountId, typed, isDone, mayTwice }: Typed) {
  // Of two who begin at once the second one finds the first.
  await sql`select from draft where participant_id = ${participantId} for update`.execute(trx)
  const turns = await paperTurns(trx, participantId)
  const own = turns.filter((one) => one.accountId === accountId)
  const open = own.find(({ doneAt }) => doneAt === null)
  const free = ([1, 2] as const).find((turn) => turns.every((one) => one.turn !== turn))
  const turn = open?.turn ?? (own.length === 0 || mayTwice ? free : undefined)
  if (turn === undefined) return undefined
  await sql`insert into contact.paper_entry (participant_id, turn, account_id, typed, done_at)
    values (${participantId}, ${turn}, ${accountId}, ${JSON.stringify(typed)}::jsonb, case when ${isDone} then now() end)
    on conflict (participant_id, turn) do update
      set typed = excluded.typed, saved_at = now(), done_at = excluded.done_at`.execute(trx)
  return turn
}

/** Whether an account is done with exactly this: whoever clicks twice has sent it before. */
export async function isDoneWith(
  trx: Db,
  { participantId, accountId, typed }: Pick<Typed, 'participantId' | 'accountId' | 'typed'>,
): Promise<boolean> {
  const { rows } = await sql`select from contact.paper_entry
    where participant_id = ${participantId} and account_id = ${accountId} and done_at is not null
      and typed = ${JSON.stringify(typed)}::jsonb`.execute(trx)
  return rows.length > 0
}

/** Deletes what was typed, all of it or of one turn; says how much that was. */
export async function dropEntries(db: Db, participantId: number, turn?: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('contact.paper_entry')
    .where('participant_id', '=', participantId)
    .$if(turn !== undefined, (query) => query.where('turn', '=', turn ?? 0))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** A paper of a wave on which there is something to do, or that was submitted. */
export interface ListedPaper {
  unit: string
  /** How many have begun to type it, and how many are done. */
  begun: number
  done: number
  scans: number
  takenAt: Date | null
  differing: number | null
  fields: number | null
}

/** Those of the participants that an account works for, open ones first. */
export async function listPapers(db: Db, wave: string, account: number): Promise<ListedPaper[]> {
  const { rows } = await sql<ListedPaper>`
    select p.unit, coalesce(e.begun, 0)::integer as begun, coalesce(e.done, 0)::integer as done, coalesce(s.scans, 0)::integer as scans,
      r.at as "takenAt", r.differing, r.fields
    from participant p
    left join (select participant_id, count(*) as begun, count(done_at) as done from contact.paper_entry group by 1) e
      on e.participant_id = p.id
    left join (select participant_id, count(*) as scans from contact.paper_scan group by 1) s on s.participant_id = p.id
    left join lateral (
      select r.at, r.differing, r.fields from paper_return r where r.participant_id = p.id order by r.revision desc limit 1
    ) r on true
    where p.wave_id = ${wave} and ${sql.raw(worksFor(account))}
      and (e.begun is not null or s.scans is not null or r.at is not null)
    order by e.begun is null, r.at is not null, r.at desc, p.unit`.execute(db)
  return rows
}
