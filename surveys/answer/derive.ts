import { truthOf } from '../checks/condition.ts'
import type { Instrument } from '../compile/instrument.ts'
import { sharesTolerance } from '../kinds/shares-tolerance.ts'
import { type Cell, numberOf } from './cells.ts'
import { rounded } from './relation.ts'

const given = (value: number | string | true): Cell => ({ state: 'given', value, derived: true })

/** Puts in what follows from the answers: shares that are left over at 0, and what does not apply. */
export function derive(instrument: Pick<Instrument, 'rules' | 'rests'>, cells: Map<string, Cell>): void {
  for (const { variable, fields } of instrument.rests) {
    const blank = fields.filter((name) => cells.get(name)?.state === 'blank')
    if (blank.length === 0 || !isWhole(fields, cells)) continue
    for (const name of blank) cells.set(name, given(0))
    cells.set(variable, given(blank.join(' ')))
  }
  for (const { variable, if: conditions, fields } of instrument.rules) {
    if (!conditions.every((condition) => truthOf(condition, { cells }) === 'yes')) continue
    cells.set(variable, given(true))
    for (const name of fields) if (cells.get(name)?.state === 'blank') cells.set(name, { state: 'notApplicable' })
  }
}

/** Whether the shares that are given make 100, and none of the others was left unreadable. */
function isWhole(fields: readonly string[], cells: ReadonlyMap<string, Cell>): boolean {
  if (fields.some((name) => cells.get(name)?.state === 'unreadable')) return false
  const sum = fields.reduce((sum, name) => sum + (numberOf(cells, name) ?? 0), 0)
  return Math.abs(rounded(sum) - 100) <= sharesTolerance
}
