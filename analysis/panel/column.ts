import { type PanelReason, reasonNumber, reasonOf } from './reasons.ts'

/** One variable in one wave over all units of a panel. Each cell is a number or has a reason; `values` is NaN beside one. */
export interface Column {
  readonly values: Float64Array
  /** By unit: 0 where there is a value, else the number of the reason. */
  readonly reasons: Uint8Array
  /** The values are those of the Kreise: each unit has the one of its Kreis. */
  readonly ofKreis?: boolean
}

/** A variable in a wave; of a share also what it was computed from, so that the shares of many can be pooled. */
export interface WaveValues {
  readonly result: Column
  /** Σ parts and Σ base, right where there is a result. */
  readonly parts?: Float64Array
  readonly base?: Float64Array
  /** They hold for each unit, as a density does, and add up to nothing. */
  readonly perUnit?: true
}

/** A column in which every cell is missing for the same reason. */
export function missingColumn(length: number, reason: PanelReason): Column {
  return {
    values: new Float64Array(length).fill(Number.NaN),
    reasons: new Uint8Array(length).fill(reasonNumber[reason]),
  }
}

export function setValue({ values, reasons }: Column, index: number, value: number): void {
  values[index] = value
  reasons[index] = 0
}

export function setReason({ values, reasons }: Column, index: number, reason: PanelReason): void {
  values[index] = Number.NaN
  reasons[index] = reasonNumber[reason]
}

export const hasValue = ({ reasons }: Column, index: number): boolean => reasons[index] === 0

/** The numbers that are there, of some units or of all. */
export function givenValues(column: Column, indices: Iterable<number> = column.values.keys()): number[] {
  const given: number[] = []
  for (const index of indices) if (hasValue(column, index)) given.push(column.values[index] as number)
  return given
}

/** How often each reason occurs among some units. */
export function countReasons(column: Column, indices: Iterable<number>): Partial<Record<PanelReason, number>> {
  const counts: Partial<Record<PanelReason, number>> = {}
  for (const index of indices) {
    const reason = reasonOf(column.reasons[index] ?? 0)
    if (reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}
