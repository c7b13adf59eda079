import Papa from 'papaparse'
import { rowsOf } from '../../sources/csv-rows.ts'
import { asTyped, harmless } from '../../sources/harmless.ts'
import type { Category, Codebook } from './category.ts'
import { type CodebookRead, codebookOf, type FileFault } from './read-categories.ts'

/** The columns of the file; a name is all that a category needs. */
const columns: Readonly<Record<keyof Category, string>> = {
  key: 'schluessel',
  parent: 'oberkategorie',
  name: 'name',
  definition: 'definition',
  example: 'beispiel',
  counterExample: 'gegenbeispiel',
}
const fields = Object.keys(columns) as (keyof Category)[]

/** As a table with semicolons, a category a line, as spreadsheets open and keep it. */
export function writeCodebookCsv(codebook: Codebook): string {
  const rows = codebook.map((one) => fields.map((field) => harmless(one[field] ?? '')))
  const header = fields.map((field) => columns[field])
  return `\uFEFF${Papa.unparse([header, ...rows], { delimiter: ';', newline: '\r\n' })}\r\n`
}

/**
 * The codebook of a table, or every fault with line and column. `oberkategorie` may name the key or the name of a
 * category.
 */
export function readCodebookCsv(text: string): CodebookRead {
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { rows, lines, refusals } = rowsOf(content, delimiterOf(content), 1, false)
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase())
  const faults: FileFault[] = [...refusals, ...headerFaults(header)]
  if (faults.length > 0) return { faults }
  const filled = rows
    .map((cells, at) => ({ cells, line: lines[at] ?? 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const uneven = filled.filter(({ cells }) => cells.length !== header.length)
  if (uneven.length > 0)
    return {
      faults: uneven.map(({ cells, line }) => ({
        line,
        sentence: `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${header.length}.`,
      })),
    }
  const cellOf = (cells: readonly string[], field: keyof Category) =>
    asTyped((cells[header.indexOf(columns[field])] ?? '').trim())
  return codebookOf(
    filled.map(({ cells, line }) => {
      const texts = Object.fromEntries(fields.map((field) => [field, cellOf(cells, field)])) as Record<
        keyof Category,
        string
      >
      return {
        category: { ...texts, parent: texts.parent === '' ? null : texts.parent },
        placeOf: (field) => ({ line, column: columns[field] }),
      }
    }),
  )
}

const delimiterOf = (text: string) => (/^[^\n]*;/.test(text) ? ';' : /^[^\n]*\t/.test(text) ? '\t' : ',')

function headerFaults(header: readonly string[]): FileFault[] {
  const known = Object.values(columns)
  const expected = `Möglich sind: ${known.join(', ')}.`
  return [
    ...(header.includes(columns.name)
      ? []
      : [{ line: 1, sentence: `Die Spalte „${columns.name}“ fehlt. ${expected}` }]),
    ...header
      .filter((name) => !known.includes(name))
      .map((name) => ({ line: 1, column: name, sentence: `Die Spalte „${name}“ ist nicht bekannt. ${expected}` })),
    ...known
      .filter((name) => header.filter((one) => one === name).length > 1)
      .map((name) => ({ line: 1, column: name, sentence: `Die Spalte „${name}“ kommt mehrmals vor.` })),
  ]
}
