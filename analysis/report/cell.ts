import { hidden, type Told } from '../disclosure/hidden.ts'
import type { Interval } from '../stats/interval.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'

/** A figure of a report with what it is; however it is printed, it is the same one. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'count'; value: number }
  /** How many of some, with their share in per cent. */
  | { kind: 'share'; count: number; share: number }
  | { kind: 'percent'; value: number }
  | { kind: 'number'; value: number }
  | { kind: 'change'; value: number }
  | { kind: 'interval'; value: Interval }
  | { kind: 'changeInterval'; value: Interval }
  | { kind: 'p'; value: number }
  /** Of fewer than three, or what would betray them. */
  | { kind: 'hidden' }
  | { kind: 'undefined' }

const none: Cell = { kind: 'undefined' }

export const text = (words: string): Cell => ({ kind: 'text', text: words })

/** A cell of a figure that may be hidden or not defined. */
function cellOf<Figure>(figure: Told<Figure | NotDefined> | undefined, make: (figure: Figure) => Cell): Cell {
  if (figure === hidden) return { kind: 'hidden' }
  if (figure === undefined) return none
  const known = figure as Figure | NotDefined
  if (isDefined(known)) return make(known)
  return known.notDefined === 'hidden' ? { kind: 'hidden' } : none
}

type Figure<Of> = Told<Of | NotDefined> | undefined

export const count = (value: Figure<number>): Cell => cellOf(value, (one) => ({ kind: 'count', value: one }))
export const number = (value: Figure<number>): Cell => cellOf(value, (one) => ({ kind: 'number', value: one }))
export const percent = (value: Figure<number>): Cell => cellOf(value, (one) => ({ kind: 'percent', value: one }))
export const change = (value: Figure<number>): Cell => cellOf(value, (one) => ({ kind: 'change', value: one }))
export const interval = (value: Figure<Interval>): Cell => cellOf(value, (one) => ({ kind: 'interval', value: one }))
export const changeInterval = (value: Figure<Interval>): Cell =>
  cellOf(value, (one) => ({ kind: 'changeInterval', value: one }))
export const probability = (value: Figure<number>): Cell => cellOf(value, (one) => ({ kind: 'p', value: one }))

/** How many of some, with their share in per cent; hidden where one of the two is. */
export function share(counted: Told<number>, percentage: Figure<number>): Cell {
  return counted === hidden
    ? { kind: 'hidden' }
    : cellOf(percentage, (one) => ({ kind: 'share', count: counted, share: one }))
}
