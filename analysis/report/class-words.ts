import type { ValueClass } from '../groups/value-classes.ts'
import { number, signed } from '../words.ts'

const classWords =
  (say: (value: number) => string) =>
  ({ from, to }: ValueClass): string => {
    if (from === undefined) return `unter ${say(to ?? 0)}`
    return to === undefined ? `ab ${say(from)}` : `${say(from)} bis unter ${say(to)}`
  }

/** `10 bis unter 20`. */
export const valueClassWords = classWords(number)

/** `−5 bis unter +5`. */
export const changeClassWords = classWords(signed)
