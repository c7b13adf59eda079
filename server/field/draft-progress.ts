import type { Raw } from '../../surveys/answer/cells.ts'
import { type Finding, findingsOf } from '../../surveys/answer/finding.ts'
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
  /** The same, where all of a section counts that somebody has said to be done. */
  settled: number
  /** The titles of the sections that ask for something more. */
  open: string[]
  /** The id of the first of them, or ''. */
  firstOpen: string
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
  const needed = instrument.filters.some(({ beyond }) => beyond)
  const cells = readCells(instrument, raw, needed ? await around() : undefined)
  const { filled, total } = progressOf(
    sections.flatMap(({ questions }) => questions),
    cells,
  )
  const openWith = (open: readonly Finding[]) =>
    sections.filter((section) => !isComplete(sectionState(section, raw, cells, open)))
  const unfilled = openWith([])
  const settled = total - missingOf(unfilled.map(({ questions }) => progressOf(questions, cells)))
  const isFilled = unfilled.length === 0
  const left = isFilled
    ? openWith(obstacles(findingsOf(instrument, raw, cells, await around()), raw, instrument))
    : unfilled
  return { filled, total, settled, open: left.map(({ title }) => title), firstOpen: left[0]?.id ?? '' }
}

/** How many fields of some sections are not filled. */
const missingOf = (parts: readonly { filled: number; total: number }[]): number =>
  parts.reduce((before, { filled, total }) => before + total - filled, 0)
