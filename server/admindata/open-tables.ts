import { basename } from 'node:path'
import { csvRows, delimiterOf, plainLines, type RowBatch, rowsOf } from '../../analysis/sources/csv-rows.ts'
import type { Head, Source } from '../../analysis/sources/source.ts'
import { type Encoding, inspectFile } from './inspect-file.ts'
import { readText } from './read-text.ts'
import { readWorkbook, type Sheet } from './read-workbook.ts'
import { unpack } from './unpack.ts'

/** A table of a file: its beginning, and its rows as a source wants them. */
export interface Table {
  head: Head
  /** What the rows are divided into is the source's to say. */
  batches(form: Source['form'], onProgress: (done: number, total: number) => void): AsyncIterable<RowBatch>
}

export interface OpenedFile {
  file: string
  hash: string
  tables: Table[]
  close(): Promise<void>
}

const headCharacters = 200_000
const headRows = 60
const rowsInBatch = 1_000

/** Opens a text file, a workbook, or an archive that holds one of them. */
export async function openTables(
  path: string,
  { file = basename(path), ...limits }: { file?: string; mostUnpacked?: number } = {},
): Promise<OpenedFile> {
  const { hash, isArchive, ...inspected } = await inspectFile(path)
  const none = async () => {}
  if (!isArchive) return { file, hash, tables: [await textTable(path, file, inspected)], close: none }
  const unpacked = await unpack(path, file, limits.mostUnpacked)
  if (unpacked === undefined) {
    const sheets = await readWorkbook(path, file)
    return { file, hash, tables: sheets.map((sheet) => sheetTable(sheet, file)), close: none }
  }
  const inner = await openTables(unpacked.path, limits).catch(async (error) => {
    await unpacked.remove()
    throw error
  })
  const close = async () => {
    await inner.close()
    await unpacked.remove()
  }
  return { file, hash, tables: inner.tables, close }
}

async function textTable(
  path: string,
  file: string,
  { encoding, size }: { encoding: Encoding; size: number },
): Promise<Table> {
  const beginning = await beginningOf(readText(path, encoding))
  const delimiter = delimiterOf(beginning)
  const { rows } = rowsOf(beginning, delimiter, 1, beginning.length >= headCharacters)
  return {
    head: { file, rows: rows.slice(0, headRows) },
    batches(form, onProgress) {
      const pieces = readText(path, encoding, (bytes) => onProgress(bytes, size))
      return form === 'lines' ? plainLines(pieces) : csvRows(pieces, delimiter)
    },
  }
}

async function beginningOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length >= headCharacters) break
  }
  return text.slice(0, headCharacters)
}

function sheetTable({ name, rows }: Sheet, file: string): Table {
  return {
    head: { file, sheet: name, rows: rows.slice(0, headRows) },
    async *batches(_form, onProgress) {
      for (let start = 0; start < rows.length; start += rowsInBatch) {
        const some = rows.slice(start, start + rowsInBatch)
        onProgress(start + some.length, rows.length)
        yield { rows: some, lines: some.map((_, index) => start + index + 1), refusals: [] }
      }
    },
  }
}
