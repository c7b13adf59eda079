import type { EquivalenceTest } from '../stats/equivalence-test.ts'
import type { Interval } from '../stats/interval.ts'
import type { MissingShift } from '../stats/missing-shift.ts'
import type { NotDefined } from '../stats/not-defined.ts'

/** What somebody takes for granted, to see what would follow. */
export interface Assumed {
  /** The smallest change that matters. */
  relevant?: number | undefined
  /** By how much more those who are missing changed. */
  missingBy?: number | undefined
}

/** How often a change that is there is to be found. */
export const power = 0.8

/** What follows from figures that are told, and from what is taken for granted. */
export interface Assumptions {
  /** The smallest change that would have been found; of the change that is shown. */
  detectable?: number | NotDefined
  equivalence?: EquivalenceTest | NotDefined
  missing?: MissingAssumed
}

/** What those who are no pair could make of it; only where it is known how many were asked. */
export interface MissingAssumed {
  /** How many were asked and are no pair, and of how many. */
  n: number
  of: number
  /** By how much more the missing would have changed if nothing changed over all. */
  zeroAt?: number
  /** Beyond these the interval of all would no longer hold 0, or hold it; by what it does now. */
  turnsAt?: { holdsZero: boolean; at: Interval } | NotDefined
  shifted?: { by: number } & (MissingShift | { estimate: number; interval: NotDefined })
  /** Of shares, between which limits they lie whatever the missing did, in per cent; and the change in percentage points. */
  bounds?: Bounds[]
}

export interface Bounds {
  /** Of a category, or '' where the variable is a share itself. */
  code: string
  label: string
  before: Interval
  after: Interval
  change: Interval
}
