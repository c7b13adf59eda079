import { type CellFault, cellKey, type ListTable } from '../../../surveys/counting/list-table.ts'
import { ListFileError } from './list-file-error.ts'
import { plainName } from './workbook-xml.ts'
import type { XmlParser } from './xml-scanner.ts'

/** More than any list of persons has. Cells without a value count for nothing: programs write them by the million. */
const mostRows = 60_000
const mostColumns = 400

/** What a sheet does not say itself. */
interface Around {
  /** The texts that cells name by their number. */
  texts: readonly string[]
  /** The styles that make a day of a number. */
  days: ReadonlySet<number>
  /** Days are counted from 1904 on. */
  from1904: boolean
}

interface Cell {
  row: number
  column: number
  type: string
  style: number
  text: string
  hasFormula: boolean
}

/** Reads a sheet while it is parsed: what its cells show, and that of a merged one in each cell that it covers. */
export function readSheetRows(parser: XmlParser, name: string, around: Around): () => ListTable {
  const rows: string[][] = []
  const faults = new Map<string, CellFault>()
  const merged: string[] = []
  let row = -1
  let column = -1
  let cell: Cell | undefined
  let isText = false
  parser.on('opentag', (tag) => {
    const tagName = plainName(tag.name)
    if (tagName === 'row') {
      row = tag.attributes.r === undefined ? row + 1 : Number(tag.attributes.r) - 1
      column = -1
    } else if (tagName === 'c') {
      const { r = '', t = 'n', s = '0' } = tag.attributes
      column = r === '' ? column + 1 : columnOf(r)
      cell = { row, column, type: t, style: Number(s), text: '', hasFormula: false }
    } else if (tagName === 'f' && cell !== undefined) cell.hasFormula = true
    else if (tagName === 'mergeCell') merged.push(tag.attributes.ref ?? '')
    isText = cell !== undefined && (tagName === 'v' || tagName === 't')
  })
  parser.on('text', (text) => {
    if (isText && cell !== undefined) cell.text += text
  })
  parser.on('closetag', (tag) => {
    isText = false
    if (plainName(tag.name) !== 'c' || cell === undefined) return
    keep(cell)
    cell = undefined
  })

  function keep(read: Cell): void {
    const fault = faultOf(read)
    const text = fault === undefined ? shownText(read, around) : read.text
    if (text === '' && fault === undefined) return
    if (read.row >= mostRows)
      throw new ListFileError(`Das Blatt „${name}“ hat mehr als ${mostRows.toLocaleString('de-DE')} Zeilen.`)
    if (read.column >= mostColumns) throw new ListFileError(`Das Blatt „${name}“ hat mehr als ${mostColumns} Spalten.`)
    if (fault !== undefined) faults.set(cellKey(read.row, read.column), fault)
    while (rows.length <= read.row) rows.push([])
    const cells = rows[read.row] ?? []
    while (cells.length < read.column) cells.push('')
    cells[read.column] = text
  }

  return () => {
    for (const area of merged) spread(rows, area)
    return { sheet: name, rows, lines: rows.map((_, index) => index + 1), faults }
  }
}

function faultOf({ type, text, hasFormula }: Cell): CellFault | undefined {
  if (type === 'e') return 'error'
  return hasFormula && text === '' && type !== 'str' ? 'formula' : undefined
}

/** As a German spreadsheet shows it; of a day with its time, the day. */
function shownText({ type, style, text }: Cell, { texts, days, from1904 }: Around): string {
  if (type === 's') return texts[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'WAHR' : 'FALSCH'
  if (type === 'd') return text.slice(0, 10)
  if (type !== 'n' || text === '') return text
  const number = Number(text)
  if (days.has(style) && number >= 1) return dayOf(number + (from1904 ? daysTo1904 : 0))
  // As many digits as a spreadsheet shows: 3,6 is often kept as 3.5999999999999996.
  return String(Number(number.toPrecision(15))).replace('.', ',')
}

/** Days from the one before 1900, as spreadsheets count them, to 1970 and to 1904. */
const daysTo1970 = 25_569
const daysTo1904 = 1_462

const dayOf = (serial: number) => new Date((Math.floor(serial) - daysTo1970) * 86_400_000).toISOString().slice(0, 10)

/** `AB12` is in the column 27, counted from 0. */
function columnOf(address: string): number {
  let number = 0
  for (const letter of address.replace(/[^A-Za-z]/g, '').toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

const rowOf = (address: string) => Number(address.replace(/\D/g, '')) - 1

/** A merged cell shows one text for all that it covers, as far as there is something. */
function spread(rows: string[][], area: string): void {
  const [first = '', last = first] = area.split(':')
  const [top, left] = [rowOf(first), columnOf(first)]
  const text = rows[top]?.[left] ?? ''
  if (text === '') return
  const bottom = Math.min(rowOf(last), rows.length - 1)
  const right = Math.min(columnOf(last), mostColumns - 1)
  for (let row = top; row <= bottom; row += 1) {
    const cells = rows[row] ?? []
    for (let column = left; column <= right; column += 1) {
      while (cells.length <= column) cells.push('')
      cells[column] = text
    }
  }
}
