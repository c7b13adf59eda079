import type { Problem } from './problem.ts'

export interface Checked {
  problems: (Problem & { file: string })[]
  /** A line for each file that is in order. */
  checked: string[]
}
