import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import { fieldFindings, questionFindings, sumLines } from '../../../surveys/view/question-view.ts'
import type { QuestionView } from '../../../surveys/view/view.ts'
import { clockTime, whenSaved } from '../../domain/german-time.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { answerSection, concernedBy, type FormSection, unreadableFields } from '../../forms/form.ts'
import type { Outcome } from '../../forms/save.ts'

/** What the form's script learns after a save: all that may read differently now. */
export function savedFields(
  { form, visit, around }: AtWork,
  shown: FormSection,
  page: SubmittedPage,
  outcome: Outcome,
) {
  const { rev, savedAt, conflicts, foreign, raw } = outcome
  const fields = [...Object.keys(page.typed), ...foreign.map(({ field }) => field)]
  const concerned = concernedBy(form, shown, fields)
  const answered = answerSection(form, concerned, raw, around)
  const findings: Record<string, QuestionView['findings']> = {}
  const sums: Record<string, string> = {}
  for (const question of concerned.questions) {
    findings[question.id] = questionFindings(question, answered)
    for (const { check, text } of sumLines(question, answered)) sums[check] = text
  }
  return {
    rev,
    savedAt: savedAt === null ? '' : clockTime(savedAt),
    conflicts: conflicts.map(({ mine, theirs: { field, value, editor, savedAt } }) => ({
      name: field,
      mine,
      theirs: value,
      by: editor ?? '',
      at: whenSaved(savedAt, visit.now),
    })),
    changes: Object.fromEntries(
      foreign
        .filter(({ field }) => shown.fields.has(field) && !(field in page.typed))
        .map(({ field, value }) => [field, value]),
    ),
    kept: keptOtherwise(page, outcome),
    problems: namedProblems([...fieldFindings(answered), ...unreadableFields(shown, answered)]),
    findings,
    secondsLeft: visit.secondsLeft,
    sums,
  }
}

/** The texts that are kept in another form than they were sent in: lists of Kommunen are spelled out. */
function keptOtherwise({ typed }: SubmittedPage, { raw, conflicts }: Outcome): Record<string, string> {
  const undecided = new Set(conflicts.map(({ theirs }) => theirs.field))
  const kept = Object.keys(typed).map((name): [string, string] => [name, raw[name] ?? ''])
  return Object.fromEntries(kept.filter(([name, text]) => text !== typed[name] && !undecided.has(name)))
}

/** Problems as the script reads them. */
export const namedProblems = (problems: readonly { field: string; message: string; suggestion?: Suggestion }[]) =>
  problems.map(({ field, message, suggestion }) => ({ name: field, message, ...(suggestion && { suggestion }) }))

interface Suggestion {
  value: string
  label: string
}
