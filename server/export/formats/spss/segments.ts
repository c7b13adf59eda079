import { roundedUp } from './bytes.ts'

const longestSegment = 255

/** SPSS counts a segment of a longer text as 252 bytes, though 255 lie in it. */
const countedBytes = 252

/** The widths under which a column stands in the dictionary: texts of more than 255 bytes are several columns there. */
export function segmentsOf(width: number): number[] {
  if (width <= longestSegment) return [width]
  const before = Math.ceil(width / countedBytes) - 1
  return [...Array<number>(before).fill(longestSegment), width - before * countedBytes]
}

/** Of a segment: how many units of eight bytes it takes. A number takes one. */
export const unitsOf = (width: number): number => Math.max(1, roundedUp(width, 8) / 8)

/** Where in the text each of its units begins and ends; a unit behind the end is blank. */
export function unitsOfText(width: number): { start: number; stop: number }[] {
  return segmentsOf(width).flatMap((segment, place) => {
    const first = place * longestSegment
    return Array.from({ length: unitsOf(segment) }, (_, unit) => ({
      start: first + 8 * unit,
      stop: Math.min(first + 8 * (unit + 1), first + longestSegment),
    }))
  })
}
