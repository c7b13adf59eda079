/** Beyond this ratio the small ones would lie on top of each other. */
const widest = 30

/** Whether values are so far apart that only a logarithmic scale tells the small ones from each other. */
export function isFarApart(values: readonly number[]): boolean {
  const low = Math.min(...values)
  return low > 0 && Math.max(...values) / low > widest
}

/** Scale and axis of values; a logarithmic one says so. */
export function valueAxis(values: readonly number[], title: string, { zero }: { zero: boolean }) {
  if (!isFarApart(values)) return { scale: { zero, nice: true }, axis: { title, grid: true } } as const
  return {
    scale: { type: 'log', nice: false },
    axis: { title: title + scaleNote, grid: true, values: logTicks(values) },
  } as const
}

/** Said beside an axis on which equal distances are equal ratios. */
const scaleNote = ' (logarithmische Skala)'

/** Powers of ten with their double and fivefold, as far as the values reach. */
function logTicks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const from = Math.floor(Math.log10(low))
  const to = Math.ceil(Math.log10(high))
  const steps = to - from > 3 ? [1] : [1, 3]
  return Array.from({ length: to - from + 1 }, (_none, index) => from + index)
    .flatMap((power) => steps.map((step) => step * 10 ** power))
    .filter((value) => value >= low * 0.9 && value <= high * 1.1)
}
