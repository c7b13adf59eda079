import type { AppContext } from '../boot/context.ts'
import { hashAccessCode, readAccessCode } from '../domain/access-code.ts'
import { codeAdvice } from '../domain/code-advice.ts'
import { networkOf } from '../domain/network.ts'
import { refusal, refusalFor } from '../errors/refusal.ts'
import { findByCode } from '../store/access-codes.ts'
import { returnAttempt, takeAttempt } from '../store/attempts.ts'

const notACode = 'So ist der Zugangscode nicht vollständig oder nicht richtig eingegeben.'
const wrongCode =
  'Mit diesem Zugangscode ist keine Anmeldung möglich. Bitte vergleichen Sie ihn mit Ihrem Schreiben; er kann auch abgelaufen oder ersetzt worden sein.'

/**
 * The form that a typed code opens. Attempts are counted by network; all wrong codes get the same answer in the same time, with
 * advice that follows from what was typed and from nothing else.
 */
export async function tryCode({ db, keys }: AppContext, ip: string, typed: string) {
  const code = readAccessCode(typed)
  if (code === undefined) {
    const isBlank = typed.trim() === ''
    return { refused: refusal(isBlank ? 'Bitte geben Sie Ihren Zugangscode ein.' : `${notACode} ${codeAdvice(typed)}`) }
  }
  const network = networkOf(ip)
  const wait = await takeAttempt(db, network)
  if (wait > 0) return { refused: refusalFor(wait) }
  const found = await findByCode(db, await hashAccessCode(code, keys.accessCode))
  if (found === undefined) return { refused: refusal(`${wrongCode} ${codeAdvice(typed)}`.trim()) }
  await returnAttempt(db, network)
  return { found }
}
