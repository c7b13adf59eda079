const most = 6

/** How many decimals figures have that stand below each other: their unit decides, else their size. */
export function decimalsFor(values: readonly number[], unit = ''): number {
  if (/^Prozent/.test(unit)) return 1
  const broken = values.filter((value) => !Number.isInteger(value)).map(Math.abs)
  if (broken.length === 0) return 0
  const largest = Math.max(...broken)
  if (largest >= 10_000) return 0
  if (largest < 1) return 3
  return unit !== '' || largest >= 100 ? 1 : 2
}

/** How many decimals limits of classes need, none of which may be rounded. */
export function decimalsOfLimits(limits: readonly number[]): number {
  const isWhole = (digits: number) =>
    limits.every((limit) => Math.abs(limit * 10 ** digits - Math.round(limit * 10 ** digits)) < 1e-6)
  let digits = 0
  while (digits < most && !isWhole(digits)) digits += 1
  return digits
}

/** A figure with so many decimals; what rounds to 0 has no sign. */
export function withDecimals(value: number, digits: number): string {
  const text = formatOf(digits).format(value)
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '')
}

/** The same of a change. */
export function signedWithDecimals(value: number, digits: number): string {
  const text = withDecimals(value, digits)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

const formats = new Map<number, Intl.NumberFormat>()

function formatOf(digits: number): Intl.NumberFormat {
  const known = formats.get(digits)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  formats.set(digits, made)
  return made
}
