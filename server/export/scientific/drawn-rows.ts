import { createHmac } from 'node:crypto'

/** Without letters that are taken for each other or for digits. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz'

interface DrawnOf {
  waves: readonly string[]
  state: number
}

/**
 * The number of a row, and by it the order of the rows: the same in all files of the same waves and state, another one in every
 * other file. Without the key nobody can tell whose it is.
 */
export function drawnRow(key: Buffer, { waves, state }: DrawnOf, unit: string): string {
  const bytes = createHmac('sha256', key)
    .update(JSON.stringify([waves, state, unit]))
    .digest()
  return Array.from(bytes.subarray(0, 12), (byte) => digits[byte % digits.length]).join('')
}
