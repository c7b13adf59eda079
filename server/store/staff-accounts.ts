import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Role } from '../domain/rights.ts'
import { knownAccount } from './erasures.ts'
import { addScope, type ScopePart } from './scopes.ts'
import { noteStaff } from './staff-audit.ts'

/** Everybody can get into an account of the demo world, so none of them works once there is a real survey to protect. */
export const accountWorks = sql<boolean>`a.disabled_at is null
  and (not a.synthetic or not exists (select from wave where not synthetic))`

interface NewAccount {
  name: string
  role: Role
  passwordHash: string
  /** An account of the demo world: complete with its second factor, and marked as synthetic. */
  demo?: { sealedSecret: Buffer }
  /** For whom it works; nothing: for all. */
  scope?: readonly ScopePart[]
  /** The account with which it is done; missing for commands. */
  by?: number | undefined
}

/** Adds an account, or comes back with undefined where the name is taken. */
export async function addAccount(
  db: Db,
  { name, role, passwordHash, demo, scope = [], by }: NewAccount,
): Promise<number | undefined> {
  const synthetic = demo !== undefined
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('staff.account')
      .values({
        name,
        role,
        password_hash: passwordHash,
        password_initial: !synthetic,
        totp_secret: demo?.sealedSecret ?? null,
        totp_confirmed_at: synthetic ? sql<Date>`now()` : null,
        synthetic,
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) return undefined
    const { id } = added
    await addScope(trx, id, scope)
    const detail = { account: id, role, synthetic, ...(scope.length === 0 ? {} : { parts: scope.length }) }
    await noteStaff(trx, { action: 'account_added', accountId: by, detail })
    return id
  })
}

/** The account with which somebody may log in. */
export async function findWorkingAccount(db: Db, name: string) {
  return db
    .selectFrom('staff.account as a')
    .select(['id', 'name', 'role', 'password_hash as passwordHash', 'synthetic', 'totp_confirmed_at as confirmedAt'])
    .where('name', '=', name)
    .where(accountWorks)
    .executeTakeFirst()
}

export async function listAccounts(db: Db) {
  return db
    .selectFrom('staff.account as a')
    .select(['id', 'name', 'role', 'synthetic', 'created_at as createdAt', 'disabled_at as disabledAt'])
    .select(sql<boolean>`totp_confirmed_at is not null`.as('secondFactor'))
    .select(accountWorks.as('works'))
    .select(({ selectFrom }) => [
      selectFrom('staff.scope')
        .whereRef('account_id', '=', 'a.id')
        .select(sql<string[]>`coalesce(array_agg(key order by key), '{}')`.as('keys'))
        .as('scope'),
      selectFrom('staff.session')
        .whereRef('account_id', '=', 'a.id')
        .where('verified_at', 'is not', null)
        .select(({ fn }) => fn.max('verified_at').as('at'))
        .as('lastLogin'),
      selectFrom('staff.session as s')
        .whereRef('account_id', '=', 'a.id')
        .where('verified_at', 'is not', null)
        .where('ended_at', 'is', null)
        .where(sql<boolean>`now() < s.ends_at`)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('sessions'),
    ])
    .orderBy('name')
    .execute()
}

/** How many accounts of each role can be logged in with. */
export async function countAccounts(db: Db): Promise<{ role: string; count: number }[]> {
  const works = (await listAccounts(db)).filter((account) => account.works).map(({ role }) => role)
  return [...new Set(works)].map((role) => ({ role, count: works.filter((one) => one === role).length }))
}

/** The stored password of an account, to be compared with what its owner types again. */
export async function passwordHashOf(db: Db, accountId: number): Promise<string> {
  const found = await db
    .selectFrom('staff.account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return found.password_hash
}

/** The owner's own new password. All other sessions end: somebody else may have used the former one. */
export async function changePassword(
  db: Db,
  { accountId, sessionId, passwordHash }: { accountId: number; sessionId: number; passwordHash: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('staff.account')
      .set({ password_hash: passwordHash, password_initial: false })
      .where('id', '=', accountId)
      .execute()
    await endAll(trx, accountId, sessionId)
    await noteStaff(trx, { action: 'password_changed', accountId })
  })
}

/** Starts an account anew: a new password, a second factor to be set up again, no session, and it is no longer disabled. */
export async function resetAccount(
  db: Db,
  { name, passwordHash, by }: { name: string; passwordHash: string; by?: number | undefined },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .updateTable('staff.account')
      .set({
        password_hash: passwordHash,
        password_initial: sql<boolean>`not synthetic`,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        disabled_at: null,
      })
      .where('name', '=', name)
      .returning('id')
      .executeTakeFirst()
    if (account === undefined) return false
    await trx.deleteFrom('staff.recovery_code').where('account_id', '=', account.id).execute()
    await endAll(trx, account.id)
    await noteStaff(trx, { action: 'account_reset', accountId: by, detail: { account: account.id } })
    return true
  })
}

/** Takes an account out of use. It stays in the records, since the audit names it. */
export async function disableAccount(
  db: Db,
  { name, by }: { name: string; by?: number | undefined },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .updateTable('staff.account')
      .set({ disabled_at: sql<Date>`coalesce(disabled_at, now())` })
      .where('name', '=', name)
      .returning('id')
      .executeTakeFirst()
    if (account === undefined) return false
    await endAll(trx, account.id)
    await noteStaff(trx, { action: 'account_disabled', accountId: by, detail: { account: account.id } })
    return true
  })
}

/** The name of an account whose owner is to be forgotten. */
export const namelessAccount = (id: number): string => `konto-${id}`

/** The number of an account that is disabled; it stays so until the transaction ends. */
export async function holdDisabledAccount(trx: Db, name: string): Promise<number | undefined> {
  const found = await trx
    .selectFrom('staff.account')
    .select('id')
    .where('name', '=', name)
    .where('disabled_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  return found?.id
}

interface ForgottenAccount {
  account: number
  at: Date
  by: number | null
}

/**
 * Takes its name from an account; the log keeps its number. Where an older state has brought it back it may be in use again, which
 * ends. Whoever was added later than that under the same number is somebody else.
 */
export async function forgetAccountName(trx: Db, { account, at, by }: ForgottenAccount): Promise<boolean> {
  const name = namelessAccount(account)
  const forgotten = await trx
    .updateTable('staff.account')
    .set({ name, disabled_at: sql<Date>`coalesce(disabled_at, ${at})` })
    .where('id', '=', account)
    .where('created_at', '<=', at)
    .where('name', '<>', name)
    .returning('id')
    .executeTakeFirst()
  if (forgotten === undefined) return false
  await endAll(trx, account)
  await noteStaff(trx, { action: 'account_name_erased', accountId: await knownAccount(trx, by), detail: { account } })
  return true
}

/** Ends the sessions of an account, except one where it is named. */
async function endAll(db: Db, accountId: number, except?: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('staff.session')
    .set({ ended_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? 0))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
