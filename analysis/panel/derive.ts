import { type Derived, neededBy, type Terms } from '../../surveys/derived/derived.ts'
import { type Column, hasValue, missingColumn, setReason, setValue, type WaveValues } from './column.ts'
import { applyStated, type StatedBase, statedFor } from './stated-base.ts'

/**
 * Computes a derived variable from the columns of one wave.
 *
 *   share = 100 · Σ parts / Σ base;   sum, change = Σ parts       with Σ = what is added less what is taken off
 *   an upper bound = 100 · min(Σ parts + Σ possible, Σ base) / Σ base
 *
 * Where somebody has stated that their answers are a part of another number, the base is that number. Where a part or the base
 * is missing, so is the result, for the reason of the first that is: a blank is not 0. A share of
 * nothing cannot be computed; nor can one above 100 % or below 0, which only answers that contradict each other yield.
 */
export function derive(
  { kind, parts, base, possible }: Pick<Derived, 'kind' | 'parts' | 'base' | 'possible'>,
  columns: ReadonlyMap<string, Column>,
  length: number,
  stated: readonly StatedBase[] = [],
): WaveValues {
  const needed = neededBy({ parts, base, possible }).map((name) => columns.get(name))
  const result = missingColumn(length, 'nicht_gefragt')
  if (needed.some((column) => column === undefined)) return { result }
  const sources = needed as Column[]
  const above = totals(parts, columns, length)
  if (kind !== 'share') {
    forEachComplete(sources, result, (index) => setValue(result, index, above[index] as number))
    return { result }
  }
  const below = totals(base, columns, length)
  applyStated(below, statedFor({ kind, parts, base }, stated), columns)
  const more = totals(possible, columns, length)
  forEachComplete(sources, result, (index) => {
    const [least, whole] = [above[index] as number, below[index] as number]
    const part = least > whole ? least : Math.min(least + (more[index] as number), whole)
    above[index] = part
    if (part < 0 || part > whole) setReason(result, index, 'widerspruch')
    else if (whole === 0) setReason(result, index, 'nicht_berechenbar')
    else setValue(result, index, (100 * part) / whole)
  })
  return { result, parts: above, base: below }
}

/** Does something with each unit that has all that is needed; the others keep the reason of what is missing. */
function forEachComplete(sources: readonly Column[], result: Column, compute: (index: number) => void): void {
  for (let index = 0; index < result.values.length; index += 1) {
    const missing = sources.find((column) => !hasValue(column, index))
    if (missing === undefined) compute(index)
    else result.reasons[index] = missing.reasons[index] ?? 0
  }
}

function totals({ plus, minus }: Terms, columns: ReadonlyMap<string, Column>, length: number): Float64Array {
  const sums = new Float64Array(length)
  const add = (names: readonly string[], sign: 1 | -1) => {
    for (const name of names) {
      const { values } = columns.get(name) as Column
      for (let index = 0; index < length; index += 1)
        sums[index] = (sums[index] as number) + sign * (values[index] as number)
    }
  }
  add(plus, 1)
  add(minus, -1)
  return sums
}
