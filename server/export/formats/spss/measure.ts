import type { ColumnType, DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { InputError } from '../../../errors/input-error.ts'
import type { Cell, Row } from '../../table.ts'
import { countHalves } from '../half-characters.ts'
import { secondsOf } from './moments.ts'

/** How the cells of a column are written: as numbers, as numbers that stand for a moment, or as texts. */
export type Written = 'number' | 'moment' | 'text'

export const writtenAs: Record<ColumnType, Written> = {
  integer: 'number',
  decimal: 'number',
  code: 'text',
  text: 'text',
  time: 'moment',
  day: 'moment',
  month: 'moment',
}

/** What has to be known of a column before its first cell is written. */
export interface Measured {
  /** Of a text, in bytes. */
  longest: number
  /** Of numbers. */
  least: number
  greatest: number
  /** Half characters that UTF-8 cannot hold: U+FFFD stands for each. */
  replaced: number
}

/** The widest column, in bytes. SPSS has one more, but haven leaves out the last byte of such. */
export const widest = 32_766

/** Goes through all rows once: what they hold, column by column, and how many there are. Refuses what does not fit. */
export async function measure(
  columns: readonly DescribedColumn[],
  batches: AsyncIterable<readonly Row[]>,
): Promise<{ count: number; measured: Measured[] }> {
  let count = 0
  const measured = columns.map(() => ({ longest: 0, least: Infinity, greatest: -Infinity, replaced: 0 }))
  const takers = columns.map((column, place) => takerOf(column, measured[place] as Measured))
  for await (const rows of batches) {
    count += rows.length
    for (const row of rows) {
      for (const [place, take] of takers.entries()) {
        const cell = row[place] ?? null
        if (cell !== null) take(cell)
      }
    }
  }
  return { count, measured }
}

type Taker = (cell: NonNullable<Cell>) => void

function takerOf({ name, type }: DescribedColumn, into: Measured): Taker {
  const takers: Record<Written, Taker> = {
    number(cell) {
      const value = Number(cell)
      if (type === 'integer' ? !Number.isSafeInteger(value) : !(Math.abs(value) < Number.MAX_VALUE))
        throw new InputError(`In der Spalte „${name}“ steht ${cell}. Diese Zahl fasst eine Datei für SPSS nicht.`)
      if (value < into.least) into.least = value
      if (value > into.greatest) into.greatest = value
    },
    moment(cell) {
      if (secondsOf(type, cell) === undefined)
        throw new InputError(`In der Spalte „${name}“ steht „${cell}“. Das ist kein Datum.`)
    },
    text(cell) {
      const text = String(cell)
      const bytes = Buffer.byteLength(text)
      if (bytes > widest)
        throw new InputError(
          `In der Spalte „${name}“ steht ein Text von ${bytes} Bytes. Eine Datei für SPSS fasst höchstens ${widest}.`,
        )
      if (bytes > into.longest) into.longest = bytes
      into.replaced += countHalves(text)
    },
  }
  return takers[writtenAs[type]]
}
