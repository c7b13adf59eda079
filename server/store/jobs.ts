import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Work that one of several servers does when it is due. */
export interface Job {
  id: number
  kind: string
  key: string
  wave: string | null
  detail: Record<string, unknown>
  accountId: number | null
  dueAt: Date
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped'
  seenAt: Date | null
  done: number
  total: number | null
  problem: string
  tries: number
  createdAt: Date
  endedAt: Date | null
}

const columns = sql`id, kind, key, wave_id as wave, detail, account_id as "accountId", due_at as "dueAt", state, seen_at as "seenAt",
  done, total, problem, tries, created_at as "createdAt", ended_at as "endedAt"`

export interface NewJob {
  kind: string
  /** What it is done for: a second of the same key is the same. */
  key: string
  wave?: string | undefined
  detail?: Record<string, unknown>
  accountId?: number | undefined
  dueAt?: Date | undefined
}

/** Adds a job, unless there is one of its key: then that is meant. */
export async function addJob(db: Db, job: NewJob): Promise<{ id: number; isNew: boolean }> {
  const { rows } = await sql<{ id: number; isNew: boolean }>`
    with added as (
      insert into job (kind, key, wave_id, detail, account_id, due_at)
      values (${job.kind}, ${job.key}, ${job.wave ?? null}, ${JSON.stringify(job.detail ?? {})}, ${job.accountId ?? null},
        coalesce(${job.dueAt ?? null}::timestamptz, now()))
      on conflict (key) do nothing returning id
    )
    select id, true as "isNew" from added
    union all select id, false from job where key = ${job.key} and not exists (select from added)`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error(`the job ${job.key} is being added by another server`)
  return row
}

/** Takes the job that is due for longest, or one whose server has been silent for so long that it must have died. */
export async function takeJob(
  db: Db,
  { kinds, holder, silence, only }: { kinds: readonly string[]; holder: string; silence: number; only?: number },
): Promise<Job | undefined> {
  const { rows } = await sql<Job>`
    update job set state = 'running', holder = ${holder}, seen_at = now(), problem = ''
    where id = (
      select id from job
      where kind = any(${[...kinds]}) and (${only ?? null}::bigint is null or id = ${only ?? null})
        and ((state = 'waiting' and due_at <= now())
          or (state = 'running' and seen_at < now() - ${silence}::double precision * interval '1 second'))
      order by due_at, id for update skip locked limit 1)
    returning ${columns}`.execute(db)
  return rows[0]
}

type Held = Pick<Job, 'id'> & { holder: string }

const isHeld = ({ id, holder }: Held) => sql`id = ${id} and holder = ${holder} and state = 'running'`

/** Says that somebody is still at it, and how far; false where it was stopped or taken over. */
export async function keepJob(db: Db, held: Held, at?: { done: number; total: number }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update job set seen_at = now(), done = coalesce(${at?.done ?? null}::integer, done),
      total = coalesce(${at?.total ?? null}::integer, total)
    where ${isHeld(held)}`.execute(db)
  return numAffectedRows === 1n
}

export async function endJob(db: Db, held: Held, state: 'done' | 'failed', problem = ''): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update job set state = ${state}, problem = ${problem}, holder = null, ended_at = now()
    where ${isHeld(held)}`.execute(db)
  return numAffectedRows === 1n
}

/** Gives it back: to be taken up later, or at once by another server. */
export async function putJobBack(db: Db, held: Held, later?: { dueAt: Date; problem: string; tries: number }) {
  await sql`
    update job set state = 'waiting', holder = null, seen_at = null, due_at = coalesce(${later?.dueAt ?? null}::timestamptz, due_at),
      problem = ${later?.problem ?? ''}, tries = ${later?.tries ?? 0}
    where ${isHeld(held)}`.execute(db)
}

export async function retryJob(db: Db, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update job set state = 'waiting', due_at = greatest(due_at, now()), ended_at = null, tries = 0, problem = ''
    where id = ${id} and state = 'failed'`.execute(db)
  return numAffectedRows === 1n
}

export async function stopJob(db: Db, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update job set state = 'stopped', holder = null, ended_at = now()
    where id = ${id} and state in ('waiting', 'running', 'failed')`.execute(db)
  return numAffectedRows === 1n
}

/** An account that works for some has only what it asked for itself: all else may reach others. */
const mayTouch = (account: number | undefined) => sql`(job.account_id = ${account ?? null}::bigint
  or not exists (select from staff.scope where account_id = ${account ?? null}::bigint))`

/** A job that an account may stop or try again. */
export async function findJobFor(db: Db, id: number, account: number | undefined): Promise<Job | undefined> {
  const { rows } = await sql<Job>`select ${columns} from job where id = ${id} and ${mayTouch(account)}`.execute(db)
  return rows[0]
}

export async function findJob(db: Db, id: number): Promise<Job | undefined> {
  const { rows } = await sql<Job>`select ${columns} from job where id = ${id}`.execute(db)
  return rows[0]
}

export async function findJobByKey(db: Db, key: string): Promise<Job | undefined> {
  const { rows } = await sql<Job>`select ${columns} from job where key = ${key}`.execute(db)
  return rows[0]
}

export interface ListedJob extends Job {
  account: string | null
}

/** What is still to be done, soonest first, then what has ended, newest first. An account that works for some sees its own alone. */
export async function listJobs(
  db: Db,
  {
    kind,
    wave,
    most = 100,
    accountId,
  }: { kind?: string; wave?: string | undefined; most?: number; accountId?: number } = {},
): Promise<ListedJob[]> {
  const { rows } = await sql<ListedJob>`
    select j.*, a.name as account from (select ${columns} from job
      where (${kind ?? null}::text is null or kind = ${kind ?? null})
        and (${wave ?? null}::text is null or wave_id = ${wave ?? null}) and ${mayTouch(accountId)}) j
    left join staff.account a on a.id = j."accountId"
    order by j."endedAt" is not null, j."endedAt" desc, j."dueAt", j.id limit ${most}`.execute(db)
  return rows
}
