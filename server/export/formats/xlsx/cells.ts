import type { ColumnType, DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { InputError } from '../../../errors/input-error.ts'
import type { Cell } from '../../table.ts'
import { exactNumber } from '../exact-number.ts'
import { dayLength, millisecondsOf } from '../moments.ts'
import { type Style, styleOf } from './styles.ts'
import { cellText, countImpossible } from './xml.ts'

type Filled = NonNullable<Cell>

/** How the cells of a column are written. */
export interface CellForm {
  style: Style
  /** How many characters of it are seen. Refuses what a cell cannot hold. */
  width(cell: Filled): number
  /** How many of its characters cannot be written. */
  replaced(cell: Filled): number
  /** What stands between `<c r="A1" s="1"` and `</c>`. */
  xml(cell: Filled): string
}

/** As spreadsheets count them. */
const mostCharacters = 32_767

/** Spreadsheets keep smaller and greater ones as 0 and as an error. */
const leastNumber = 2 ** -1022
const greatestNumber = 9.99999999999999e307

const texts = (column: DescribedColumn): CellForm => ({
  style: 'text',
  width(cell) {
    const { length } = String(cell)
    if (length > mostCharacters)
      throw new InputError(
        `In der Spalte „${column.name}“ steht ein Text von ${length} Zeichen. Die Zelle einer Tabelle fasst höchstens ${mostCharacters}.`,
      )
    return Math.max(
      ...String(cell)
        .split('\n')
        .map(({ length }) => length),
    )
  },
  replaced: (cell) => countImpossible(String(cell)),
  // Never a shared text or a formula: what is written stands in its own cell, and as a text.
  xml: (cell) => ` t="inlineStr"><is><t xml:space="preserve">${cellText(String(cell))}</t></is>`,
})

const numbers = (column: DescribedColumn): CellForm => ({
  style: column.type === 'integer' ? 'integer' : 'decimal',
  width(cell) {
    const number = exactNumber(column, cell)
    const size = Math.abs(number)
    if (size > greatestNumber || (size !== 0 && size < leastNumber))
      throw new InputError(`In der Spalte „${column.name}“ steht ${number}. Diese Zahl fasst keine Tabelle.`)
    return String(number).length
  },
  replaced: () => 0,
  xml: (cell) => `><v>${cell}</v>`,
})

/** Days from the one before 1900, as spreadsheets count them, to 1970. */
const daysBefore = 25_569

/** They hold 1900 for a leap year: before its March their days are not those of others. */
const firstDay = 61

const moments =
  (width: number) =>
  (column: DescribedColumn): CellForm => ({
    style: styleOf[column.type],
    width(cell) {
      if (daysOf(column, cell) < firstDay)
        throw new InputError(
          `In der Spalte „${column.name}“ steht „${cell}“. Tabellen kennen keine Tage vor März 1900.`,
        )
      return width
    },
    replaced: () => 0,
    xml: (cell) => `><v>${daysOf(column, cell)}</v>`,
  })

function daysOf({ name, type }: DescribedColumn, cell: Filled): number {
  const at = millisecondsOf(type, cell)
  if (at === undefined) throw new InputError(`In der Spalte „${name}“ steht „${cell}“. Das ist kein Datum.`)
  return at / dayLength + daysBefore
}

const forms: Record<ColumnType, (column: DescribedColumn) => CellForm> = {
  integer: numbers,
  decimal: numbers,
  code: texts,
  text: texts,
  time: moments(19),
  day: moments(10),
  month: moments(7),
}

export const cellForm = (column: DescribedColumn): CellForm => forms[column.type](column)
