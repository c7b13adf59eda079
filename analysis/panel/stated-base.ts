import type { Derived } from '../../surveys/derived/derived.ts'
import { type Column, hasValue } from './column.ts'

/** A number that somebody said to be what their answers are a part of, in the place of the one that was asked for. */
export interface StatedBase {
  /** The place of the unit in the panel. */
  unit: number
  /** What was held against the total: shares of it are those meant. */
  parts: ReadonlySet<string>
  /** What they are asked as a part of, and the column of what they are a part of. */
  total: string
  base: string
}

/** The bases that were stated for a share: its base holds the total, and all its parts were held against that. */
export function statedFor(
  { kind, parts, base }: Pick<Derived, 'kind' | 'parts' | 'base'>,
  stated: readonly StatedBase[],
): StatedBase[] {
  if (kind !== 'share') return []
  const meant = stated.filter((one) => base.plus.includes(one.total) && parts.plus.every((name) => one.parts.has(name)))
  // A reason may stand beside several checks of the same parts and the same total.
  const once = new Map(meant.map((one) => [`${one.unit} ${one.total}`, one]))
  return [...once.values()]
}

/** Puts each stated base in the place of the total, where a number was given for it. */
export function applyStated(
  whole: Float64Array,
  stated: readonly StatedBase[],
  columns: ReadonlyMap<string, Column>,
): void {
  for (const { unit, total, base } of stated) {
    const [asked, meant] = [columns.get(total), columns.get(base)]
    if (asked === undefined || meant === undefined || !hasValue(meant, unit) || !hasValue(asked, unit)) continue
    whole[unit] = (whole[unit] as number) - (asked.values[unit] as number) + (meant.values[unit] as number)
  }
}
