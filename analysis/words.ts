import { isDefined, type NotDefined, type Reason } from './stats/not-defined.ts'

/** Always so many decimals, so that figures below each other can be compared. */
const format = (digits: number) =>
  new Intl.NumberFormat('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const [none, one, two, three, four] = [0, 1, 2, 3, 4].map(format)

/** One decimal. */
export const tenths = (value: number) => one?.format(value) ?? ''

export const whole = (value: number) => none?.format(value) ?? ''

/** Enough decimals to tell figures apart: none for sums, three for what is small. */
export function number(value: number | NotDefined): string {
  if (typeof value !== 'number') return '–'
  const size = Math.abs(value)
  const shape = Number.isInteger(value) || size >= 10_000 ? none : size >= 100 ? one : size >= 1 ? two : three
  return (shape?.format(value) ?? '').replace('-', '−')
}

export const signed = (value: number | NotDefined) =>
  typeof value === 'number' && value > 0 ? `+${number(value)}` : number(value)

export const difference = (before: number | NotDefined, after: number | NotDefined) =>
  typeof before === 'number' && typeof after === 'number' ? after - before : ({ notDefined: 'no-values' } as const)

/** What a difference is measured in: of percentages, percentage points. */
export const changeUnit = (unit: string) => (/^Prozent\b/.test(unit) ? 'Prozentpunkte' : unit)

/** `95-%`. */
export const levelWords = (level: number) => `${number(100 * level)}-%`

export const probability = (p: number) => (p < 0.0001 ? '< 0,0001' : (four?.format(p) ?? ''))
export const pWords = (p: number) => (p < 0.0001 ? 'p < 0,0001' : `p = ${probability(p)}`)

export function intervalWords(interval: readonly [number, number] | NotDefined): string {
  return isDefined(interval)
    ? `Intervall ${signed(interval[0])} bis ${signed(interval[1])}`
    : `kein Intervall: ${whyNot(interval)}`
}

/** `t(43) = 2,10`. */
export const testStatistic = ({ t, df }: { t: number; df: number }) => `t(${number(df)}) = ${number(t)}`

const reasons: Partial<Record<Reason, string>> = {
  'no-values': 'es liegen keine Werte vor',
  'too-few-values': 'es sind zu wenige Werte',
  'no-variation': 'keine Streuung',
  'no-differences': 'kein Paar hat sich verändert',
  complete: 'amtliche Angabe, beschrieben statt getestet',
  'no-sampling-error': 'alle Befragten haben geantwortet, die Zahl steht fest',
  'too-few-clusters': 'es sind zu wenige Verbünde oder Kreise',
  hidden: 'verdeckt, weil daraus folgen würde, was weniger als drei getan haben',
}

export const whyNot = ({ notDefined }: NotDefined) => reasons[notDefined] ?? notDefined

/** Rows of cells in columns: the first one to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [place, cell] of row.entries()) widths[place] = Math.max(widths[place] ?? 0, cell.length)
  return rows.map((row) =>
    row
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
