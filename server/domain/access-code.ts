import { createHmac, randomBytes, scrypt } from 'node:crypto'
import { encode, grouped, normalize } from './crockford.ts'

const length = 16
const group = 4

/** A new access code of 80 random bits, as it is printed in a letter. */
export function newAccessCode(): string {
  return grouped(encode(randomBytes(10)))
}

/** The code as it was meant, or undefined where the text cannot be one. */
export function readAccessCode(typed: string): string | undefined {
  const code = normalize(typed)
  return code.length === length && !code.includes('U') ? code : undefined
}

/**
 * The only form in which an access code is kept: keyed, so that a copy of the database alone is worth nothing. It need not be slow:
 * who asks a million times a second still guesses one of a thousand codes once in some thirty million years.
 */
export function hashAccessCode(code: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(normalize(code)).digest()
}

/** What the codes have in common that begin with the same group, without telling it. */
export function hashOfBeginning(code: string, key: Buffer): string {
  return createHmac('sha256', key)
    .update(`${normalize(code).slice(0, group)}…`)
    .digest('base64url')
    .slice(0, length)
}

/** How recovery codes are kept, and access codes were. The key serves as salt for all: no two random codes need be kept apart. */
export function hashSlowly(code: string, key: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(normalize(code), key, 32, { N: 2 ** 14, r: 8, p: 1 }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    )
  })
}
