import { asksBeyond } from '../checks/condition.ts'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'
import type { Read } from '../types/type.ts'
import type { Cell, Cells, Raw } from './cells.ts'
import { derive } from './derive.ts'
import type { Surroundings } from './surroundings.ts'

/** Reads one field as its type demands. */
export const readCell = (
  { type, flag, unknown = '' }: Pick<Variable, 'type' | 'flag' | 'unknown'>,
  raw: string,
): Read => typeOf(type).read(raw, { box: flag !== undefined, field: unknown })

/**
 * Reads all fields of a questionnaire. Without what is known of whoever answers, what is asked because of that stays open, unless it
 * was stored otherwise.
 */
export function readCells(instrument: Instrument, raw: Raw, around?: Surroundings): Cells {
  const cells = new Map<string, Cell>()
  for (const variable of instrument.variables) cells.set(variable.name, readVariable(variable, raw))
  derive(instrument, cells, { raw, around })
  return cells
}

/** A ticked flag makes the blanks of its question 'not available'. */
function readVariable(variable: Variable, raw: Raw): Cell {
  if (variable.role === 'derived') return { state: 'blank' }
  const cell = readCell(variable, raw[variable.name] ?? '')
  const missing = cell.state === 'blank' && variable.flag !== undefined && raw[variable.flag] === '1'
  return missing ? { state: 'notAvailable' } : cell
}

/** A questionnaire of which only that is closed which is known beforehand not to be asked. */
export const withKnownFilters = (instrument: Instrument): Instrument => ({
  ...instrument,
  filters: instrument.filters.flatMap((filter) => {
    const known = filter.if.filter(asksBeyond)
    return known.length === 0 ? [] : [{ ...filter, if: known }]
  }),
})

/** A questionnaire that asks everything: to tell all that is kept in a draft, also what is not asked any more. */
export const withoutFilters = (instrument: Instrument): Instrument => ({ ...instrument, filters: [] })
