import { type Column, hasValue, missingColumn, setValue } from './column.ts'
import { reasonNumber } from './reasons.ts'

/** A variable that is computed from others. */
export interface Derived {
  name: string
  label: string
  /** `share`: parts ÷ base × 100. `sum`: the parts added up. */
  kind: 'share' | 'sum'
  parts: readonly string[]
  /** Of a share: what it is a share of. */
  base: readonly string[]
  /** What the base means, in words. */
  baseLabel: string
}

/**
 * Computes a derived variable from the columns of one wave.
 *
 *   share = 100 · Σ parts / Σ base;   sum = Σ parts
 *
 * Where a part or the base is missing, so is the result, for the reason of the first that is; a share of nothing cannot be
 * computed.
 */
export function derive({ kind, parts, base }: Derived, columns: ReadonlyMap<string, Column>, length: number): Column {
  const needed = [...parts, ...base].map((name) => columns.get(name))
  const result = missingColumn(length, 'nicht_gefragt')
  if (needed.some((column) => column === undefined)) return result
  const sources = needed as Column[]
  const numerators = sources.slice(0, parts.length)
  const denominators = sources.slice(parts.length)
  for (let index = 0; index < length; index += 1) {
    const missing = sources.find((column) => !hasValue(column, index))
    if (missing !== undefined) {
      result.reasons[index] = missing.reasons[index] ?? 0
      continue
    }
    const total = sumAt(denominators, index)
    if (kind === 'sum') setValue(result, index, sumAt(numerators, index))
    else if (total > 0) setValue(result, index, (100 * sumAt(numerators, index)) / total)
    else result.reasons[index] = reasonNumber.nicht_berechenbar
  }
  return result
}

function sumAt(columns: readonly Column[], index: number): number {
  let sum = 0
  for (const { values } of columns) sum += values[index] as number
  return sum
}
