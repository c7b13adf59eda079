import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'
import { noteStaff } from './staff-audit.ts'

export type IssueLetter = 'einladung' | 'zugangscode' | 'ersatzcode'
export type IssueForm = 'pdf' | 'csv'

export interface NewIssue {
  wave: string
  letter: IssueLetter
  form: IssueForm
  accountId?: number | undefined
  participants: readonly number[]
}

export interface Issue {
  id: number
  wave: string
  letter: IssueLetter
  form: IssueForm
  who: string | null
  createdAt: Date
  /** How often a file was made; each has codes of its own. */
  drawings: number
  drawnAt: Date | null
  settledAt: Date | null
  outcome: 'valid' | 'discarded' | null
  letters: number
  /** Letters whose code works or did, and those which came too late for that. */
  valid: number
  superseded: number
}

/** Who shall get a letter. Nothing is drawn yet. */
export async function addIssue(trx: Db, { wave, letter, form, accountId, participants }: NewIssue): Promise<number> {
  const { id } = await trx
    .insertInto('letter_issue')
    .values({ wave_id: wave, letter, form, account_id: accountId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into letter_code (issue_id, participant_id) select ${id}, unnest(${[...participants]}::bigint[])`.execute(
    trx,
  )
  const detail = { issue: id, letters: participants.length, letter, form }
  await noteStaff(trx, { action: 'letters_listed', accountId, wave, detail })
  return id
}

interface Wanted {
  id?: number
  /** Whoever looks: an account with a scope sees what is in it as a whole. */
  accountId?: number | undefined
}

/** The issues of a wave, the newest first. */
export async function listIssues(db: Db, wave: string, { id, accountId }: Wanted = {}): Promise<Issue[]> {
  const { rows } = await sql<Issue>`
    select s.id, s.wave_id as wave, s.letter, s.form, a.name as who, s.created_at as "createdAt", s.drawings,
      s.drawn_at as "drawnAt", s.settled_at as "settledAt", s.outcome, count(l.participant_id)::integer as letters,
      count(*) filter (where l.outcome = 'valid')::integer as valid,
      count(*) filter (where l.outcome = 'superseded')::integer as superseded
    from letter_issue s left join staff.account a on a.id = s.account_id
    left join letter_code l on l.issue_id = s.id left join participant p on p.id = l.participant_id
    where s.wave_id = ${wave} and (${id ?? null}::bigint is null or s.id = ${id ?? null})
    group by s.id, a.name having bool_and(${sql.raw(worksFor(accountId))}) order by s.id desc`.execute(db)
  return rows
}

/** How many of an issue got a code that works after it was listed: whoever listed it could not know that these would end. */
export async function codesSinceListed(db: Db, issue: number): Promise<number> {
  const { rows } = await sql<{ codes: number }>`
    select count(*)::integer as codes from letter_issue s join letter_code l on l.issue_id = s.id
    join access_code c on c.participant_id = l.participant_id and c.revoked_at is null and c.created_at > s.created_at
    where s.id = ${issue} and l.outcome is null`.execute(db)
  return rows[0]?.codes ?? 0
}

/** The number of a file that is about to be made. Only the last one that was begun can become the newest. */
export async function beginDrawing(db: Db, issue: number): Promise<number | undefined> {
  const begun = await db
    .updateTable('letter_issue')
    .set(({ eb }) => ({ drawings: eb('drawings', '+', 1) }))
    .where('id', '=', issue)
    .where('settled_at', 'is', null)
    .returning('drawings')
    .executeTakeFirst()
  return begun?.drawings
}

interface Drawn {
  issue: number
  drawing: number
  accountId?: number | undefined
  codes: readonly { participantId: number; hash: Buffer }[]
}

/** Keeps what was drawn for a file that is complete; false where another was begun meanwhile, or all is settled. */
export async function keepDrawn(db: Db, { issue, drawing, accountId, codes }: Drawn): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const kept = await trx
      .updateTable('letter_issue')
      .set({ drawn_at: sql<Date>`now()` })
      .where('id', '=', issue)
      .where('drawings', '=', drawing)
      .where('settled_at', 'is', null)
      .returning('wave_id as wave')
      .executeTakeFirst()
    if (kept === undefined) return false
    await trx.updateTable('letter_code').set({ hash: null, drawn_at: null }).where('issue_id', '=', issue).execute()
    await sql`
      update letter_code l set hash = decode(c ->> 'hash', 'hex'), drawn_at = now()
      from json_array_elements(${JSON.stringify(codes.map(({ participantId, hash }) => ({ participantId, hash: hash.toString('hex') })))}::json) c
      where l.issue_id = ${issue} and l.participant_id = (c ->> 'participantId')::bigint and l.outcome is null`.execute(
      trx,
    )
    const detail = { issue, file: drawing, letters: codes.length }
    await noteStaff(trx, { action: 'letters_drawn', accountId, wave: kept.wave, detail })
    return true
  })
}
