import type { AppContext } from '../boot/context.ts'
import { hashAccessCode, hashSlowly } from '../domain/access-code.ts'
import { findByCode, turnOver } from '../store/access-codes.ts'
import { findCarrier } from '../store/carrier-codes.ts'
import { settleByUse } from '../store/settle-letters.ts'

type Needed = Pick<AppContext, 'db' | 'keys'>

/** Whom a code lets in, in microseconds beside the time of one query. Or of two: a code may wait for its first use. */
export async function findCode({ db, keys }: Needed, code: string) {
  const hash = hashAccessCode(code, keys.accessCode)
  return (await findByCode(db, hash)) ?? ((await settleByUse(db, hash)) ? findByCode(db, hash) : undefined)
}

/** The list that a code opens: that of a Landkreis or an Antragsverbund. */
export const findCarrierCode = ({ db, keys }: Needed, code: string) =>
  findCarrier(db, hashAccessCode(code, keys.accessCode))

/** A form by a code that is still kept as a slow hash; from then on it is not any more. */
export async function findOldCode({ db, keys }: Needed, code: string) {
  const slowHash = await hashSlowly(code, keys.slowAccessCode)
  const hash = hashAccessCode(code, keys.accessCode)
  // By either: a colleague with the same code may just have turned it over.
  const found = await findByCode(db, slowHash, hash)
  if (found !== undefined) await turnOver(db, slowHash, hash)
  return found
}
