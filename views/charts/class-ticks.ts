import type { ValueClass } from '../../analysis/groups/value-classes.ts'
import { textWidth } from './text-width.ts'
import { fontSize } from './theme.ts'

interface TickText {
  format(value: number): string
  /** Whether 0 is labelled wherever it lies. */
  withZero: boolean
  /** Of all classes, in pixels. */
  width: number
}

interface Tick {
  place: number
  /** '' where there is no room. */
  label: string
}

/** Between two labels. */
const between = 8

/** Ticks at the limits of classes, labelled as often as there is room, at equal distances; counted in classes from the left. */
export function classTicks(classes: readonly ValueClass[], { format, withZero, width }: TickText): Tick[] {
  const edges = [...classes.map(({ from }) => from), classes.at(-1)?.to]
  const limits = edges.flatMap((edge, place) => (edge === undefined ? [] : [{ place, label: format(edge), edge }]))
  const room = Math.max(...limits.map(({ label }) => textWidth(label, fontSize))) + between
  const ofOne = width / classes.length
  const every = Math.ceil(room / ofOne)
  const zero = withZero ? placeOfZero(classes) : undefined
  const isLabelled = (place: number): boolean => {
    if (zero === undefined) return (place - (limits[0]?.place ?? 0)) % every === 0
    const nearest = Math.ceil((room + textWidth('0', fontSize)) / 2 / ofOne - 0.5) + 0.5
    const away = Number.isInteger(zero) ? Math.abs(place - zero) : Math.abs(place - zero) - Math.max(0.5, nearest)
    return away >= 0 && away % every === 0
  }
  const ticks = limits.map(({ place, label }) => ({ place, label: isLabelled(place) ? label : '' }))
  const all = zero === undefined || Number.isInteger(zero) ? ticks : [...ticks, { place: zero, label: '0' }]
  return all.toSorted((a, b) => a.place - b.place)
}

/** Where 0 lies, in the middle of a class or at a limit; undefined where it lies in an open class or in none. */
function placeOfZero(classes: readonly ValueClass[]): number | undefined {
  const place = classes.findIndex(({ from = Infinity, to = -Infinity }) => from <= 0 && to > 0)
  const { from = 0, to = 1 } = classes[place] ?? {}
  return place < 0 ? undefined : Number((place - from / (to - from)).toFixed(6))
}
