import type { AppContext } from '../boot/context.ts'
import { networkOf } from '../domain/network.ts'
import { isPassword } from '../domain/password.ts'
import { refusal, refusalFor } from '../errors/refusal.ts'
import { returnAttempt, takeAttempt } from '../store/attempts.ts'
import { findWorkingAccount } from '../store/staff-accounts.ts'
import { noteStaff } from '../store/staff-audit.ts'

/** Attempts of staff are counted apart from those of respondents: a field office may sit where a Kommune does. */
export const attemptKey = (ip: string) => `intern ${networkOf(ip)}`

/**
 * The first step: name and password. Whether they were right is not told before the second step, and takes the same time
 * either way: comes back with the account, or with none.
 */
export async function tryPassword({ db, keys }: AppContext, ip: string, typed: { name: string; password: string }) {
  const name = typed.name.trim().toLowerCase()
  if (name === '' || typed.password === '')
    return { refused: refusal('Bitte geben Sie Anmeldenamen und Kennwort ein.') }
  const wait = await takeAttempt(db, attemptKey(ip))
  if (wait > 0) return { refused: refusalFor(wait) }
  const account = await findWorkingAccount(db, name)
  const right = await isPassword(typed.password, account?.passwordHash, keys.password)
  const action = right ? 'password_accepted' : 'password_refused'
  await noteStaff(db, { action, accountId: account?.id ?? null })
  return { account: right ? account : undefined }
}

/** Gives back the attempts of a login that succeeded, so that an office may log in all day. */
export async function returnAttempts({ db }: AppContext, ip: string, steps: 1 | 2): Promise<void> {
  for (let step = 0; step < steps; step += 1) await returnAttempt(db, attemptKey(ip))
}
