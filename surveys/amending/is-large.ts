import type { Value } from '../types/type.ts'

/** From when on an amendment of a number is a large one: it is moved by so much, and by this share of itself. */
export interface SecondAccountFrom {
  ratio: number
  absolute: number
}

/** Where a definition says nothing of its own. */
export const usualSecondAccountFrom: SecondAccountFrom = { ratio: 0.5, absolute: 50 }

/** Whether a second account has to agree. A number that was not there before, or is not any more, counts as moved from or to 0. */
export function isLarge(
  { was, became }: { was: Value | null; became: Value | null },
  { ratio, absolute }: SecondAccountFrom,
): boolean {
  if (typeof was !== 'number' && typeof became !== 'number') return false
  const from = typeof was === 'number' ? was : 0
  const difference = Math.abs((typeof became === 'number' ? became : 0) - from)
  return difference >= absolute && difference >= ratio * Math.abs(from)
}

/**
 * Whether it is a large one, also where several small ones lead there: `settled` is what was given, or what two accounts agreed to since.
 */
export const isLargeAfter = (
  { was, became }: { was: Value | null; became: Value | null },
  settled: Value | null,
  from: SecondAccountFrom,
): boolean => isLarge({ was, became }, from) || isLarge({ was: settled, became }, from)
