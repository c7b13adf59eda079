import type { Cell } from '../../analysis/report/cell.ts'
import type { Report } from '../../analysis/report/report.ts'
import type { Table } from '../../analysis/report/table.ts'

/** All tables of a report as they stand on a page: those of a chart with the chart. */
export const tablesOf = ({ sections }: Pick<Report, 'sections'>): Table[] =>
  sections.flatMap(({ charts, tables }) => [
    ...charts.flatMap(({ title, table }) => (table === undefined ? [] : [{ ...table, label: `Zahlen zu: ${title}` }])),
    ...tables,
  ])

/** How many are counted in the cells of a report. */
export function countsInReport({ facts, sections }: Pick<Report, 'facts' | 'sections'>): number[] {
  const cells = [...facts.map(({ value }) => value), ...tablesOf({ sections }).flatMap(({ rows }) => rows.flat())]
  const drawn = sections.flatMap(({ charts }) =>
    charts.flatMap(({ drawing }) => (drawing.kind === 'histogram' ? drawing.classes.map(({ count }) => count) : [])),
  )
  return [...cells.flatMap(countOf), ...facts.flatMap(({ note }) => wholeNumbers(note)), ...drawn]
}

const countOf = (cell: Cell): number[] =>
  cell.kind === 'count' ? [cell.value] : cell.kind === 'share' ? [cell.count] : []

/** Whole numbers that stand alone in words, not those of an interval or a p. */
const wholeNumbers = (words: string): number[] =>
  [...words.matchAll(/(?:^|\s)(\d{1,3}(?:\.\d{3})*)(?=$|[\s,;.])(?!,\d)/g)].map(([, number = '']) =>
    Number(number.replaceAll('.', '')),
  )

/** Names under which files say how many units there are; sums of what units counted are none. */
const names = new Set([
  ...['units', 'n', 'count', 'zeros', 'unchanged', 'both', 'dropped', 'joined', 'neither', 'yes', 'no', 'of'],
  ...['sample', 'leftOut', 'trimmed'],
])
/** Below these everything that is a number is a count. */
const rooms = new Set(['size', 'missing', 'counts', 'flow'])

/** How many are counted anywhere in what a program is given. */
export function countsInJson(value: unknown, name = '', isRoom = false): number[] {
  if (typeof value === 'number') return isRoom || names.has(name) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  const inRoom = isRoom || rooms.has(name)
  return Object.entries(value).flatMap(([key, one]) =>
    countsInJson(one, Array.isArray(value) ? name : key, inRoom && key !== 'chiSquare'),
  )
}
