import type { AppContext } from '../boot/context.ts'
import { hashAccessCode, hashOfBeginning, readAccessCode } from '../domain/access-code.ts'
import { refusal, refusalOfMany } from '../errors/refusal.ts'
import { countFailure, wrongCodes } from '../store/attempts.ts'
import { findByKey } from '../store/delegations.ts'

const noKey =
  'Bitte öffnen Sie den Link aus Ihrer Nachricht, oder geben Sie den Schlüssel ein, der darin hinter dem # steht.'
const wrongKey =
  'Mit diesem Schlüssel öffnet sich nichts. Bitte vergleichen Sie ihn mit Ihrer Nachricht, oder lassen Sie sich einen neuen Link geben.'

/**
 * The link that a key belongs to. Like an access code it has 80 random bits, so that nobody is kept waiting for the tries of others;
 * wrong ones are counted together with wrong codes, and all get the same answer.
 */
export async function tryKey({ db, keys }: Pick<AppContext, 'db' | 'keys'>, typed: string) {
  const key = readAccessCode(typed)
  if (key === undefined) return { refused: refusal(typed.trim() === '' ? noKey : wrongKey) }
  const found = await findByKey(db, hashAccessCode(key, keys.delegation))
  if (found !== undefined) return { found }
  const wait = await countFailure(db, [
    { key: `${wrongCodes.key} ${hashOfBeginning(key, keys.accessCode)}`, most: wrongCodes.mostAlike },
    { key: wrongCodes.key, most: wrongCodes.mostInAll },
  ])
  return { refused: wait > 0 ? refusalOfMany(wrongKey, wait) : refusal(wrongKey) }
}
