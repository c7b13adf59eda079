import type { ListTable } from './list-table.ts'

/** How far down the headings may stand: above them are titles and dates. */
const rowsAbove = 30

/** What the columns are called if a row holds their names, with what stands over several of them in the row above. */
export function headingsIn({ rows }: Pick<ListTable, 'rows'>, head: number): string[] {
  const own = (rows[head] ?? []).map((cell) => cell.trim())
  const above = (rows[head - 1] ?? []).map((cell) => cell.trim())
  if (!spansSome(above)) return own
  return own.map((name, place) => {
    const over = above[place] ?? ''
    return over === '' || over === name ? name : `${over} ${name}`.trim()
  })
}

/** A heading that reaches over several columns stands in each of them; a title reaches over all. */
function spansSome(row: readonly string[]): boolean {
  const texts = new Set(row.filter((cell) => cell !== ''))
  return texts.size > 1 && row.some((cell, place) => cell !== '' && cell === row[place + 1])
}

/** The row that most likely holds the headings: the one that most is known of, else the first that names several columns. */
export function headingRow(table: Pick<ListTable, 'rows'>, knows: (heading: string) => boolean): HeadingRow {
  const rows = table.rows.slice(0, rowsAbove)
  const known = rows.map((_, row) => new Set(headingsIn(table, row).filter((name) => name !== '' && knows(name))).size)
  const most = Math.max(0, ...known)
  if (most > 0) return { row: known.indexOf(most), known: most }
  const first = rows.findIndex((row) => new Set(row.filter((cell) => cell.trim() !== '')).size > 1)
  return { row: Math.max(0, first), known: 0 }
}

export interface HeadingRow {
  row: number
  known: number
}
