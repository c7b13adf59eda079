import type { Raw } from '../../surveys/answer/cells.ts'
import { findingsOf } from '../../surveys/answer/finding.ts'
import { obstacles } from '../../surveys/answer/justification.ts'
import { progressOf } from '../../surveys/answer/progress.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { isComplete, sectionState } from '../../surveys/answer/section-state.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Form } from '../forms/form.ts'

/** How far a draft is, as its overview counts it. */
export interface DraftProgress {
  filled: number
  total: number
  /** Every section asks for nothing more. */
  isComplete: boolean
}

/**
 * How far a draft is. What does not fit is only looked for where all else is done: to hold answers against the last wave takes
 * longer than all the counting.
 */
export async function draftProgress(
  { instrument }: Form,
  raw: Raw,
  around: () => Promise<Surroundings>,
): Promise<DraftProgress> {
  const { sections } = instrument
  const cells = readCells(instrument, raw)
  const { filled, total } = progressOf(
    sections.flatMap(({ questions }) => questions),
    cells,
  )
  if (!sections.every((section) => isComplete(sectionState(section, raw, cells, []))))
    return { filled, total, isComplete: false }
  const open = obstacles(findingsOf(instrument, raw, cells, await around()), raw, instrument)
  return { filled, total, isComplete: sections.every((one) => isComplete(sectionState(one, raw, cells, open))) }
}
