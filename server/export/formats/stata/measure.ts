import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { InputError } from '../../../errors/input-error.ts'
import type { Row } from '../../table.ts'
import type { ReadColumn } from './read-columns.ts'
import { largestDouble } from './storage.ts'
import { isAltered, textOf } from './texts.ts'

/** What has to be known of the cells of a column before the first byte of the file. */
export interface Measured {
  min: number
  max: number
  isWhole: boolean
  /** Whether single precision says all numbers exactly. */
  isSingle: boolean
  /** Of the longest text, in bytes. */
  longest: number
  /** Of all texts, and how many there are. */
  bytes: number
  texts: number
  /** Codes that are not in the list of the column: one makes it a column of texts. */
  strange: number
  /** Texts in which a character had to be replaced. */
  altered: number
}

export interface MeasuredColumn extends ReadColumn {
  measured: Measured
}

/** Goes through all rows once. */
export async function measure(
  columns: readonly ReadColumn[],
  rows: AsyncIterable<readonly Row[]>,
): Promise<{ count: number; columns: MeasuredColumn[] }> {
  const measured = columns.map((column) => ({ ...column, measured: nothing() }))
  const looks = measured.map((column) => lookOf(column, column.measured))
  let count = 0
  for await (const some of rows) {
    count += some.length
    for (const row of some)
      for (let place = 0; place < looks.length; place++) {
        const cell = row[place]
        if (cell !== null && cell !== undefined) looks[place]?.(cell)
      }
  }
  return { count, columns: measured }
}

const nothing = (): Measured => ({
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  isWhole: true,
  isSingle: true,
  longest: 0,
  bytes: 0,
  texts: 0,
  strange: 0,
  altered: 0,
})

function lookOf({ column, reading }: ReadColumn, own: Measured): (cell: string | number) => void {
  const lookAtNumber = numberLook(column, own)
  const lookAtText = textLook(own)
  if (reading === undefined) return lookAtText
  if (reading.codes === undefined)
    return (cell) => {
      const value = reading.read(cell)
      if (value === undefined) throw new InputError(`Spalte „${column.name}“: „${cell}“ passt nicht zu ihrem Typ.`)
      lookAtNumber(value)
    }
  return (cell) => {
    const value = reading.read(cell)
    if (value === undefined) own.strange++
    else lookAtNumber(value)
    lookAtText(cell)
  }
}

/** A number that Stata cannot hold, or that is not exact any more, is refused. */
function numberLook({ name, type }: DescribedColumn, own: Measured): (value: number) => void {
  return (value) => {
    const isWhole = Number.isInteger(value)
    if (
      !Number.isFinite(value) ||
      value > largestDouble ||
      (type === 'integer' && isWhole && !Number.isSafeInteger(value))
    )
      throw new InputError(`Spalte „${name}“: Die Zahl ${value} ist zu groß für Stata, sie wäre nicht mehr genau.`)
    if (value < own.min) own.min = value
    if (value > own.max) own.max = value
    if (!isWhole) own.isWhole = false
    if (own.isSingle && Math.fround(value) !== value) own.isSingle = false
  }
}

function textLook(own: Measured): (cell: string | number) => void {
  return (cell) => {
    const bytes = Buffer.byteLength(textOf(cell))
    if (bytes === 0) return
    if (isAltered(cell)) own.altered++
    if (bytes > own.longest) own.longest = bytes
    own.bytes += bytes
    own.texts++
  }
}
