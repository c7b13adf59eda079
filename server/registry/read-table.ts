import Papa from 'papaparse'

/** What is wrong, and where: lines count from 1, as an editor shows them. */
export interface TableProblem {
  file: string
  line: number
  column?: string
  sentence: string
}

interface TableRow {
  line: number
  cells: Record<string, string>
}

/** Cells of a line, as a file or a sheet has them. */
export interface NumberedRow {
  line: number
  cells: readonly string[]
}

export interface Columns {
  required: string[]
  optional: string[]
}

/**
 * Text of a CSV file, comma or semicolon, with or without BOM → rows by column name, every cell a text. The reader's own
 * header mode is not used: it renames doubled columns and drops surplus cells without a word.
 */
export function readTable(
  text: string,
  file: string,
  columns: Columns,
): { rows: TableRow[]; problems: TableProblem[] } {
  const content = text.replace(/^\uFEFF/, '')
  const delimiter = /^[^\n]*;/.test(content) ? ';' : ','
  const { data, errors } = Papa.parse<string[]>(content, { delimiter })
  const numbered = withLines(data)
  const unclosed = errors.filter(({ type }) => type === 'Quotes')
  const open = unclosed.map(({ row = 0 }) => numbered[row]?.line ?? 1)
  return namedRows(numbered, file, columns, open)
}

/** Rows of a sheet or a file → rows by column name. `open`: the lines whose quotation marks are not closed. */
export function namedRows(
  numbered: readonly NumberedRow[],
  file: string,
  columns: Columns,
  open: readonly number[] = [],
): { rows: TableRow[]; problems: TableProblem[] } {
  const header = (numbered[0]?.cells ?? []).map((name) => name.trim())
  const problems = headerProblems(header, columns).map((sentence) => ({ file, line: 1, sentence }))
  for (const line of open)
    problems.push({ file, line, sentence: 'Ein Anführungszeichen ist nicht richtig geschlossen.' })
  if (problems.length > 0) return { rows: [], problems }
  const rows = numbered.slice(1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  for (const { line, cells } of rows) {
    if (cells.length === header.length) continue
    const sentence = `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${header.length}.`
    problems.push({ file, line, sentence })
  }
  const whole = rows.filter(({ cells }) => cells.length === header.length)
  const named = whole.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.map((name, index) => [name, cells[index]?.trim() ?? ''])),
  }))
  return { rows: named, problems }
}

/** A quoted cell may go over several lines. */
function withLines(data: string[][]): { line: number; cells: string[] }[] {
  let next = 1
  return data.map((cells) => {
    const line = next
    next += 1 + cells.join('').split('\n').length - 1
    return { line, cells }
  })
}

function headerProblems(header: readonly string[], { required, optional }: Columns): string[] {
  const known = [...required, ...optional]
  const missing = required.filter((name) => !header.includes(name))
  const unknown = header.filter((name) => !known.includes(name))
  const doubled = known.filter((name) => header.filter((one) => one === name).length > 1)
  const expected = `Erwartet wird: ${required.join(', ')}.`
  return [
    ...missing.map((name) => `Die Spalte „${name}“ fehlt. ${expected}`),
    ...unknown.map((name) => `Die Spalte „${name}“ ist nicht bekannt. ${expected}`),
    ...doubled.map((name) => `Die Spalte „${name}“ kommt mehrmals vor.`),
  ]
}
