import { columnLetter } from '../../analysis/sources/column-letter.ts'
import { asTyped } from '../../analysis/sources/harmless.ts'
import type { FoundCell } from '../../surveys/form-file/read-field.ts'
import { inspectFile } from '../admindata/inspect-file.ts'
import { openTables } from '../admindata/open-tables.ts'
import { readWorkbook } from '../admindata/read-workbook.ts'
import type { WorkbookLimits } from '../admindata/workbook-size.ts'
import { InputError } from '../errors/input-error.ts'
import { type CellFact, cellFacts, type SheetFacts } from './cell-facts.ts'

/** A cell with where it stands, or why it has no value. */
export interface FileCell extends FoundCell {
  column: string
  fault?: string
}

export interface FileTable {
  /** The name of the sheet, or '' where there is but one list. */
  sheet: string
  rows: { line: number; cells: FileCell[] }[]
}

/** Far more than any form takes, and nothing that a server of many forms would notice. */
const formLimits: WorkbookLimits = { cells: 200_000, bytes: 24 * 1024 * 1024 }
const mostLines = 20_000

/** The tables of a file that somebody has filled in: of a workbook each sheet, of CSV the one that it is. */
export async function openFormFile(path: string, file: string, most = formLimits): Promise<FileTable[]> {
  const { isArchive } = await inspectFile(path)
  return isArchive ? sheetsOf(path, file, most) : listOf(path, file)
}

async function sheetsOf(path: string, file: string, most: WorkbookLimits): Promise<FileTable[]> {
  const sheets = await readWorkbook(path, file, most)
  const facts = await cellFacts(path, file).catch((cause) => {
    throw cause instanceof InputError ? cause : new InputError(`Die Datei ${file} ist nicht lesbar.`, { cause })
  })
  return sheets.map(({ name, rows }) => ({
    sheet: name,
    rows: rows.map((texts, index) => ({
      line: index + 1,
      cells: texts.map((text, place) => cellOf(text, columnLetter(place), index + 1, facts.get(name))),
    })),
  }))
}

function cellOf(text: string, column: string, line: number, facts: SheetFacts | undefined): FileCell {
  const fact = facts?.get(`${column}${line}`)
  const fault = fact === undefined ? undefined : factFaults[fact]
  return { text, column, percent: fact === 'percent', ...(fault !== undefined && { fault }) }
}

const factFaults: Partial<Record<CellFact, string>> = {
  formula:
    'Hier steht eine Formel ohne Ergebnis. Bitte öffnen und speichern Sie die Datei in einem Tabellenprogramm, oder tragen Sie die Zahl ein.',
  error: 'Hier steht eine Formel, die einen Fehler ergibt.',
}

async function listOf(path: string, file: string): Promise<FileTable[]> {
  const opened = await openTables(path, { file })
  try {
    const [table] = opened.tables
    const rows: FileTable['rows'] = []
    for await (const { rows: some, lines, refusals } of table?.batches('cells', () => {}) ?? []) {
      const [refusal] = refusals
      if (refusal !== undefined) throw new InputError(`${file}, Zeile ${refusal.line}: ${refusal.sentence}`)
      for (const [index, texts] of some.entries())
        rows.push({
          line: lines[index] ?? 0,
          cells: texts.map((text, place) => ({ text: asTyped(text), column: columnLetter(place) })),
        })
      if (rows.length > mostLines)
        throw new InputError(`Die Datei ${file} hat mehr als ${mostLines.toLocaleString('de-DE')} Zeilen.`)
    }
    return [{ sheet: '', rows }]
  } finally {
    await opened.close()
  }
}
