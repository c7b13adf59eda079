import type { Refusal } from '../../analysis/sources/source.ts'
import { cleanText } from '../../surveys/reading/clean-text.ts'
import type { OpenedFile, Table } from '../admindata/open-tables.ts'
import { isTooFaulty } from '../registry/too-faulty.ts'
import type { SourceLine } from '../store/texts/sources.ts'

/** A text of a file, with what it is from. */
export interface FileText extends SourceLine {
  source: string
}

export interface ReadTexts {
  texts: FileText[]
  problems: Refusal[]
}

const columns = {
  source: { label: 'Quelle', names: ['quelle', 'source'], most: 120 },
  place: { label: 'Ort', names: ['ort', 'place'], most: 200 },
  text: { label: 'Text', names: ['text', 'wortlaut'], most: 20_000 },
} as const

type Column = keyof typeof columns
const columnNames = Object.keys(columns) as Column[]
type Places = Partial<Record<Column, number>>

export const sourceColumn = columns.source.label
const mostTexts = 50_000
const mostCharacters = 20_000_000
const mostSources = 50

/** Texts with their sources, CSV or a sheet, its columns in any order. All that is wrong with them is told at once. */
export async function readTextFile({ tables }: Pick<OpenedFile, 'tables'>): Promise<ReadTexts> {
  const fitting = tables.filter(({ head }) => placeOf(head.rows[0] ?? [], 'text') !== -1)
  const [table = tables[0]] = fitting
  if (table === undefined) return refused('Die Datei ist leer.')
  if (fitting.length > 1) {
    const sheets = fitting.map(({ head }) => `„${head.sheet}“`).join(', ')
    return refused(`Texte stehen auf mehreren Blättern: ${sheets}. Bitte stellen Sie alle auf eines.`)
  }
  const headings = table.head.rows[0] ?? []
  const problems = headingProblems(headings)
  if (problems.length > 0) return { texts: [], problems }
  const { texts, problems: found } = await readTable(table, placesOf(headings), headings.length)
  return { texts, problems: [...found, ...tooManySources(texts)].sort((a, b) => a.line - b.line) }
}

const refused = (sentence: string): ReadTexts => ({ texts: [], problems: [{ line: 1, sentence }] })

const plain = (heading: string) => heading.trim().toLowerCase()
const isNamed = (column: Column, heading: string) =>
  (columns[column].names as readonly string[]).includes(plain(heading))
const placeOf = (headings: readonly string[], column: Column) => headings.findIndex((text) => isNamed(column, text))
const placesOf = (headings: readonly string[]): Places =>
  Object.fromEntries(columnNames.map((name) => [name, placeOf(headings, name)]).filter(([, at]) => at !== -1))

function headingProblems(headings: readonly string[]): Refusal[] {
  const expected = columnNames.map((name) => columns[name].label).join(', ')
  const missing = (['source', 'text'] as const).filter((name) => placeOf(headings, name) === -1)
  const doubled = columnNames.filter((name) => headings.filter((text) => isNamed(name, text)).length > 1)
  const unknown = headings.filter((text) => plain(text) !== '' && !columnNames.some((name) => isNamed(name, text)))
  return [
    ...missing.map((name) => ({
      line: 1,
      sentence: `Die Spalte „${columns[name].label}“ fehlt. Erwartet wird: ${expected}.`,
    })),
    ...doubled.map((name) => ({
      line: 1,
      sentence: `Die Spalte „${columns[name].label}“ kommt mehrmals vor. Bitte löschen Sie eine.`,
    })),
    ...unknown.map((column) => ({
      line: 1,
      column: column.trim(),
      sentence: `Die Spalte ist nicht bekannt. Bitte löschen Sie sie; gelesen werden: ${expected}.`,
    })),
  ]
}

async function readTable(table: Table, places: Places, width: number): Promise<ReadTexts> {
  const texts: FileText[] = []
  const problems: Refusal[] = []
  let characters = 0
  for await (const { rows, lines: numbers, refusals } of table.batches('cells', () => {})) {
    if (isTooFaulty(problems, numbers[0] ?? 1)) break
    problems.push(...refusals)
    for (const [index, cells] of rows.entries()) {
      const line = numbers[index] ?? 0
      if (line === 1 || cells.every((cell) => cell.trim() === '')) continue
      const { faults, ...read } = readRow(cells, places, width)
      problems.push(...faults.map((fault) => ({ line, ...fault })))
      texts.push({ line, ...read })
      characters += read.text.length
    }
    if (texts.length > mostTexts || characters > mostCharacters)
      return refused('Die Datei hat mehr als 50.000 Texte oder 20 Millionen Zeichen. Bitte teilen Sie sie.')
  }
  if (texts.length + problems.length === 0) return refused('Unter der Kopfzeile steht kein Text.')
  return { texts, problems }
}

function readRow(cells: readonly string[], places: Places, width: number) {
  const cell = (name: Column) => cleanText((cells[places[name] ?? -1] ?? '').replace(/\u00a0/g, ' ')).trim()
  const read = { source: cell('source'), place: cell('place'), text: cell('text') }
  const faults: { column?: string; sentence: string }[] = []
  if (cells.slice(width).some((text) => text.trim() !== ''))
    faults.push({
      sentence: `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${width}. Steht ein Trennzeichen im Text, setzen Sie ihn in Anführungszeichen.`,
    })
  if (read.source === '')
    faults.push({ column: sourceColumn, sentence: 'Woher der Text ist, fehlt. Bitte ergänzen Sie die Quelle.' })
  if (read.text === '')
    faults.push({
      column: columns.text.label,
      sentence: 'Der Text fehlt. Bitte ergänzen Sie ihn, oder löschen Sie die Zeile.',
    })
  for (const name of columnNames) {
    const { label, most } = columns[name]
    if (read[name].length > most)
      faults.push({
        column: label,
        sentence: `Höchstens ${most.toLocaleString('de-DE')} Zeichen; hier sind es ${read[name].length.toLocaleString('de-DE')}. Bitte kürzen oder teilen Sie die Angabe.`,
      })
  }
  return { ...read, faults }
}

/** Each source is coded like a question; a column that was taken for another would make one of every line. */
function tooManySources(texts: readonly FileText[]): Refusal[] {
  const sources = new Set(texts.map(({ source }) => source))
  if (sources.size <= mostSources) return []
  const sentence = `Die Datei nennt ${sources.size} Quellen, höchstens ${mostSources} sind möglich. Steht in der Spalte, was gemeint ist?`
  return [{ line: 1, column: sourceColumn, sentence }]
}
