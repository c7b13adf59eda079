import type { ColumnType } from '../../../../surveys/codebook/described-column.ts'

/** How a cell is shown: SPSS has numbers for the kinds. */
export interface Display {
  kind: number
  width: number
  decimals: number
}

interface Shown {
  type: ColumnType
  decimals?: number
  /** Of a text, in bytes. */
  width: number
  /** Numbers of which none is longer. */
  numbers: readonly number[]
}

/** SPSS shows no wider numbers, and no more places. */
const widestNumber = 40
const mostPlaces = 16

/** A, F, DATETIME, EDATE (31.12.2026) and MOYR. */
const displays: Record<ColumnType, (shown: Shown) => Display> = {
  code: textDisplay,
  text: textDisplay,
  integer: ({ numbers }) => numberDisplay(numbers, 0),
  decimal: ({ numbers, decimals = 2 }) => numberDisplay(numbers, Math.min(decimals, mostPlaces)),
  time: () => ({ kind: 22, width: 20, decimals: 0 }),
  day: () => ({ kind: 38, width: 10, decimals: 0 }),
  month: () => ({ kind: 28, width: 8, decimals: 0 }),
}

export const displayOf = (shown: Shown): Display => displays[shown.type](shown)

function textDisplay({ width }: Shown): Display {
  return { kind: 1, width: Math.min(width, 255), decimals: 0 }
}

function numberDisplay(numbers: readonly number[], decimals: number): Display {
  const digits = numbers.filter(Number.isFinite).map((number) => BigInt(Math.trunc(number)).toString().length)
  return { kind: 5, width: Math.min(widestNumber, Math.max(8, Math.max(...digits, 1) + 1 + decimals)), decimals }
}
