import { obstacles } from '../../../surveys/answer/justification.ts'
import { progressOf } from '../../../surveys/answer/progress.ts'
import { type SectionState, sectionState } from '../../../surveys/answer/section-state.ts'
import type { Section } from '../../../surveys/compile/instrument.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { Visit } from '../../store/visit.ts'
import { sectionHref } from './addresses.ts'
import { filledWords } from './filled-words.ts'
import { numberRange } from './number-range.ts'

interface SectionEntry {
  href: string
  title: string
  numbers: string
  filled: string
  state: SectionState
}

/** A section in the list of those of a form, and how far it is. */
export function sectionEntry(
  { instrument, raw, cells, findings }: Answered,
  visit: Pick<Visit, 'wave' | 'unit'>,
): (section: Section) => SectionEntry {
  const open = obstacles(findings, raw, instrument)
  return (section) => {
    const { id, title, questions } = section
    const progress = progressOf(questions, cells)
    return {
      href: sectionHref(visit, id),
      title,
      numbers: numberRange(questions),
      filled: progress.total === 0 ? '' : filledWords(progress),
      state: sectionState(section, raw, cells, open),
    }
  }
}
