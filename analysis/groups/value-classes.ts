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
  const place = (value: number) => Math.floor((value - shift) / width)
  const edge = (at: number) => Number((at * width + shift).toPrecision(12))
  const places = values.map(place)
  const behind = (indices: readonly number[]) =>
    of === undefined ? indices.length : new Set(indices.map((index) => of[index])).size
  const behindEnd = (is: (at: number) => boolean) => {
    const own: number[] = []
    for (let index = 0; index < places.length; index += 1) if (is(places[index] as number)) own.push(index)
    return behind(own)
  }
  let [first, last] = [place(low), place(high)]
  while (first < last && behindEnd((at) => at <= first) < fewest) first += 1
  while (last > first && behindEnd((at) => at >= last) < fewest) last -= 1
  if (last - first < 2) return undefined
  // Of changes, those who fell, stayed and rose are told beside the classes.
  const side = (value: number) => (centred && Math.abs(value) > noise ? Math.sign(value) : 0)
  const classes = Array.from({ length: last - first + 1 }, (): number[][] => [[], [], []])
  for (let index = 0; index < places.length; index += 1) {
    const at = Math.min(last, Math.max(first, places[index] as number))
    classes[at - first]?.[1 + side(values[index] as number)]?.push(index)
  }
  if (classes.some((sides) => sides.some((indices) => isFew(behind(indices))))) return undefined
  const isOpen = { below: places.some((at) => at < first), above: places.some((at) => at > last) }
  return classes.map((sides, index) => ({
    from: index === 0 && isOpen.below ? undefined : edge(first + index),
    to: first + index === last && isOpen.above ? undefined : edge(first + index + 1),
    count: sides.reduce((sum, indices) => sum + indices.length, 0),
  }))
}
