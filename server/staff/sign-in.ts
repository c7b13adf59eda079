import type { AppContext } from '../boot/context.ts'
import { isPassword } from '../domain/password.ts'
import { refusal, refusalFor } from '../errors/refusal.ts'
import { findWorkingAccount } from '../store/staff-accounts.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { type Origin, passwordLimits, takeAttempts } from './attempt-limits.ts'

/**
 * The first step: name and password. Whether they were right is not told before the second step, and takes the same time
 * either way: comes back with the account, or with none.
 */
export async function tryPassword(context: AppContext, origin: Origin, typed: { name: string; password: string }) {
  const { db, keys } = context
  const name = typed.name.trim().toLowerCase()
  if (name === '' || typed.password === '')
    return { refused: refusal('Bitte geben Sie Anmeldenamen und Kennwort ein.') }
  const wait = await takeAttempts(context, passwordLimits(context, origin, name))
  if (wait > 0) return { refused: refusalFor(wait) }
  const account = await findWorkingAccount(db, name)
  const right = await isPassword(typed.password, account?.passwordHash, keys.password)
  const action = right ? 'password_accepted' : 'password_refused'
  await noteStaff(db, { action, accountId: account?.id ?? null })
  return { account: right ? account : undefined }
}
