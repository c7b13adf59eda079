import type { ColumnType } from '../../../../surveys/codebook/described-column.ts'
import { millisecondsOf } from '../moments.ts'

/** From 14 October 1582, where SPSS begins to count, to 1970. */
const secondsBefore = 141_428 * 86_400

/** A time, a day or a month as SPSS has it: in seconds. Undefined of what is none. */
export function secondsOf(type: ColumnType, cell: string | number): number | undefined {
  const at = millisecondsOf(type, cell)
  return at === undefined ? undefined : at / 1000 + secondsBefore
}
