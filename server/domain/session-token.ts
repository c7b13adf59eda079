import { hash, randomBytes } from 'node:crypto'

/** Minutes without a request after which a session ends, and hours after which it ends in any case. */
export const idleMinutes = 60
export const longestHours = 12

/** 256 random bits for the cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. Random tokens need no slow hash. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
