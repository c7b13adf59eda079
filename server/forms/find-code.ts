import type { AppContext } from '../boot/context.ts'
import { hashAccessCode, hashSlowly } from '../domain/access-code.ts'
import { findByCode, turnOver } from '../store/access-codes.ts'

type Needed = Pick<AppContext, 'db' | 'keys'>

/** Whom a code lets in, in microseconds beside the time of one query. */
export function findCode({ db, keys }: Needed, code: string) {
  return findByCode(db, hashAccessCode(code, keys.accessCode))
}

/** The same for a code that is still kept as a slow hash; from then on it is not any more. */
export async function findOldCode({ db, keys }: Needed, code: string) {
  const slowHash = await hashSlowly(code, keys.slowAccessCode)
  const hash = hashAccessCode(code, keys.accessCode)
  // By either: a colleague with the same code may just have turned it over.
  const found = await findByCode(db, slowHash, hash)
  if (found !== undefined) await turnOver(db, slowHash, hash)
  return found
}
