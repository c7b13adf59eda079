import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** What authenticator apps assume where nothing else is said (RFC 6238). */
const period = 30

/** A clock may be wrong by half a minute, and typing takes time. */
const stepsAround = 1

export function newTotpSecret(): Buffer {
  return randomBytes(20)
}

/** What the app reads from the picture. */
export function totpAddress(secret: Buffer, name: string): string {
  return totpOf(secret, name).toString()
}

/** The secret to be typed into the app, in groups of four. */
export function totpText(secret: Buffer): string {
  return totpOf(secret).secret.base32.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The step of time for which the code holds, or undefined for a wrong one. */
export function totpStep(secret: Buffer, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const distance = totpOf(secret).validate({ token: code, timestamp, window: stepsAround })
  return distance === null ? undefined : TOTP.counter({ period, timestamp }) + distance
}

/** The code that holds now; where it was taken already, the next one, which is good as early as this. */
export function totpCode(secret: Buffer, lastStep: number | null, now: Date): string {
  const step = Math.max(TOTP.counter({ period, timestamp: now.getTime() }), (lastStep ?? 0) + 1)
  return totpOf(secret).generate({ timestamp: step * period * 1000 })
}

function totpOf(secret: Buffer, name = ''): TOTP {
  const shape = { algorithm: 'SHA1', digits: 6, period }
  return new TOTP({
    issuer: 'Stichtag',
    label: name,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    ...shape,
  })
}
