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
 * The rows above the figures: one per crossed variable, with repeated labels. A row that says the same over all columns may name
 * the variable of the row below it, or say for all what they are.
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
  const kinds = rowKinds(rows.map((row) => figures.map((at) => row[at] ?? '')))
  return { labels, width: Math.max(0, ...figures) + 1, values: figures.map((at) => columnAt(at, heading(at), kinds)) }
}

/** What a row of the heading says: nothing of its own, or the variable whose attributes it holds. */
type RowKind = { names: 'variable' } | { variable: string }

function rowKinds(rows: readonly (readonly string[])[]): RowKind[] {
  const isSame = rows.map((row) => new Set(row).size === 1)
  let above: string | undefined
  return rows.map((row, index): RowKind => {
    const [label = ''] = row
    const says = isUnit(label) || isTotal(label) || readPeriod(label) !== undefined
    if (isSame[index] && !says && (variableCode(label) !== undefined || isSame[index + 1] === false)) {
      above = label
      return { names: 'variable' }
    }
    const variable = above === undefined ? `Kopf${index + 1}` : (variableCode(above) ?? above)
    above = undefined
    return { variable }
  })
}

function columnAt(at: number, labels: readonly string[], kinds: readonly RowKind[]): Column {
  const column: { at: number; period?: Period; unit?: string; parts: Part[] } = { at, parts: [] }
  labels.forEach((label, index) => {
    const kind = kinds[index]
    if (kind === undefined || 'names' in kind || label === '' || isTotal(label)) return
    const period = readPeriod(label)
    if (period !== undefined) column.period = period
    else if (isUnit(label)) column.unit = label
    else column.parts.push(partOf(label, kind.variable))
  })
  return column
}
