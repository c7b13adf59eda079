import type { ForeignTable } from './figure.ts'
import { readFigure } from './read-number.ts'

const fewestRows = 10
const fewestCells = 4
const fewNumbers = 0.25

/** Whether a table seems to have one row per person: many rows, each with several words and few numbers. */
export function looksLikeList({ rows }: ForeignTable): boolean {
  const wide = rows.map(({ cells }) => cells.filter(({ text }) => text.trim() !== '')).filter(isWide)
  const cells = wide.flat()
  const numbers = cells.filter(({ text }) => readFigure(text, ',') !== undefined)
  return wide.length >= fewestRows && numbers.length <= cells.length * fewNumbers
}

const isWide = (cells: ForeignTable['rows'][number]['cells']) => cells.length >= fewestCells
