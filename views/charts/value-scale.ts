import { number } from '../../analysis/panel/words.ts'

/** Beyond this ratio the small ones would lie on top of each other. */
const widest = 30

/** Whether values are so far apart that only a logarithmic scale tells the small ones from each other. */
export function isFarApart(values: readonly number[]): boolean {
  const low = Math.min(...values)
  return low > 0 && Math.max(...values) / low > widest
}

/** Said beside an axis on which equal distances are equal ratios. */
export const scaleNote = (isLog: boolean) => (isLog ? ' (logarithmische Skala)' : '')

/** Powers of ten with their double and fivefold, as far as the values reach. */
export function logTicks(values: readonly number[]): { value: number; label: string }[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const from = Math.floor(Math.log10(low))
  const to = Math.ceil(Math.log10(high))
  const steps = to - from > 3 ? [1] : [1, 3]
  return Array.from({ length: to - from + 1 }, (_none, index) => from + index)
    .flatMap((power) => steps.map((step) => step * 10 ** power))
    .filter((value) => value >= low * 0.9 && value <= high * 1.1)
    .map((value) => ({ value, label: number(value) }))
}
