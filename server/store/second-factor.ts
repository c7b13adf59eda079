import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Notes the secret that an account is about to set up. One that is there already stays, so that the picture does too. */
export async function offerTotpSecret(db: Db, accountId: number, sealed: Buffer): Promise<void> {
  await db
    .updateTable('staff.account')
    .set({ totp_secret: sealed })
    .where('id', '=', accountId)
    .where('totp_secret', 'is', null)
    .execute()
}

/** Takes a code of the app. False where it, or a later one, was taken before: nobody uses a code a second time. */
export async function takeTotpStep(db: Db, accountId: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff.account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where('totp_confirmed_at', 'is not', null)
    .where(sql<boolean>`coalesce(totp_last_step < ${step}, true)`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The first code typed: from now on the account has its second factor. False where another browser was quicker. */
export async function confirmTotp(db: Db, accountId: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff.account')
    .set({ totp_confirmed_at: sql<Date>`now()`, totp_last_step: step })
    .where('id', '=', accountId)
    .where('totp_secret', 'is not', null)
    .where('totp_confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Replaces the recovery codes of an account. */
export async function storeRecoveryCodes(db: Db, accountId: number, hashes: readonly Buffer[]): Promise<void> {
  await db.deleteFrom('staff.recovery_code').where('account_id', '=', accountId).execute()
  await db
    .insertInto('staff.recovery_code')
    .values(hashes.map((hash) => ({ hash, account_id: accountId })))
    .execute()
}

/** Uses a recovery code up. False where it is none of this account, or was used before. */
export async function takeRecoveryCode(db: Db, accountId: number, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff.recovery_code')
    .set({ used_at: sql<Date>`now()` })
    .where('hash', '=', hash)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function countRecoveryCodes(db: Db, accountId: number): Promise<number> {
  const { left } = await db
    .selectFrom('staff.recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}
