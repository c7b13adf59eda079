import { createHmac, hkdfSync, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * The format of `age` (age-encryption.org/v1) with a passphrase: what is sealed here opens there, and the other way round.
 * The passphrase, through scrypt, wraps a random key of the file. What follows the head is sealed in pieces of 64 KiB, each
 * numbered and the last one marked, so that a piece that is changed, missing or elsewhere is found.
 */
export const ageMagic = 'age-encryption.org/v1\n'
export const pieceSize = 64 * 1024
export const tagSize = 16
export const cipher = 'chacha20-poly1305'
/** The key of a file is used once with each key that wraps it. */
export const zeroNonce = Buffer.alloc(12)

const stretch = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** 2 to the power of `cost` rounds; each takes a kilobyte. */
export function wrappingKey(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const rounds = 2 ** cost
  const limits = { N: rounds, r: 8, p: 1, maxmem: rounds * 1024 * 1.5 }
  return stretch(passphrase, Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]), 32, limits)
}

export function headMac(fileKey: Buffer, head: string): Buffer {
  return createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest()
}

export function payloadKey(fileKey: Buffer, nonce: Buffer): Buffer {
  return derive(fileKey, nonce, 'payload')
}

export function pieceNonce(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Without the `=` at its end, as age writes it. */
export const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

function derive(fileKey: Buffer, salt: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, salt, purpose, 32))
}
