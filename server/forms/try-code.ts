import type { AppContext } from '../boot/context.ts'
import { hashOfBeginning, readAccessCode } from '../domain/access-code.ts'
import { codeAdvice } from '../domain/code-advice.ts'
import { networkKey } from '../domain/network-key.ts'
import { refusal, refusalFor, refusalOfMany } from '../errors/refusal.ts'
import { hasSlowHashes } from '../store/access-codes.ts'
import { countFailure, returnAttempt, takeAttempt, wrongCodes } from '../store/attempts.ts'
import { findCarrierCode, findCode, findOldCode } from './find-code.ts'

const notACode = 'So ist der Zugangscode nicht vollständig oder nicht richtig eingegeben.'
const wrongCode =
  'Mit diesem Zugangscode ist keine Anmeldung möglich. Bitte vergleichen Sie ihn mit Ihrem Schreiben; er kann auch abgelaufen oder ersetzt worden sein.'

/** Of codes that are looked for at length, from one network: a quarter of a minute of work for a processor. */
const mostSlow = 300

/**
 * The form that a typed code opens, or the list of those for which a carrier answers. A right code is let in whatever came before it: 80 random bits are not guessed, so nobody has
 * to be kept waiting for the tries of others. All wrong codes get the same answer in the same time, with advice that follows
 * from what was typed and from nothing else; where there are many, it says so, and programs are told to wait.
 */
export async function tryCode(context: AppContext, ip: string, typed: string) {
  const code = readAccessCode(typed)
  if (code === undefined) {
    const isBlank = typed.trim() === ''
    return { refused: refusal(isBlank ? 'Bitte geben Sie Ihren Zugangscode ein.' : `${notACode} ${codeAdvice(typed)}`) }
  }
  const found = await findCode(context, code)
  if (found !== undefined) return { found }
  const carrier = await findCarrierCode(context, code)
  if (carrier !== undefined) return { carrier }
  const tried = await findSlowly(context, ip, code)
  if (tried !== undefined) return 'wait' in tried ? { refused: refusalFor(tried.wait) } : { found: tried }
  const { key, mostAlike, mostInAll } = wrongCodes
  const wait = await countFailure(context.db, [
    { key: `${key} ${hashOfBeginning(code, context.keys.accessCode)}`, most: mostAlike },
    { key, most: mostInAll },
  ])
  const sentence = `${wrongCode} ${codeAdvice(typed)}`.trim()
  return { refused: wait > 0 ? refusalOfMany(sentence, wait) : refusal(sentence) }
}

/** While there are codes that take long to look for, they are counted by network: else one guesser could keep all waiting. */
async function findSlowly(context: AppContext, ip: string, code: string) {
  const { db } = context
  // A colleague with the same code may just have turned over the last of them.
  if (!(await hasSlowHashes(db))) return findCode(context, code)
  const key = `${wrongCodes.key} ${networkKey(ip, context.keys.attempt)}`
  const wait = await takeAttempt(db, key, mostSlow)
  if (wait > 0) return { wait }
  const found = await findOldCode(context, code)
  if (found !== undefined) await returnAttempt(db, key)
  return found
}
