import { createHmac, randomBytes } from 'node:crypto'
import { encode, grouped } from './crockford.ts'

/** What the key of a link is made of beside the secret of the site. */
export const newSalt = (): Buffer => randomBytes(16)

/**
 * The key that the link for a colleague carries, of 80 bits like an access code. It is made anew whenever it is shown to whoever asked
 * her, so that it is kept nowhere; who has the database alone cannot make it.
 */
export function delegationKey(salt: Buffer, key: Buffer): string {
  return grouped(encode(createHmac('sha256', key).update('delegation ').update(salt).digest().subarray(0, 10)))
}
