import Papa from 'papaparse'
import type { Refusal } from './source.ts'

/** Rows of a file with the lines they begin in, and what was wrong with the quotation marks. */
export interface RowBatch {
  rows: readonly (readonly string[])[]
  lines: readonly number[]
  refusals: readonly Refusal[]
}

type Delimiter = ';' | ',' | '\t'

/** A row that is longer than this has lost its closing quotation mark. */
const longestRow = 4_000_000

/**
 * Text in pieces, cut anywhere, with line ends of `\n` → rows, a batch per piece. Lines are counted over cells that have line
 * breaks. Each character is looked at once, or twice where a piece ends within a row.
 */
export async function* csvRows(pieces: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<RowBatch> {
  let rest = ''
  let line = 1
  let grown = 0
  for await (const piece of pieces) {
    rest += piece
    // Within a long quoted cell, waiting until the text has doubled keeps the work linear.
    if (rest.length < grown) continue
    const batch = rowsOf(rest, delimiter, line, true)
    rest = rest.slice(batch.cursor)
    line = batch.nextLine
    grown = batch.rows.length === 0 ? rest.length * 2 : 0
    if (batch.rows.length > 0) yield batch
    if (rest.length > longestRow) {
      yield { rows: [], lines: [], refusals: [openQuote(line)] }
      return
    }
  }
  if (rest !== '') yield rowsOf(rest, delimiter, line, false)
}

/** The rows of a text; the last one is left where it may not be whole. */
export function rowsOf(text: string, delimiter: Delimiter, firstLine: number, mayGoOn: boolean) {
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, mayGoOn)
  const lines: number[] = []
  const hasQuotes = text.includes('"')
  let line = firstLine
  for (const cells of data) {
    lines.push(line)
    line += 1 + (hasQuotes ? breaksIn(cells) : 0)
  }
  const refusals = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row = 0 }) => openQuote(lines[row] ?? firstLine))
  return { rows: data, lines, refusals, nextLine: line, cursor: meta.cursor }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks += 1
  }
  return breaks
}

const openQuote = (line: number): Refusal => ({
  line,
  sentence: 'Ein Anführungszeichen ist nicht richtig geschlossen.',
})

/** Lines that are not divided into cells: each is a row of one. */
export async function* plainLines(pieces: AsyncIterable<string>): AsyncGenerator<RowBatch> {
  let rest = ''
  let line = 1
  for await (const piece of pieces) {
    const texts = (rest + piece).split('\n')
    rest = texts.pop() ?? ''
    if (texts.length > 0) yield batchOf(texts, line)
    line += texts.length
  }
  if (rest !== '') yield batchOf([rest], line)
}

function batchOf(texts: readonly string[], firstLine: number): RowBatch {
  return { rows: texts.map((text) => [text]), lines: texts.map((_, index) => firstLine + index), refusals: [] }
}

/** What divides the cells: official files take semicolons, exports of other programs commas or tabs. */
export function delimiterOf(text: string): Delimiter {
  const lines = text.split('\n').slice(0, 50)
  const linesWith = (sign: string) => lines.filter((line) => line.includes(sign)).length
  if (linesWith(';') * 2 >= lines.length) return ';'
  if (linesWith('\t') * 2 >= lines.length) return '\t'
  return linesWith(',') * 2 >= lines.length && !/^[1-6]0\d{10}/.test(text) ? ',' : ';'
}
