import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import type { Behind } from '../disclosure/behind.ts'
import type { PanelUnit } from '../panel/unit.ts'

/** Null where there is no value. */
export type Cell = string | number | null

/** A value that everybody was asked for, by unit, and why it is missing. */
export interface Answers {
  column: DescribedColumn
  wave: string
  values: readonly Cell[]
  reasons: readonly (string | null)[]
}

/** Those who answered, with what others can know of them, and what they answered. */
export interface Given {
  units: readonly PanelUnit[]
  behind: Behind
  /** What can be seen of each without any answer, beside what the register knows: in which waves it answered. */
  patterns: readonly string[]
  /** Whether a unit is a Kommune: its numbers are like figures that are published, and its inhabitants are known. */
  isKommune: boolean
  answers: readonly Answers[]
  /** So many at least share what can be known of them. */
  k: number
}
