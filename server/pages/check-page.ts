import type { Finding } from '../../surveys/finding.ts'
import type { Instrument } from '../../surveys/instrument.ts'
import { blanksOf } from '../../surveys/progress.ts'
import { shownValue } from '../../surveys/shown.ts'
import { type Justification, justifies } from '../../surveys/submission.ts'
import type { Answered } from '../../surveys/view.ts'
import type { CheckEntry, CheckPage } from '../../views/pages.ts'
import type { TypedReason } from '../domain/reasons.ts'
import { checkHref, type Place, receiptHref, sectionHref } from './addresses.ts'

export interface CheckState {
  place: Place
  rev: number
  justifications: readonly Justification[]
  typed: ReadonlyMap<string, TypedReason>
  /** The receipt of the newest submission, where it holds the same answers. */
  submitted: string | null
  notice: string
}

/** Every error, signal and blank of a form in one list. */
export function checkPage({ instrument, raw, cells, findings }: Answered, state: CheckState): CheckPage {
  const entry = (finding: Finding) => checkEntry(instrument, finding, state)
  return {
    errors: findings
      .filter(({ severity }) => severity === 'error')
      .map((finding) => ({ ...entry(finding), values: valuesOf(finding) })),
    signals: findings
      .filter(({ severity }) => severity === 'signal')
      .map((finding) => ({ ...entry(finding), values: valuesOf(finding) })),
    blanks: instrument.sections.flatMap(({ questions }) =>
      questions.flatMap((question) => {
        const labels = blanksOf(question, cells)
        if (labels.length === 0) return []
        const href = `${sectionHref(state.place, question.section)}#frage-${question.id}`
        return [{ number: question.number, title: question.title, href, count: labels.length, labels }]
      }),
    ),
    reasons: instrument.reasons,
    rev: state.rev,
    action: checkHref(state.place),
    submitted:
      state.submitted === null ? null : { href: receiptHref(state.place, state.submitted), number: state.submitted },
    notice: state.notice,
  }

  function valuesOf({ fields }: Finding) {
    return fields
      .filter((name) => (raw[name] ?? '') !== '')
      .flatMap((name) => {
        const variable = instrument.variable.get(name)
        if (variable === undefined) return []
        return [{ label: `${variable.number}, ${variable.label}`, value: shownValue(cells.get(name), variable) }]
      })
  }
}

function checkEntry(
  instrument: Instrument,
  finding: Finding,
  { place, justifications, typed }: CheckState,
): Omit<CheckEntry, 'values'> {
  const given = justifications.find(({ check }) => check === finding.check)
  const justified = given !== undefined && justifies(given, finding)
  const again = typed.get(finding.check)
  const question = instrument.questions.get(finding.questions[0] ?? '')
  const numbers = finding.questions.map((id) => instrument.questions.get(id)?.number ?? '')
  return {
    check: finding.check,
    numbers: [...new Set(numbers)].join(', '),
    message: finding.message,
    href: `${sectionHref(place, question?.section ?? '')}#${finding.fields[0] ?? ''}`,
    justified,
    reason: again?.reason ?? given?.reason ?? '',
    text: again?.text ?? given?.text ?? '',
    error: again?.error ?? '',
    lapsed:
      given !== undefined && !justified
        ? 'Ihre Begründung galt für andere Zahlen. Bitte prüfen Sie, ob sie noch stimmt.'
        : '',
  }
}
