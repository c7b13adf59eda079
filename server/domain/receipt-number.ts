import { randomBytes } from 'node:crypto'
import { encode, grouped, normalize } from './crockford.ts'

/** A new receipt number: short enough for the telephone, random, so that nobody can guess that of another Kommune. */
export function newReceiptNumber(): string {
  return `Q-${grouped(encode(randomBytes(8)).slice(0, 12))}`
}

/** A receipt number as it was meant, or undefined. */
export function readReceiptNumber(typed: string): string | undefined {
  const text = normalize(typed.trim().replace(/^q-?/i, ''))
  return text.length === 12 ? `Q-${grouped(text)}` : undefined
}
