import type { ListTable } from '../../../surveys/counting/list-table.ts'
import { delimiterOf, rowsOf } from '../csv-rows.ts'
import { isOpenDocument, noOpenDocument } from '../open-document.ts'
import { otherKind, startsWith } from '../other-kind.ts'
import { ListFileError } from './list-file-error.ts'
import { readListWorkbook } from './read-list-workbook.ts'

/** Reads a list of persons that somebody has as a file, wherever that is done. Nothing of it is kept. */
export async function readListFile(bytes: Uint8Array, pause: () => Promise<void>): Promise<ListTable[]> {
  if (bytes.length === 0) throw new ListFileError('Die Datei ist leer.')
  if (isOpenDocument(bytes)) throw new ListFileError(`Die Datei ${noOpenDocument}`)
  if (startsWith(bytes, [0x50, 0x4b])) return readListWorkbook(bytes, pause)
  const other = otherKind(bytes)
  if (other !== undefined) throw new ListFileError(`Die Datei ${other}`)
  return [readListText(bytes)]
}

function readListText(bytes: Uint8Array): ListTable {
  const text = decoded(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
  if (text.includes('\0'))
    throw new ListFileError('Die Datei ist keine Liste. Gelesen werden Excel-Arbeitsmappen (.xlsx) und CSV-Dateien.')
  const [, told] = /^sep=([;,\t])\n/.exec(text) ?? []
  const { rows, lines, refusals } = rowsOf(text, dividerIn(told) ?? delimiterOf(text), 1, false)
  const [refusal] = refusals
  if (refusal !== undefined) throw new ListFileError(`Zeile ${refusal.line}: ${refusal.sentence}`)
  const whole = told === undefined ? { rows, lines } : { rows: rows.slice(1), lines: lines.slice(1) }
  return { sheet: '', ...whole, faults: new Map() }
}

const dividerIn = (told: string | undefined) => (told === ';' || told === ',' || told === '\t' ? told : undefined)

/** What is valid UTF-8 is UTF-8; all else is what German spreadsheets save as CSV. */
function decoded(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
