import { fewest, isFew } from '../disclosure/fewest.ts'
import { quantile } from '../stats/quantile.ts'

/** How many values lie from … to below …; a class at an end has no limit there. */
export interface ValueClass {
  from: number | undefined
  to: number | undefined
  count: number
}

/** Less than this is no change. */
const noise = 1e-9
/** Widths people can read: 1, 2 and 5 times a power of ten. */
const steps = [1, 2, 5] as const
const most = 16

interface Shape {
  /** Of changes: the class in the middle holds what hardly changed, and in none few rose or fell, whose number is told. */
  centred?: boolean
  /** By value: who stands behind it, each for itself unless given. */
  of?: readonly string[]
}

/**
 * A distribution in classes of equal width with open ends, the finest of which each is of nobody or of three Kommunen or more;
 * empty where there is none.
 */
export function valueClasses(values: readonly number[], { centred = false, of }: Shape = {}): ValueClass[] {
  const [low, high] = [quantile(values, 0.03), quantile(values, 0.97)]
  if (typeof low !== 'number' || typeof high !== 'number' || values.length < 2 * fewest) return []
  const isWhole = values.every(Number.isInteger)
  const span = high - low || Math.abs(high) || 1
  const start = Math.floor(Math.log10(span / most))
  for (let exponent = start; exponent < start + 4; exponent += 1) {
    for (const step of steps) {
      const width = Number(`${step}e${exponent}`)
      if ((isWhole && width < 1) || span / width > most) continue
      const classes = inClasses(
        values,
        { width, shift: centred ? -width / 2 : 0, low, high },
        { centred, ...(of && { of }) },
      )
      if (classes !== undefined) return classes
    }
  }
  return []
}

interface Grid {
  width: number
  /** Where a class begins, beside 0. */
  shift: number
  low: number
  high: number
}

function inClasses(
  values: readonly number[],
  { width, shift, low, high }: Grid,
  { centred = false, of }: Shape,
): ValueClass[] | undefined {
  const behind = (is: (value: number) => boolean) =>
    new Set(values.flatMap((value, index) => (is(value) ? [of === undefined ? index : of[index]] : []))).size
  const place = (value: number) => Math.floor((value - shift) / width)
  const edge = (at: number) => Number((at * width + shift).toPrecision(12))
  let [first, last] = [place(low), place(high)]
  const below = () => behind((value) => place(value) <= first)
  const above = () => behind((value) => place(value) >= last)
  while (first < last && below() < fewest) first += 1
  while (last > first && above() < fewest) last -= 1
  if (last - first < 2) return undefined
  const sides = centred ? [-1, 0, 1] : [0]
  const side = (value: number) => (centred && Math.abs(value) > noise ? Math.sign(value) : 0)
  const counts = new Map<number, number>()
  const at = (value: number) => Math.min(last, Math.max(first, place(value)))
  for (const value of values) counts.set(at(value), (counts.get(at(value)) ?? 0) + 1)
  const isFewOf = (own: number) =>
    sides.some((one) => isFew(behind((value) => at(value) === own && side(value) === one)))
  if ([...counts.keys()].some(isFewOf)) return undefined
  const isOpen = {
    below: values.some((value) => place(value) < first),
    above: values.some((value) => place(value) > last),
  }
  return Array.from({ length: last - first + 1 }, (_none, index) => ({
    from: index === 0 && isOpen.below ? undefined : edge(first + index),
    to: first + index === last && isOpen.above ? undefined : edge(first + index + 1),
    count: counts.get(first + index) ?? 0,
  }))
}
