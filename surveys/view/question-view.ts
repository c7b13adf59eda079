import type { Cells } from '../answer/cells.ts'
import type { Finding } from '../answer/finding.ts'
import { runningSum, targetSum } from '../answer/running-sum.ts'
import type { Question, ShownSum } from '../compile/instrument.ts'
import { bodyOf } from '../kinds/index.ts'
import { askedView } from './asked-view.ts'
import { type FindingView, findingView } from './finding-view.ts'
import { followsIn } from './follows.ts'
import { lastAnswer } from './last-answer.ts'
import type { Answered, QuestionView, SumLine } from './view.ts'

/**
 * What a template shows of a question: plain and complete, so that templates decide nothing. One literal, since spreading an
 * object into another takes V8 longer than all that the template does. The module of a kind makes the body of that kind.
 */
export function viewQuestion(question: Question, answered: Answered): QuestionView {
  const { raw } = answered
  const { notAvailable, comment } = question
  return {
    kind: question.kind,
    body: bodyOf(question, answered, (part) => viewQuestion(part, answered)),
    id: question.id,
    number: question.number,
    title: question.title,
    help: question.help ?? '',
    heading: question.heading ?? '',
    sums: sumLines(question, answered),
    states: answered.instrument.states.get(question.id) ?? null,
    terms: answered.instrument.explained.get(question.id) ?? [],
    notAvailable: notAvailable
      ? { name: notAvailable.name, label: notAvailable.label, checked: raw[notAvailable.name] === '1' }
      : null,
    comment: comment ? { name: comment.name, value: raw[comment.name] ?? '' } : null,
    asked: askedView(question, answered),
    follows: followsIn(question, answered.cells),
    last: lastAnswer(question, answered),
    findings: questionFindings(question, answered),
  } as QuestionView
}

/** What does not fit in a question, apart from what is said at a field of its own. */
export function questionFindings(question: Question, answered: Answered): FindingView[] {
  return answered.findings
    .filter(
      ({ kind, questions, unfinished }) => !saidAtField.has(kind) && !unfinished && isAbout(question, questions[0]),
    )
    .map((finding) => findingView(finding, answered))
}

interface FieldFinding extends Pick<Finding, 'message' | 'suggestions'> {
  field: string
}

/** What does not fit in a single field, and is said there. */
export function fieldFindings({ findings }: Answered): FieldFinding[] {
  return findings
    .filter(({ kind }) => saidAtField.has(kind))
    .map(({ fields: [field = ''], message, suggestions }) => ({ field, message, ...(suggestions && { suggestions }) }))
}

const saidAtField: ReadonlySet<Finding['kind']> = new Set(['unreadable', 'unit', 'gemeinden'])

/** Whether something is to be shown with a question: it is about the question or a part of it. */
const isAbout = ({ id, parts }: Question, about: string | undefined) =>
  id === about || parts.some((part) => part.id === about)

/** The running sums of a question. */
export function sumLines(question: Question, { instrument, cells }: Answered): SumLine[] {
  return instrument.sums.get(question.id)?.map((sum) => sumLine(sum, cells)) ?? []
}

function sumLine({ check, fields, targetField, targetNumber }: ShownSum, cells: Cells): SumLine {
  const right =
    'value' in check.right ? { known: check.right.value, blank: 0, missing: 0 } : targetSum(cells, targetField)
  const { target, text, state } = runningSum(check, cells, right)
  return {
    check: check.id,
    fields,
    relation: check.relation,
    targetField,
    target,
    targetNumber,
    tolerance: check.tolerance ?? 0,
    blankIsZero: check.blankIsZero === true,
    text,
    state,
  }
}
