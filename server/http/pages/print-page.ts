import { sectionAsked } from '../../../surveys/view/asked-view.ts'
import { viewQuestion } from '../../../surveys/view/question-view.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { PrintPage } from '../../../views/page-data/form-pages.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import type { Visit } from '../../store/visit.ts'
import { paperHref } from './addresses.ts'

/** All questions of a form with their answers, on one page. */
export function printPage(answered: Answered, visit: Visit): PrintPage {
  return {
    sections: printedSections(answered),
    saved: visit.savedAt === null ? '' : dayAndTime(visit.savedAt),
    paperHref: paperHref(visit, 'stand'),
  }
}

/** All questions as they are printed, on the page and on paper. */
export function printedSections(answered: Answered): PrintPage['sections'] {
  return answered.instrument.sections.map((section) => ({
    title: section.title,
    introduction: section.introduction,
    ...sectionAsked(section, answered.cells),
    questions: section.questions.map((question) => viewQuestion(question, answered)),
  }))
}
