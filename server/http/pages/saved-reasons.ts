import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import { findingView } from '../../../surveys/view/finding-view.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { AtWork } from '../../forms/at-work.ts'
import type { Outcome } from '../../forms/save.ts'
import { isFew, openOf } from './check-page.ts'
import { missingWords } from './check-words.ts'
import { savedTexts } from './saved-fields.ts'

/** What the script of the page where all is checked learns after a save: how each signal stands now, and what is missing. */
export function savedReasons({ form, visit }: AtWork, page: SubmittedPage, outcome: Outcome, answered: Answered) {
  const signals = answered.findings.filter(({ severity }) => severity === 'signal')
  const open = openOf(answered)
  return {
    ...savedTexts(visit, form.fields, page, outcome),
    problems: [],
    findings: {},
    sums: {},
    follows: {},
    standing: signals.map((finding) => findingView(finding, answered)),
    open: open.signals,
    missing: missingWords({ ...open, few: isFew(answered) }),
  }
}
