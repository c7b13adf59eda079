import type { CountingPlan, PlannedColumn } from './counting-plan.ts'
import { headingsIn } from './headings.ts'
import type { ListTable } from './list-table.ts'
import { recognised } from './read-value.ts'
import { plainWord } from './words.ts'

/** What of a list tells persons apart, and since and until when they were looked after. */
export const personColumns = ['key', 'begin', 'end'] as const
export type PersonColumn = (typeof personColumns)[number]

/** The columns of a list by what they say: the id of a planned column, or of a person's. */
export type ColumnChoice = ReadonlyMap<string, number>

const sampleRows = 300
/** What is called nearly so has to hold some of what is expected, what is called otherwise nearly nothing else. */
const likely = 0.3
const certain = 0.8
const fewCells = 3

interface Named {
  column: string
  headings: readonly string[]
}

/** How well a heading fits: by its whole name, the usual ones first, or by a name within it; 0 where it does not. */
export function fitOf(named: Named, heading: string): number {
  const name = plainWord(heading)
  if (name === '') return 0
  const names = namesOf(named)
  const whole = names.indexOf(name)
  if (whole !== -1) return 200 - whole
  return Math.max(0, ...names.map((one) => (` ${name} `.includes(` ${one} `) ? one.length : 0)))
}

const plainNames = new WeakMap<Named, string[]>()

function namesOf(named: Named): string[] {
  const names = plainNames.get(named) ?? [named.column, ...named.headings].map(plainWord)
  plainNames.set(named, names)
  return names
}

/** Whether a heading is called as one of ours. */
export const knowsHeading = (plan: CountingPlan, heading: string): boolean =>
  [...plan.columns, ...personColumns.map((id) => plan[id])].some((one) => fitOf(one, heading) > 0)

/** Which column says what: by what was said of its heading before, by its heading, else by what stands in it. */
export function guessColumns(
  plan: CountingPlan,
  table: ListTable,
  head: number,
  remembered: ReadonlyMap<string, string>,
): Map<string, number> {
  const headings = headingsIn(table, head)
  const sample = table.rows.slice(head + 1, head + 1 + sampleRows)
  const cellsOf = (place: number) => sample.map((row) => row[place] ?? '')
  const chosen = new Map<string, number>()
  for (const [id, named] of namedIn(plan)) {
    const said = remembered.get(id)
    const before = said === undefined ? -1 : headings.findIndex((heading) => plainWord(heading) === said)
    const place = before !== -1 ? before : bestOf(headings, named, cellsOf, plan.stichtag)
    // Whoever said that a list does not tell it is not told otherwise.
    if (place !== -1 && said !== '') chosen.set(id, place)
  }
  const used = new Set(chosen.values())
  for (const column of plan.columns.filter(isTelling)) {
    if (chosen.has(column.id) || remembered.get(column.id) === '') continue
    const place = headings.findIndex((_, at) => !used.has(at) && isCertain(column, cellsOf(at), plan.stichtag))
    if (place === -1) continue
    chosen.set(column.id, place)
    used.add(place)
  }
  return chosen
}

const namedIn = (plan: CountingPlan): [string, Named & Partial<PlannedColumn>][] => [
  ...personColumns.map((id): [string, Named] => [id, plan[id]]),
  ...plan.columns.map((column): [string, PlannedColumn] => [column.id, column]),
]

function bestOf(
  headings: readonly string[],
  named: Named & Partial<PlannedColumn>,
  cellsOf: (place: number) => string[],
  stichtag: string,
): number {
  const fits = headings.map((heading, place) => {
    const fit = fitOf(named, heading)
    // Beside a column in which something stands, a blank one is what a merged heading has left over.
    if (fit > 0 && cellsOf(place).every((cell) => cell.trim() === '')) return fit / 1_000
    const isNear = fit > 0 && fit < 100
    return isNear && isPlanned(named) && recognised(named, stichtag, cellsOf(place)) < likely ? 0 : fit
  })
  const best = Math.max(0, ...fits)
  return best === 0 ? -1 : fits.indexOf(best)
}

const isPlanned = (named: Named & Partial<PlannedColumn>): named is PlannedColumn => named.values !== undefined

/** What stands in it is to be taken for nothing else: a yes, a number or a day may say anything. */
const isTelling = ({ isAge, values }: PlannedColumn) =>
  !isAge && values.every(({ label, from }) => label !== 'ja' && from === undefined)

function isCertain(column: PlannedColumn, cells: readonly string[], stichtag: string): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length
  return filled >= fewCells && recognised(column, stichtag, cells) >= certain
}
