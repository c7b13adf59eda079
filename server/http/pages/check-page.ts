import type { Severity } from '../../../schemas/questionnaire.ts'
import type { Finding } from '../../../surveys/answer/finding.ts'
import { blanksOf } from '../../../surveys/answer/progress.ts'
import { type Justification, justifies } from '../../../surveys/answer/submission.ts'
import type { Instrument, Variable } from '../../../surveys/compile/instrument.ts'
import { typeOf } from '../../../surveys/types/index.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { CheckEntry, CheckPage } from '../../../views/page-data/form-pages.ts'
import type { TypedReason } from '../../domain/reasons.ts'
import { checkHref, type Place, receiptHref, sectionHref } from './addresses.ts'

interface CheckState {
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
  const order = [...instrument.questions.keys()]
  const placeOf = ({ questions }: Finding) => order.indexOf(questions[0] ?? '')
  const entries = (wanted: Severity) =>
    findings
      .filter(({ severity }) => severity === wanted)
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((finding) => ({ ...checkEntry(instrument, finding, state), values: valuesOf(finding) }))
  return {
    errors: entries('error'),
    signals: entries('signal'),
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

  /** What was answered. The question's number stands above it, unless there are several; ticks are told together. */
  function valuesOf({ fields, questions }: Finding): CheckEntry['values'] {
    const filled = fields
      .filter((name) => (raw[name] ?? '') !== '')
      .flatMap((name) => instrument.variable.get(name) ?? [])
    const labelOf = ({ number, label }: Variable) => (questions.length > 1 ? `${number}, ${label}` : label)
    const isTicked = ({ type }: Variable) => typeOf(type).measure === 'flag'
    const ticked = filled.filter(isTicked).map(labelOf)
    const others = filled.filter((variable) => !isTicked(variable))
    return [
      ...others.map((variable) => ({
        label: labelOf(variable),
        value: shownValue(cells.get(variable.name), variable),
      })),
      ...(ticked.length > 0 ? [{ label: 'Angekreuzt', value: ticked.join('\n') }] : []),
    ]
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
