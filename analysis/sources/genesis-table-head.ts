import { isTotal, isUnit, partOf, variableCode } from './labels.ts'
import { type Period, readPeriod } from './period.ts'
import type { Part } from './source.ts'

/** A column of figures, with what the rows above it say. */
export interface Column {
  at: number
  period?: Period
  unit?: string
  parts: readonly Part[]
}

export interface TableColumns {
  /** How many columns stand before the figures. */
  labels: number
  width: number
  values: readonly Column[]
}

/** `Bevölkerungsstand (Anzahl)` → `Anzahl`. */
export function unitOf(title: string): string | undefined {
  const unit = /\(([^()]*)\)$/.exec(title)?.[1]?.trim()
  return unit !== undefined && isUnit(unit) ? unit : undefined
}

/**
 * The rows above the figures: one per crossed variable, with repeated labels. A row may name measures or parts, or the variable
 * whose parts the row below it holds.
 */
export function columnsOf(headings: readonly (readonly string[])[]): TableColumns {
  const rows = headings.map((row) => row.map((cell) => cell.trim()))
  const labels = Math.min(...rows.map((row) => row.findIndex((cell) => cell !== '')))
  if (rows.length === 0 || labels < 2) return { labels: 2, width: 2, values: [] }
  const heading = (at: number) => rows.map((row) => row[at] ?? '')
  const figures: number[] = []
  for (let at = labels; at < Math.max(...rows.map((row) => row.length)); at += 1) {
    // Where the quality of figures was asked for, it stands in a column after each, under the same labels.
    const isQuality = figures.at(-1) === at - 1 && heading(at).join('\u0001') === heading(at - 1).join('\u0001')
    if (!isQuality) figures.push(at)
  }
  const table = rows.map((row) => figures.map((at) => row[at] ?? ''))
  return { labels, width: Math.max(0, ...figures) + 1, values: figures.map((at, place) => columnAt(at, place, table)) }
}

function columnAt(at: number, place: number, rows: readonly (readonly string[])[]): Column {
  const column: { at: number; period?: Period; unit?: string; parts: Part[] } = { at, parts: [] }
  rows.forEach((row, index) => {
    const label = row[place] ?? ''
    if (label === '' || isTotal(label) || namesVariable(rows, index, place)) return
    const period = readPeriod(label)
    if (period !== undefined) column.period = period
    else if (isUnit(label)) column.unit = label
    else column.parts.push(partOf(label, variableAbove(rows, index, place) ?? `Kopf${index + 1}`))
  })
  return column
}

function variableAbove(rows: readonly (readonly string[])[], row: number, place: number): string | undefined {
  const above = rows[row - 1]?.[place] ?? ''
  return namesVariable(rows, row - 1, place) ? (variableCode(above) ?? above) : undefined
}

/**
 * Whether a label says what is below it (`Geschlecht` above `Insgesamt`, `männlich`, `weiblich`), and not what part or measure
 * the column holds: it is the only one under the labels above it, and it is known, or a total stands below it.
 */
function namesVariable(rows: readonly (readonly string[])[], row: number, place: number): boolean {
  const label = rows[row]?.[place] ?? ''
  if (label === '' || isTotal(label) || isUnit(label) || readPeriod(label) !== undefined) return false
  const above = rows.slice(0, row)
  const siblings = (rows[row] ?? [])
    .map((_, other) => other)
    .filter((other) => above.every((one) => one[other] === one[place]))
  if (siblings.some((other) => rows[row]?.[other] !== label)) return false
  return variableCode(label) !== undefined || siblings.some((other) => isTotal(rows[row + 1]?.[other] ?? ''))
}
