import { open } from 'node:fs/promises'
import readSheets from 'read-excel-file/node'
import { isOpenDocument, noOpenDocument, openDocumentHead } from '../../analysis/sources/open-document.ts'
import { InputError } from '../errors/input-error.ts'
import { officialLimits, refuseLargeWorkbook } from './workbook-size.ts'

export interface Sheet {
  name: string
  rows: string[][]
}

/** The sheets of a workbook, every cell as the text that a German spreadsheet shows: `39,04`, `2019-01-31`. */
export async function readWorkbook(path: string, file: string, most = officialLimits): Promise<Sheet[]> {
  if (isOpenDocument(await headOf(path))) throw new InputError(`Die Datei ${file} ${noOpenDocument}`)
  await refuseLargeWorkbook(path, most).catch((error) => {
    throw error instanceof InputError ? error : unreadable(file, error)
  })
  const sheets = await readSheets(path, { trim: false }).catch((cause) => {
    throw unreadable(file, cause)
  })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }))
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    return (await file.read(Buffer.alloc(openDocumentHead), 0, openDocumentHead, 0)).buffer
  } finally {
    await file.close()
  }
}

const unreadable = (file: string, cause: unknown) =>
  new InputError(`Die Datei ${file} ist keine lesbare Arbeitsmappe (XLSX).`, { cause })

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // As many digits as a spreadsheet shows: 3,6 is often kept as 3.5999999999999996.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15))).replace('.', ',')
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
