import { hkdfSync } from 'node:crypto'

export interface Keys {
  accessCode: Buffer
  /** Of the keys in links for colleagues. */
  delegation: Buffer
  /** Of codes that are still kept as a slow hash. */
  slowAccessCode: Buffer
  csrf: Buffer
  password: Buffer
  totp: Buffer
  recoveryCode: Buffer
  /** Of what is counted where somebody tries to log in. */
  attempt: Buffer
  /** Of what is computed for somebody by another process. */
  computing: Buffer
  /** Of the numbers that rows get in files for science. */
  scientific: Buffer
}

/** One secret, a key of its own for each purpose (HKDF, RFC 5869): what one key gives away says nothing of the other. */
export function deriveKeys(secret: string): Keys {
  return {
    accessCode: derive(secret, 'access-code-hmac'),
    delegation: derive(secret, 'delegation'),
    slowAccessCode: derive(secret, 'access-code'),
    csrf: derive(secret, 'csrf'),
    password: derive(secret, 'password'),
    totp: derive(secret, 'totp'),
    recoveryCode: derive(secret, 'recovery-code'),
    attempt: derive(secret, 'attempt'),
    computing: derive(secret, 'computing'),
    scientific: derive(secret, 'scientific'),
  }
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `stichtag/${purpose}/v1`, 32))
}
