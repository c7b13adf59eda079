import { randomBytes, scrypt } from 'node:crypto'
import { encode, grouped, normalize } from './crockford.ts'

const length = 16

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
 * The only form in which a code is kept. Slow, so that guessing stays hopeless, and keyed, so that a copy of the database
 * alone is worth nothing. The key serves as salt for all codes: they are random, so no two need to be kept apart by one.
 */
export function hashAccessCode(code: string, key: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(normalize(code), key, 32, { N: 2 ** 14, r: 8, p: 1 }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    )
  })
}
