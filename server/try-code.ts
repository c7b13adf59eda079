import type { AppContext } from './context.ts'
import { hashAccessCode, readAccessCode } from './domain/access-code.ts'
import { networkOf } from './domain/network.ts'
import { findByCode } from './store/access-codes.ts'
import { returnAttempt, takeAttempt } from './store/attempts.ts'

/** Why a code opens nothing, as the person is told. */
export interface Refusal {
  status: 422 | 429
  error: string
  retryMinutes: number
  /** Seconds until the next attempt, 0 where there is nothing to wait for. */
  wait: number
}

const wrongCode =
  'Mit diesem Zugangscode ist keine Anmeldung möglich. Bitte vergleichen Sie ihn mit Ihrem Schreiben; er kann auch abgelaufen oder ersetzt worden sein.'

/** The form that a typed code opens. Attempts are counted by network; all wrong codes get the same answer in the same time. */
export async function tryCode({ db, keys }: AppContext, ip: string, typed: string) {
  const code = readAccessCode(typed)
  if (code === undefined) {
    return refuse(
      typed.trim() === '' ? 'Bitte geben Sie Ihren Zugangscode ein.' : `${wrongCode} Ein Zugangscode hat 16 Zeichen.`,
    )
  }
  const network = networkOf(ip)
  const wait = await takeAttempt(db, network)
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60)
    const error = `Das waren zu viele Versuche. Bitte versuchen Sie es in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`
    return { refused: { status: 429, error, retryMinutes: minutes, wait } satisfies Refusal }
  }
  const found = await findByCode(db, await hashAccessCode(code, keys.accessCode))
  if (found === undefined) return refuse(wrongCode)
  await returnAttempt(db, network)
  return { found }
}

const refuse = (error: string) => ({ refused: { status: 422, error, retryMinutes: 0, wait: 0 } satisfies Refusal })
