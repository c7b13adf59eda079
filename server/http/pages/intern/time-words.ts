import type { Quartiles } from '../../../../analysis/response/quartiles.ts'
import { tenths, whole } from '../../../../analysis/words.ts'

/** `4 (2 bis 9)`: the middle, and what the middle half lies between. */
export const minutesWords = ({ low, middle, high }: Quartiles): string =>
  `${minutes(middle)} (${minutes(low)} bis ${minutes(high)})`

const minutes = (value: number) => (value < 1 ? tenths(value) : whole(value))

/** `5 Stunden`, `3,2 Tage`, from days. */
export function durationWords(days: number): string {
  const hours = 24 * days
  if (hours < 1) return `${whole(60 * hours)} Minuten`
  return hours < 48 ? `${tenths(hours)} Stunden` : `${tenths(days)} Tage`
}
