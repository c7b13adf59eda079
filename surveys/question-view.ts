import type { Finding } from './finding.ts'
import type { Question } from './instrument.ts'
import { kindOf } from './kinds/index.ts'
import { runningSum, sumOf } from './relation.ts'
import { sumWords } from './sentences.ts'
import type { Answered, QuestionView, SumLine } from './view.ts'

/** What a template shows of a question: plain and complete, so that templates decide nothing. */
export function viewQuestion(question: Question, answered: Answered): QuestionView {
  const { raw } = answered
  const { notAvailable, comment } = question
  return {
    id: question.id,
    number: question.number,
    kind: question.kind,
    title: question.title,
    help: question.help ?? '',
    heading: question.heading ?? '',
    body: {
      ...kindOf(question.kind).view(question, question.definition, answered),
      parts: question.parts.map((part) => viewQuestion(part, answered)),
    },
    sums: sumLines(question, answered),
    notAvailable: notAvailable
      ? { name: notAvailable.name, label: notAvailable.label, checked: raw[notAvailable.name] === '1' }
      : null,
    comment: comment ? { name: comment.name, value: raw[comment.name] ?? '' } : null,
    findings: questionFindings(question, answered),
  }
}

/** What does not fit in a question, apart from what is said at a field of its own. */
export function questionFindings(question: Question, { findings }: Answered): QuestionView['findings'] {
  return findings.filter(
    ({ kind, questions, unfinished }) => !saidAtField.has(kind) && !unfinished && isAbout(question, questions[0]),
  )
}

/** What does not fit in a single field, and is said there. */
export function fieldFindings({ findings }: Answered): { field: string; message: string }[] {
  return findings
    .filter(({ kind }) => saidAtField.has(kind))
    .map(({ fields: [field = ''], message }) => ({ field, message }))
}

const saidAtField: ReadonlySet<Finding['kind']> = new Set(['unreadable', 'unit', 'gemeinden'])

/** Whether something is to be shown with a question: it is about the question or a part of it. */
const isAbout = ({ id, parts }: Question, about: string | undefined) =>
  id === about || parts.some((part) => part.id === about)

/** The running sums of a question. */
export function sumLines(question: Question, { instrument, cells }: Answered): SumLine[] {
  return (instrument.sums.get(question.id) ?? []).flatMap((check): SumLine[] => {
    if ('register' in check.right) return []
    const [targetField = ''] = 'variables' in check.right ? check.right.variables : []
    const right =
      'value' in check.right ? { known: check.right.value, blank: 0, missing: 0 } : sumOf(cells, [targetField])
    const target = right.blank + right.missing > 0 ? null : right.known
    const { left, outcome } = runningSum(check, cells, right)
    return [
      {
        check: check.id,
        fields: check.left,
        relation: check.relation,
        targetField,
        target,
        targetNumber: instrument.variable.get(targetField)?.number ?? '',
        tolerance: check.tolerance ?? 0,
        blankIsZero: check.blankIsZero === true,
        text: sumWords(check.relation, outcome, left.known, target),
        state: outcome,
      },
    ]
  })
}
