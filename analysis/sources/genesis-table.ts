import { readFigure } from './figure.ts'
import { dataLicence, publisherOf } from './genesis.ts'
import { type Column, columnsOf, type TableColumns, unitOf } from './genesis-table-head.ts'
import { isTotal, partOf } from './labels.ts'
import { type Period, readPeriod } from './period.ts'
import {
  type Description,
  type Head,
  type Part,
  type Reader,
  remembered,
  type Series,
  type Sink,
  type Source,
} from './source.ts'

const tableNumber = /^(?:GENESIS-)?Tabelle:?\s+([0-9A-Z][0-9A-Z-]+)/
/** GENESIS-Online names the sheet of a workbook by the table, and in older workbooks nothing else. */
const sheetNumber = /^(\d{5}-(?:\d{4}|\d{2}-\d{2}-\d(?:-[A-Z])?))(?!\d)/

const numberOf = ({ sheet = '', rows }: Head): string | undefined =>
  (tableNumber.exec(rows[0]?.[0]?.trim() ?? '') ?? sheetNumber.exec(sheet.trim()))?.[1]

/** Tables of GENESIS and Regionaldatenbank as they are shown on the screen, saved as CSV or as a spreadsheet. */
export const genesisTable: Source = {
  id: 'genesis-tabelle',
  title: 'GENESIS/Regionalstatistik, Tabelle (CSV)',
  form: 'cells',
  recognises: (head) => numberOf(head) !== undefined,
  open: (head, _given, sink) => tableReader(head, sink),
}

/** `08111` in the first cell, or a time in the first and the key in the second. */
function dataRow(cells: readonly string[]): 'key' | 'time' | undefined {
  const [first = '', second = ''] = cells.map((cell) => cell.trim())
  if (isKey(second) && readPeriod(first) !== undefined) return 'time'
  return isKey(first) && cells.slice(2).some((cell) => cell.trim() !== '') ? 'key' : undefined
}

const isKey = (text: string) => /^(?:DG|\d{2,12})$/.test(text)

function tableReader(head: Head, sink: Sink): Reader {
  const table = numberOf(head) ?? ''
  const isSheet = head.sheet !== undefined
  const titles: string[] = []
  const headings: (readonly string[])[] = []
  const periodOf = remembered(readPeriod)
  const seriesOf = seriesMaker(table.slice(0, 5), titles)
  let wholeFile: Period | undefined
  let columns: TableColumns | undefined
  /** Whether the first cell of a row is its time and the second the key. */
  let timeFirst = false
  let ended = false
  let asOf: string | undefined

  function takeHead(cells: readonly string[]): void {
    const [first = '', ...others] = cells.map((cell) => cell.trim())
    const isAlone = others.every((cell) => cell === '')
    // A workbook names the variables of time and region in the first cell of the heading.
    if (!isAlone && (first === '' || (isSheet && !isKey(first)))) headings.push(isSheet ? headingOf(cells) : cells)
    else if (isAlone && readPeriod(first) !== undefined) wholeFile = readPeriod(first)
    else if (first !== '') titles.push(first)
  }

  function take(cells: readonly string[], line: number) {
    const first = cells[0]?.trim() ?? ''
    if (ended) {
      const [day] = /Stand: *(\d{2}\.\d{2}\.\d{4})/.exec(cells.join(' ')) ?? []
      asOf ??= day && readPeriod(day.slice(-10))?.start
    } else if (/^_{4,}/.test(first)) ended = true
    else if (columns === undefined && !beginsData(cells)) takeHead(cells)
    else if (cells.some((cell) => cell.trim() !== '')) takeRow(cells, line)
  }

  /** A faulty first row is one too: below the headings nothing else has several cells. */
  function beginsData(cells: readonly string[]): boolean {
    const isFull = cells[0]?.trim() !== '' && cells.slice(1).some((cell) => cell.trim() !== '')
    return dataRow(cells) !== undefined || (headings.length > 0 && isFull)
  }

  function takeRow(cells: readonly string[], line: number) {
    if (columns === undefined) {
      columns = columnsOf(headings)
      timeFirst = dataRow(cells) === 'time' || (dataRow(cells) === undefined && columns.labels > 2)
    }
    const refuse = (sentence: string, column?: number) =>
      sink.refused({ line, sentence, ...(column === undefined ? {} : { column: columnName(column) }) })
    if (columns.values.length === 0)
      return refuse('Über den Zahlen fehlt die Kopfzeile; die Tabelle lässt sich nicht deuten.')
    if (cells.length < columns.width) {
      return refuse(`Die Zeile hat ${cells.length} Felder, erwartet werden ${columns.width}.`)
    }
    const at = timeFirst ? 1 : 0
    const time = cells[0]?.trim() ?? ''
    const rowPeriod = timeFirst ? periodOf(time) : wholeFile
    if (timeFirst && rowPeriod === undefined) return refuse(`„${time.slice(0, 40)}“ ist keine Zeit.`, 0)
    const key = cells[at]?.trim() ?? ''
    const name = cells[at + 1]?.trim() ?? ''
    const rowLabels = cells.slice(at + 2, columns.labels).map((cell) => cell.trim())
    for (const column of columns.values) {
      const period = column.period ?? rowPeriod
      if (period === undefined) return refuse('Die Tabelle nennt keine Zeit, für die ihre Zahlen gelten.')
      const figure = readFigure(cells[column.at]?.trim() ?? '', { decimal: ',', grouped: false })
      if (typeof figure === 'string') refuse(figure, column.at)
      else {
        const series = seriesOf(column, rowLabels)
        sink.found({
          line,
          column: columnName(column.at),
          keyColumn: columnName(at),
          series,
          key,
          name,
          period,
          figure,
        })
      }
    }
  }

  return {
    take,
    end(): Description {
      if (columns === undefined)
        sink.refused({ line: 1, sentence: 'Die Datei enthält keine Zeile mit einem Schlüssel.' })
      if (!ended) {
        sink.warned('Die Fußzeile der Tabelle fehlt: Die Datei ist vielleicht nicht vollständig heruntergeladen.')
      }
      const title = `${table} ${titles.find((one) => !tableNumber.test(one)) ?? ''}`.trim()
      return { title, source: publisherOf(table), licence: dataLicence, ...(asOf ? { asOf } : {}) }
    },
  }
}

/** A heading over several columns stands in the first of them; and what stands over the keys and names is no heading. */
function headingOf([, , ...cells]: readonly string[]): string[] {
  let last = ''
  const filled = cells.map((cell) => {
    last = cell.trim() === '' ? last : cell
    return last
  })
  return ['', '', ...filled]
}

/** Columns of such tables have no names of their own; they are told by their place. */
const columnName = (at: number) => String(at + 1)

/** The series of a column, and of the labels that a row has beside its key; equal ones are the same object. */
function seriesMaker(statistic: string, titles: readonly string[]) {
  const known = new Map<string, Series>()
  return (column: Column, rowLabels: readonly string[]): Series => {
    const id = [column.at, ...rowLabels].join('\u0001')
    const before = known.get(id)
    if (before !== undefined) return before
    const unit = column.unit ?? titles.map(unitOf).findLast((found) => found !== undefined)
    const parts: Part[] = rowLabels.flatMap((label, index) =>
      label === '' || isTotal(label) ? [] : [partOf(label, `Zeile${index + 1}`)],
    )
    const series: Series = {
      statistic,
      labels: titles.map((title) => (unitOf(title) === undefined ? title : title.replace(/ *\([^()]*\)$/, ''))),
      parts: [...column.parts, ...parts],
      ...(unit === undefined ? {} : { unit }),
    }
    known.set(id, series)
    return series
  }
}
