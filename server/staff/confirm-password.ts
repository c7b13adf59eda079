import type { AppContext } from '../boot/context.ts'
import { isPassword } from '../domain/password.ts'
import { refusal, refusalFor } from '../errors/refusal.ts'
import { returnAttempt, takeAttempt } from '../store/attempts.ts'
import { passwordHashOf } from '../store/staff-accounts.ts'
import { noteStaff } from '../store/staff-audit.ts'

/** Asks for the password again before an account is changed: the person at an open screen may be another. */
export async function confirmPassword({ db, keys }: AppContext, accountId: number, typed: string) {
  const key = `kennwort ${accountId}`
  const wait = await takeAttempt(db, key)
  if (wait > 0) return { refused: refusalFor(wait) }
  if (await isPassword(typed, await passwordHashOf(db, accountId), keys.password)) {
    await returnAttempt(db, key)
    return {}
  }
  await noteStaff(db, { action: 'password_refused', accountId })
  return { refused: refusal('Das bisherige Kennwort stimmt nicht.') }
}
