/** Crockford's base 32: no I, L, O and U, so that codes survive being read aloud and typed from a letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The bytes as base 32, five bits a character. */
export function encode(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const length = Math.floor((bytes.length * 8) / 5)
  return Array.from({ length }, (_, index) => alphabet[Number((bits >> BigInt(5 * (length - 1 - index))) & 31n)]).join(
    '',
  )
}

/** What was typed, as it was meant: without dashes and blanks, in capitals, O as 0, I and L as 1. */
export function normalize(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return letters.replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** `7K3M9Q…` in groups of four: `7K3M-9Q…`. */
export function grouped(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
