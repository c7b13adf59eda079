import { createHash } from 'node:crypto'

/** What the first entry of the log is chained to. */
export const chainStart: Buffer = Buffer.alloc(32)

/** Seals an entry: SHA-256 of the seal before it and of its text, so that no entry can be another one without all later seals being others. */
export function sealOf(before: Buffer, text: string): Buffer {
  return createHash('sha256').update(before).update(text).digest()
}

/** A place in the chain; kept elsewhere, it shows later whether the log up to there is still the same. */
export interface Anchor {
  number: number
  hash: string
}

/** `1234:9f86d0…`, as it is printed and typed. */
export const anchorText = ({ number, hash }: Anchor): string => `${number}:${hash}`

export function readAnchor(text: string): Anchor | undefined {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  return number === undefined || hash === undefined ? undefined : { number: Number(number), hash }
}
