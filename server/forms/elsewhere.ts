import type { Raw } from '../../surveys/answer/cells.ts'
import { applyChecks, type Finding } from '../../surveys/answer/finding.ts'
import { givenReason } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Check } from '../../surveys/checks/check.ts'
import type { Form } from './form.ts'
import { questionsOfCheck } from './part-of-form.ts'

/** The whole form behind a part of it: what somebody may not see, and what they write is held against. */
export interface Whole {
  form: Form
  texts: Raw
  around: Surroundings
}

/**
 * What does not fit between the sections of a part and others: it names the questions there and none of their numbers, and nothing can
 * be said to it here. What was justified by whoever answers for the whole is settled.
 */
export function findingsElsewhere({ form, texts, around }: Whole, part: Form, raw: Raw): Finding[] {
  const { instrument } = form
  const own = part.instrument.questions
  const reachesOut = (check: Check) => own.has(check.questions[0] ?? '') && !part.instrument.checks.includes(check)
  const crossing = instrument.checks.filter(reachesOut)
  if (crossing.length === 0) return []
  const all = { ...texts, ...raw }
  const found = applyChecks(crossing, { instrument, raw: all, cells: readCells(instrument, all, around), around })
  const said = new Set<string>()
  return found.flatMap((finding) => {
    const isSettled = finding.severity === 'signal' && givenReason(finding, all, instrument).state === 'holds'
    const check = crossing.find(({ id }) => id === finding.check)
    if (finding.unfinished || isSettled || check === undefined) return []
    const [question = ''] = finding.questions
    const message = sentence(
      questionsOfCheck(check, instrument).filter((id) => !own.has(id)),
      form,
    )
    if (said.has(`${question} ${message}`)) return []
    said.add(`${question} ${message}`)
    const { check: id, severity, kind } = finding
    return [
      { check: id, severity, kind, questions: [question], fields: [], values: {}, message, elsewhere: true as const },
    ]
  })
}

function sentence(ids: readonly string[], { instrument }: Form): string {
  const named = ids.flatMap((id) => {
    const question = instrument.questions.get(id)
    return question === undefined ? [] : [`${question.number} („${question.title}“)`]
  })
  const [last = '', ...before] = named.toReversed()
  const all = before.length === 0 ? last : `${before.toReversed().join(', ')} und ${last}`
  return (
    `Ihre Angaben passen nicht zu ${all} in einem anderen Abschnitt. ` +
    'Bitte prüfen Sie sie, und sprechen Sie sich mit der Person ab, die Sie um Mithilfe gebeten hat.'
  )
}
