import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Role } from '../domain/rights.ts'
import { signInMinutes, staffIdleMinutes, staffLongestHours } from '../domain/staff-session.ts'
import { accountWorks } from './staff-accounts.ts'

/** Somebody of the staff who is logged in. */
export interface StaffMember {
  sessionId: number
  accountId: number
  name: string
  role: Role
  /** It works for some units alone. */
  isScoped: boolean
  /** An account of the demo world. */
  synthetic: boolean
  passwordInitial: boolean
  secondsLeft: number
}

const sessionEnds = sql`least(s.ends_at, s.seen_at + make_interval(mins => ${staffIdleMinutes}))`
const isAlive = sql<boolean>`s.ended_at is null and s.verified_at is not null and now() < ${sessionEnds}`

/** Who has this token, and notes that they are still there; undefined where nobody is logged in with it. */
export async function visitOfStaff(db: Db, tokenHash: Buffer): Promise<StaffMember | undefined> {
  const { rows } = await sql<StaffMember>`
    update staff.session s set seen_at = now() from staff.account a
    where s.token_hash = ${tokenHash} and a.id = s.account_id and ${isAlive} and ${accountWorks}
    returning s.id as "sessionId", a.id as "accountId", a.name, a.role, a.synthetic,
      exists (select from staff.scope where account_id = a.id) as "isScoped", a.password_initial as "passwordInitial", extract(epoch from ${sessionEnds} - now())::integer as "secondsLeft"
  `.execute(db)
  return rows[0]
}

/** Begins a login. Without an account the password was wrong, which the person is not told before the code. */
export async function beginSignIn(
  db: Db,
  { tokenHash, accountId }: { tokenHash: Buffer; accountId: number | null },
): Promise<number> {
  await sql`delete from staff.session where verified_at is null and ends_at < now() - interval '1 day'`.execute(db)
  const { id } = await db
    .insertInto('staff.session')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      verified_at: null,
      ends_at: sql<Date>`now() + make_interval(mins => ${signInMinutes})`,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type SignIn = NonNullable<Awaited<ReturnType<typeof findSignIn>>>

/** A login that waits for its second factor. */
export async function findSignIn(db: Db, tokenHash: Buffer) {
  return db
    .selectFrom('staff.session as s')
    .leftJoin('staff.account as a', (join) => join.onRef('a.id', '=', 's.account_id').on(accountWorks))
    .select(['s.id as sessionId', 'a.id as accountId', 'a.name', 'a.totp_secret as sealedSecret'])
    .select(['a.totp_confirmed_at as confirmedAt', 'a.totp_last_step as lastStep', 'a.synthetic'])
    .where('s.token_hash', '=', tokenHash)
    .where('s.verified_at', 'is', null)
    .where('s.ended_at', 'is', null)
    .where(sql<boolean>`now() < s.ends_at`)
    .executeTakeFirst()
}

/** Completes a login under a new token. */
export async function completeSignIn(
  db: Db,
  { sessionId, tokenHash }: { sessionId: number; tokenHash: Buffer },
): Promise<void> {
  await db
    .updateTable('staff.session')
    .set({
      token_hash: tokenHash,
      verified_at: sql<Date>`now()`,
      seen_at: sql<Date>`now()`,
      ends_at: sql<Date>`now() + make_interval(hours => ${staffLongestHours})`,
    })
    .where('id', '=', sessionId)
    .where('verified_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
}

/** The sessions of an account that are not over, the newest first. */
export async function listSessions(db: Db, accountId: number) {
  return db
    .selectFrom('staff.session as s')
    .select(['id', 'verified_at as since', 'seen_at as seenAt'])
    .where('account_id', '=', accountId)
    .where(isAlive)
    .orderBy('id', 'desc')
    .execute()
}

/** Ends one session of an account. False where it has none of that number, or it was over. */
export async function endOne(db: Db, accountId: number, sessionId: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff.session')
    .set({ ended_at: sql<Date>`now()` })
    .where('id', '=', sessionId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
