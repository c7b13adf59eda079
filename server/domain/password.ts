import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { encode, grouped } from './crockford.ts'

const shortest = 12
export const longestPassword = 200

/** The cost that OWASP asks of scrypt, in the form that takes 32 MiB. A hash names its own, so it can rise later. */
export const cost = { ln: 15, r: 8, p: 3 }
const bytes = 32

/** A new password of 80 random bits. */
export function newPassword(): string {
  return grouped(encode(randomBytes(10)))
}

/** Why this cannot be somebody's password, or ''. */
export function passwordFault(password: string, name: string): string {
  if ([...password].length < shortest) return `Das Kennwort braucht mindestens ${shortest} Zeichen.`
  if (password.length > longestPassword) return `Das Kennwort darf höchstens ${longestPassword} Zeichen haben.`
  if (new Set(password).size < 5) return 'Das Kennwort besteht aus zu wenigen verschiedenen Zeichen.'
  return password.toLowerCase().includes(name) ? 'Das Kennwort darf Ihren Anmeldenamen nicht enthalten.' : ''
}

/**
 * The only form in which a password is kept: slow, with a salt of its own, and keyed, so that a copy of the database alone
 * is worth nothing.
 */
export async function hashPassword(password: string, key: Buffer, { ln, r, p } = cost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await slowHash(password, Buffer.concat([key, salt]), { ln, r, p })
  return ['scrypt', ln, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** No password has this hash. It is compared with where there is no account, so that this takes as long. */
const hashOfNobody = `scrypt$${cost.ln}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

export async function isPassword(typed: string, stored: string | undefined, key: Buffer): Promise<boolean> {
  const [, ln, r, p, salt = '', hash = ''] = (stored ?? hashOfNobody).split('$')
  const wanted = Buffer.from(hash, 'base64url')
  const salted = Buffer.concat([key, Buffer.from(salt, 'base64url')])
  const found = await slowHash(typed, salted, { ln: Number(ln), r: Number(r), p: Number(p) })
  return timingSafeEqual(found, wanted) && stored !== undefined
}

function slowHash(password: string, salt: Buffer, { ln, r, p }: typeof cost): Promise<Buffer> {
  const N = 2 ** ln
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, bytes, { N, r, p, maxmem: 256 * N * r }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    )
  })
}
