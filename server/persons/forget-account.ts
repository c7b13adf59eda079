import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { inErasureTurn } from '../store/erasures.ts'
import { forgetAccountName, holdDisabledAccount, namelessAccount } from '../store/staff-accounts.ts'
import { forgottenLine, forgottenOf } from './account-list.ts'
import { noteInList } from './erasure-list.ts'

type Needed = Pick<AppContext, 'db' | 'config'>

/**
 * Takes its name from an account that is disabled, and comes back with what it is called then. The list beside the database says it
 * first, so that no older state brings the name back.
 */
export async function forgetAccount(
  { db, config: { dataDir } }: Needed,
  { name, by }: { name: string; by: number },
): Promise<string | undefined> {
  return inErasureTurn(db, async (trx) => {
    const account = await holdDisabledAccount(trx, name)
    if (account === undefined) return undefined
    const forgotten = { account, at: new Date(), by }
    await noteInList(trx, dataDir, [forgottenLine(forgotten)])
    await forgetAccountName(trx, forgotten)
    return namelessAccount(account)
  })
}

/** Does so once more for accounts that have come back with an older state, and says for how many. */
export async function forgetAccountsAgain(trx: Db, list: string): Promise<number> {
  let count = 0
  for (const forgotten of forgottenOf(list)) count += (await forgetAccountName(trx, forgotten)) ? 1 : 0
  return count
}
