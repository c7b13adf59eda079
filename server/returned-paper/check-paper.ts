import { reasonField, textField } from '../../surveys/answer/draft-fields.ts'
import type { Finding } from '../../surveys/answer/finding.ts'
import { obstacles } from '../../surveys/answer/justification.ts'
import type { Answered } from '../../surveys/view/view.ts'
import { type CheckedResponse, checkResponse } from '../form-file/responses/check-response.ts'
import type { AtWork } from '../forms/at-work.ts'
import type { NewestSubmission } from '../store/submissions.ts'

/** What is said to a signal that nobody can be asked about while typing. */
export const onPaper = 'so auf dem Papier'

export interface CheckedPaper extends CheckedResponse {
  /** What the checks say that stays open. */
  signals: Finding[]
}

/** Looks at what stands on a paper as the form would. What is only a signal is no obstacle: it is so on the paper. */
export function checkPaper(
  atWork: AtWork,
  texts: Readonly<Record<string, string>>,
  newest: NewestSubmission | undefined,
): CheckedPaper {
  const { unit } = atWork.visit
  const check = (more: Readonly<Record<string, string>>, submit: boolean) => {
    const cells = Object.entries({ ...texts, ...more }).map(([column, text]) => [column, { column, text }] as const)
    const row = { line: 1, unit, cells: new Map(cells) }
    return checkResponse(atWork, row, newest, { unitColumn: '', submit, from: 'auf dem Papier' })
  }
  const { known } = check({}, false)
  const signals = obstacles(known.findings, known.raw, known.instrument).filter(({ severity }) => severity === 'signal')
  const reasons = signals.flatMap((one) => reasonOnPaper(one.check, known))
  return { ...check(Object.fromEntries(reasons), true), signals }
}

/** The reason that says least, with the words that say where it comes from. */
function reasonOnPaper(check: string, { instrument: { reasonsOf } }: Answered): [string, string][] {
  const offered = reasonsOf.get(check) ?? []
  const { code } = offered.find((one) => one.code === 'sonstiges') ?? offered.at(-1) ?? {}
  return code === undefined
    ? []
    : [
        [reasonField(check), code],
        [textField(check), onPaper],
      ]
}
