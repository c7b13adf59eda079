import type { AppContext } from '../boot/context.ts'
import { hashSlowly } from '../domain/access-code.ts'
import { readBrowserMark } from '../domain/browser-mark.ts'
import { unseal } from '../domain/sealed.ts'
import { newTotpSecret, totpStep } from '../domain/totp.ts'
import { readTypedCode } from '../domain/typed-code.ts'
import { refusal, refusalFor } from '../errors/refusal.ts'
import { returnAttempt, takeAttempt } from '../store/attempts.ts'
import { confirmTotp, takeRecoveryCode, takeTotpStep } from '../store/second-factor.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { SignIn } from '../store/staff-sessions.ts'

/** One answer for an unknown name, a wrong password, a wrong code and one that was used before. */
const wrong =
  'Mit diesen Angaben ist keine Anmeldung möglich: Anmeldename, Kennwort oder Code stimmt nicht. Jeder Code gilt nur ein Mal.'

const setUpWrong =
  'Der Code passt nicht. Bitte warten Sie auf den nächsten, und prüfen Sie, ob die Uhr Ihres Geräts richtig geht.'

/** A login is begun with a password, of which there are only so many. */
const attemptKey = (sessionId: number) => `anmeldung ${sessionId}`

/** Compared with where there is no account, so that this takes as long. */
const secretOfNobody = newTotpSecret()

/**
 * The second step. Codes are counted by login and by account, since six digits are soon tried by many computers at once;
 * the second count refuses in the same words as a wrong code, because it is only there for those who have the password. A browser
 * in which the account has logged in before is counted apart: who has stolen a password does not lock its owner out.
 */
export async function trySecondFactor(
  { db, keys }: AppContext,
  browserMark: string,
  { sessionId, accountId, name, sealedSecret, confirmedAt }: SignIn,
  typed: string,
) {
  if (typed.trim() === '') return { refused: refusal('Bitte geben Sie den Code ein.') }
  const wait = await takeAttempt(db, attemptKey(sessionId))
  if (wait > 0) return { refused: refusalFor(wait) }
  const key = `konto ${accountId ?? 'ohne'} ${readBrowserMark(browserMark, name ?? '', keys.attempt) ?? ''}`
  const tired = (await takeAttempt(db, key)) > 0 && accountId !== null
  const secret = sealedSecret === null ? secretOfNobody : unseal(sealedSecret, keys.totp)
  const code = readTypedCode(typed)
  const step = code?.kind === 'app' ? totpStep(secret, code.code, new Date()) : undefined
  const hash = code?.kind === 'recovery' ? await hashSlowly(code.code, keys.recoveryCode) : undefined

  const isTaken = async (id: number) =>
    (step !== undefined && (await takeTotpStep(db, id, step))) ||
    (hash !== undefined && (await takeRecoveryCode(db, id, hash)))
  if (accountId === null || confirmedAt === null || code === undefined || tired || !(await isTaken(accountId))) {
    await noteStaff(db, { action: 'code_refused', accountId })
    return { refused: refusal(wrong) }
  }
  await returnAttempt(db, key)
  return { passed: { kind: code.kind, accountId } }
}

/** The first code of an app that was just set up. From then on logins need one. */
export async function tryFirstCode(
  { db }: AppContext,
  { sessionId, accountId, secret }: { sessionId: number; accountId: number; secret: Buffer },
  typed: string,
) {
  const wait = await takeAttempt(db, attemptKey(sessionId))
  if (wait > 0) return { refused: refusalFor(wait) }
  const code = readTypedCode(typed)
  const step = code?.kind === 'app' ? totpStep(secret, code.code, new Date()) : undefined
  if (step === undefined || !(await confirmTotp(db, accountId, step))) return { refused: refusal(setUpWrong) }
  await noteStaff(db, { action: 'second_factor_set_up', accountId })
  return {}
}
