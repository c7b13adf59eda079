import { obstacles } from '../../../surveys/answer/justification.ts'
import { progressOf } from '../../../surveys/answer/progress.ts'
import { sectionState } from '../../../surveys/answer/section-state.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { Visitor } from '../../../views/page-data/form-pages.ts'
import type { Pages } from '../../../views/page-data/pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { DelegateVisit } from '../../store/delegate-visit.ts'
import { doneHref, sectionHref } from './addresses.ts'
import { filledWords } from './filled-words.ts'
import { numberRange } from './number-range.ts'

/** What a colleague is asked for, and how far she is. */
export function delegatedPage(
  { instrument, raw, cells, findings }: Answered,
  visit: DelegateVisit,
  { unit }: Visitor,
  contact: Contact,
  notice: string,
): Pages['delegated'] {
  const open = obstacles(findings, raw, instrument)
  return {
    askedBy: visit.askedBy ?? unit.name,
    said: visit.said,
    sections: instrument.sections.map(({ id, title, questions }) => {
      const progress = progressOf(questions, cells)
      return {
        href: sectionHref(visit, id),
        title,
        numbers: numberRange(questions),
        filled: progress.total === 0 ? '' : filledWords(progress),
        state: sectionState({ id, questions }, raw, cells, open),
      }
    }),
    done: visit.doneAt === null ? '' : whenSaved(visit.doneAt, visit.now),
    doneAction: doneHref(visit),
    notice,
    contact,
  }
}
