import type { Condition } from '../checks/check.ts'
import { asksBeyond, isUnasked, truthOf } from '../checks/condition.ts'
import type { Filter, Instrument, Rest } from '../compile/instrument.ts'
import { sharesTolerance } from '../kinds/shares-tolerance.ts'
import { type Cell, numberOf, type Raw } from './cells.ts'
import { rounded } from './relation.ts'
import type { Surroundings } from './surroundings.ts'

type CellMap = Map<string, Cell>

/** What cells were read from, and what is known of whoever answers. */
interface From {
  raw?: Raw
  around?: Surroundings | undefined
}

const given = (value: number | string | true): Cell => ({ state: 'given', value, derived: true })

/**
 * Puts in what follows from the answers: what is not asked, shares that are left over at 0, and what does not apply. Filters look
 * back, so that each is decided once all before it is.
 */
export function derive(
  { rests, rules, filters }: Pick<Instrument, 'rules' | 'rests' | 'filters'>,
  cells: CellMap,
  from: From = {},
): void {
  let next = 0
  const closeUpTo = (place: number) => {
    for (let filter = filters[next]; filter !== undefined && filter.place <= place; filter = filters[next]) {
      if (isDecidedOtherwise(filter, cells, from)) close(filter, cells)
      next += 1
    }
  }
  for (const rest of rests) {
    closeUpTo(rest.place)
    fillRest(rest, cells)
  }
  closeUpTo(Number.POSITIVE_INFINITY)
  for (const { variable, if: conditions, fields } of rules) {
    if (!conditions.every((condition) => truthOf(condition, { cells }) === 'yes')) continue
    cells.set(variable, given(true))
    for (const name of fields) if (cells.get(name)?.state === 'blank') cells.set(name, { state: 'notApplicable' })
  }
}

function fillRest({ variable, fields }: Rest, cells: CellMap): void {
  const blank = fields.filter((name) => cells.get(name)?.state === 'blank')
  if (blank.length === 0 || !isWhole(fields, cells)) return
  for (const name of blank) cells.set(name, given(0))
  cells.set(variable, given(blank.join(' ')))
}

/** Whether the shares that are given make 100, and none of the others was left unreadable. */
function isWhole(fields: readonly string[], cells: CellMap): boolean {
  if (fields.some((name) => cells.get(name)?.state === 'unreadable')) return false
  const sum = fields.reduce((sum, name) => sum + (numberOf(cells, name) ?? 0), 0)
  return Math.abs(rounded(sum) - 100) <= sharesTolerance
}

/** What was typed stays where it was typed: it only counts no more. */
function close({ variable, fields }: Filter, cells: CellMap): void {
  cells.set(variable, given(true))
  for (const name of fields) cells.set(name, { state: 'notApplicable', closed: true })
}

function isDecidedOtherwise(
  { variable, if: conditions, beyond }: Filter,
  cells: CellMap,
  { raw, around }: From,
): boolean {
  // What was not asked is not so: filters that hang on each other close together.
  const isNot = (condition: Condition) =>
    isUnasked(condition, { cells }) || truthOf(condition, { cells, ...(around && { around }) }) === 'no'
  const stored = beyond ? raw?.[variable] : undefined
  if (stored === undefined) return conditions.some(isNot)
  return stored === '1' || conditions.some((condition) => !asksBeyond(condition) && isNot(condition))
}
