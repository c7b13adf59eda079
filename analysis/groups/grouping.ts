import type { Category } from '../panel/variable.ts'

/** A way to divide the units into groups that do not overlap. */
export interface Grouping {
  name: string
  label: string
  /** In the order in which they are shown. */
  groups: readonly Category[]
  /** By unit: the code of its group, '' where it has none. */
  of: readonly string[]
  /** Of every unit that was asked it is known to which group it belongs, whether it answered or not. */
  isOfKnownSize?: boolean
  /** How it came about, where that has to be said. */
  note?: string
}
