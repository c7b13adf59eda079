import { join } from 'node:path'
import type { Test } from 'tap'
import type { Cell } from '../../server/export/table.ts'
import { missingPlan } from '../../surveys/answer/missing.ts'
import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { readParquet } from './read-parquet.ts'
import { readWithHaven } from './read-sav.ts'
import { readStata } from './read-stata.ts'
import { readRowsWithPython, readWorkbooksWithPython } from './read-with-python.ts'

/** A file that was written of such columns. */
export interface WrittenDrawn {
  file: string
  columns: readonly DescribedColumn[]
}

/** File by file, column by column, in the words of the description. */
type ReadBack = (t: Test, folder: string, files: readonly WrittenDrawn[]) => Promise<Cell[][][]> | Cell[][][]

const isNumber = ({ type }: DescribedColumn) => type === 'integer' || type === 'decimal'

const paths = (folder: string, files: readonly WrittenDrawn[]) => files.map(({ file }) => join(folder, file))

/** Of rows, the first of which has the names. */
const byColumn = (columns: readonly DescribedColumn[], rows: readonly Cell[][]): Cell[][] =>
  columns.map((_, place) => rows.slice(1).map((row) => row[place] ?? null))

const ofCsv: ReadBack = (_t, folder, files) =>
  readRowsWithPython(paths(folder, files)).map((rows, file) => {
    const columns = files[file]?.columns ?? []
    return byColumn(columns, rows).map((cells, place) =>
      cells.map((cell) => {
        if (cell === '') return null
        const column = columns[place]
        return column !== undefined && isNumber(column) ? Number(String(cell).replace(',', '.')) : cell
      }),
    )
  })

const ofJson: ReadBack = (_t, folder, files) =>
  readRowsWithPython(paths(folder, files)).map((rows, file) => byColumn(files[file]?.columns ?? [], rows))

/** How much of a time there is to see in a day and in a month. */
const shortened = ({ type }: DescribedColumn, cell: Cell): Cell =>
  typeof cell !== 'string' ? cell : type === 'day' ? cell.slice(0, 10) : type === 'month' ? cell.slice(0, 7) : cell

const ofParquet: ReadBack = async (_t, folder, files) =>
  (await readParquet(paths(folder, files))).map(({ columns }, file) =>
    columns.map(({ cells }, place) => cells.map((cell) => shortened(files[file]?.columns[place] ?? none, cell))),
  )

const none: DescribedColumn = { name: '', label: '', type: 'text' }

const ofWorkbook: ReadBack = (t, folder, files) =>
  readWorkbooksWithPython(paths(folder, files)).map(({ sheets, formulas }, file) => {
    t.equal(formulas, 0)
    const { columns } = files[file] ?? { columns: [] }
    return byColumn(columns, sheets.Daten ?? []).map((cells, place) =>
      cells.map((cell) => {
        const column = columns[place] ?? none
        return column.type === 'time' && cell !== null ? `${cell}Z` : shortened(column, cell)
      }),
    )
  })

const reasonOf = (number: Cell) => Object.entries(missingPlan).find(([, planned]) => planned.number === number)?.[0]

const momentOf = ({ type }: DescribedColumn, milliseconds: number) =>
  new Date(milliseconds).toISOString().slice(0, { time: 19, day: 10, month: 7 }[type as 'time']) +
  (type === 'time' ? 'Z' : '')

const ofStata: ReadBack = (_t, folder, files) =>
  readStata(paths(folder, files)).map(({ columns }, file) =>
    columns.map(({ cells }, place) => {
      const column = files[file]?.columns[place] ?? none
      return cells.map((cell): Cell => {
        if (column.type !== 'text' && typeof cell === 'string' && /^\.[a-z]?$/.test(cell)) return null
        // haven drops blanks at the end of short texts, not of long ones.
        if (typeof cell === 'string') return cell.replace(/ +$/, '') || null
        if (isNumber(column)) return cell
        if (column.name.endsWith('_fehlt')) return reasonOf(cell) ?? 'kein Grund'
        if (column.type === 'code') return column.values?.[cell - 1]?.code ?? 'kein Schlüssel'
        if (column.type === 'month') return momentOf(column, Date.UTC(1960, cell))
        return momentOf(column, cell * (column.type === 'day' ? 86_400_000 : 1000))
      })
    }),
  )

const ofSpss: ReadBack = (t, folder, files) =>
  readWithHaven(
    t,
    folder,
    files.map(({ file }) => file),
  ).map(({ columns }, file) =>
    columns.map(({ cells, range: [from = Number.NaN, to = Number.NaN] }, place) => {
      const column = files[file]?.columns[place] ?? none
      return cells.map((cell): Cell => {
        if (cell === '') return null
        if (column.type === 'month') return momentOf(column, (Number(cell) - 12_219_379_200) * 1000)
        if (!isNumber(column)) return cell
        return Number(cell) >= from && Number(cell) <= to ? null : Number(cell)
      })
    }),
  )

/** How the files of each format are read, by programs that we did not write. */
export const readBack: Readonly<Record<string, ReadBack>> = {
  csv: ofCsv,
  'csv-de': ofCsv,
  json: ofJson,
  dta: ofStata,
  sav: ofSpss,
  parquet: ofParquet,
  xlsx: ofWorkbook,
}
