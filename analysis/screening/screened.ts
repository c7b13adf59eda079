import type { PanelUnit } from '../panel/unit.ts'

/** A number that a wave asks for and that totals are published of. */
export interface ScreenedVariable {
  name: string
  /** Its question: what its items add up to is the total that a wrong value changes. */
  question: string
  /** By unit what it gave, and what it gave in the survey before. */
  now: readonly (number | undefined)[]
  before: readonly (number | undefined)[]
}

/** Something in the answers of a unit that does not fit. */
export interface Failed {
  /** The place of the unit. */
  unit: number
  check: string
  severity: 'error' | 'signal'
  message: string
  fields: readonly string[]
  /** Why it is so, as whoever answered says. */
  justified?: { reason: string; text: string }
}

/** All that a wave is looked at with. */
export interface Screened {
  units: readonly PanelUnit[]
  variables: readonly ScreenedVariable[]
  failed: readonly Failed[]
}

/** What a value is held against. */
export type Comparison =
  | { kind: 'change'; before: number; expected: number; distance: number }
  | { kind: 'similar'; expected: number; distance: number; group: string; count: number }

/** What speaks against a value, and how much: from 0, nothing, to 1. */
export type Clue = { suspicion: number } & (
  | Comparison
  | { kind: 'check'; check: string; message: string; justified: 'no' | 'alike' | 'own' }
)

/** A value to look at. */
export interface Suspect {
  /** The place of the unit. */
  unit: number
  variable: string
  value: number
  /** What would have been expected; undefined where nothing is there to expect it from. */
  expected: number | undefined
  /** From what, and what else speaks against it. */
  comparisons: readonly Comparison[]
  clues: readonly Clue[]
  suspicion: number
  /** By which share the published total changes if the expected value is the right one. */
  influence: number
  /** Suspicion × influence. */
  score: number
}
