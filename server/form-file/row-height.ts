import type { Style } from '../export/formats/xlsx/styles.ts'

/** What of a cell decides how high it is. */
interface SeenCell {
  text?: string
  style?: Style
}

/** In points, of a line and of what a spreadsheet takes at most. */
const line = 15
const most = 409
/** Of the width of a column, what words fill before they are broken. */
const filled = 0.9

/** Styles whose texts are not broken. */
const unbroken: ReadonlySet<Style> = new Set(['heading', 'text'])

/** How high a row is for its texts to be read: not every program that opens a file finds that out itself. */
export function rowHeight(cells: readonly (SeenCell | undefined)[], widths: readonly number[]): number {
  const lines = cells.map((cell, place) => linesOf(cell ?? {}, widths[place] ?? most))
  return Math.min(most, line * Math.max(1, ...lines))
}

function linesOf({ text = '', style = 'lines' }: SeenCell, width: number): number {
  if (unbroken.has(style)) return 1
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (width * filled))), 0)
}
