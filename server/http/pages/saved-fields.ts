import { isShut } from '../../../surveys/answer/shut.ts'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import type { Question } from '../../../surveys/compile/instrument.ts'
import type { Suggestion } from '../../../surveys/reading/suggestion.ts'
import { askedView } from '../../../surveys/view/asked-view.ts'
import { followsIn } from '../../../surveys/view/follows.ts'
import { fieldFindings, questionFindings, sumLines } from '../../../surveys/view/question-view.ts'
import type { Answered, QuestionView } from '../../../surveys/view/view.ts'
import { clockTime, whenSaved } from '../../domain/german-time.ts'
import { answeredSection } from '../../forms/answered.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { concernedBy, type FormSection, unreadableFields } from '../../forms/form.ts'
import type { Outcome } from '../../forms/save.ts'
import type { Visit } from '../../store/visit.ts'
import { cleanedNotice } from './cleaned-notice.ts'

/** What the form's script learns after a save: all that may read differently now. */
export function savedFields(atWork: AtWork, shown: FormSection, page: SubmittedPage, outcome: Outcome) {
  const { form, visit, whole } = atWork
  const { foreign, raw } = outcome
  const fields = [...Object.keys(page.typed), ...foreign.map(({ field }) => field)]
  // What other sections make of an answer may be said at any question of this one.
  const concerned =
    whole === undefined
      ? concernedBy(form, shown, fields)
      : { questions: shown.section.questions, checks: shown.checks }
  const answered = answeredSection({ ...atWork, asked: undefined }, concerned, raw)
  const findings: Record<string, QuestionView['findings']> = {}
  const sums: Record<string, string> = {}
  const follows: Record<string, string> = {}
  for (const question of concerned.questions) {
    findings[question.id] = questionFindings(question, answered)
    for (const one of [question, ...question.parts]) {
      const sentence = followsIn(one, answered.cells)
      if (sentence !== null) follows[one.id] = sentence
    }
    for (const { check, text } of sumLines(question, answered)) sums[check] = text
  }
  return {
    ...savedTexts(visit, shown.fields, page, outcome),
    problems: namedProblems([...fieldFindings(answered), ...unreadableFields(shown, answered)]),
    findings,
    sums,
    follows,
    ...askedNow(concerned.questions, answered),
  }
}

/** What is asked now, where that is not always the same. */
function askedNow(questions: readonly Question[], answered: Answered) {
  const items = questions.flatMap(({ variables }) =>
    variables.flatMap(({ name, asked }) => (asked === undefined ? [] : [[name, isShut(asked, answered.cells)]])),
  )
  const views = questions.flatMap((question) => {
    const view = askedView(question, answered)
    return view === null ? [] : [[question.id, view.closed]]
  })
  if (items.length + views.length === 0) return {}
  return { asked: { questions: Object.fromEntries(views), items: Object.fromEntries(items) } }
}

/** What became of the texts themselves: on any page, of its own fields. */
export function savedTexts(
  visit: Visit,
  shown: { has(field: string): boolean },
  page: SubmittedPage,
  outcome: Outcome,
) {
  const { rev, savedAt, conflicts, foreign, added } = outcome
  const written = [...Object.entries(added), ...foreign.map(({ field, value }): [string, string] => [field, value])]
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
    changes: Object.fromEntries(written.filter(([field]) => shown.has(field) && !(field in page.typed))),
    kept: keptOtherwise(page, outcome),
    notice: cleanedNotice(page.cleaned),
    secondsLeft: visit.secondsLeft,
  }
}

/** The texts that are kept in another form than they were sent in: lists of Kommunen are spelled out, some characters cannot be kept. */
function keptOtherwise({ typed, cleaned }: SubmittedPage, { raw, conflicts }: Outcome): Record<string, string> {
  const undecided = new Set(conflicts.map(({ theirs }) => theirs.field))
  const kept = Object.keys(typed).map((name): [string, string] => [name, raw[name] ?? ''])
  const changed = new Set(cleaned.map(({ name }) => name))
  const isOther = ([name, text]: [string, string]) => text !== typed[name] || changed.has(name)
  return Object.fromEntries(kept.filter((one) => isOther(one) && !undecided.has(one[0])))
}

/** Problems as the script reads them. */
export const namedProblems = (
  problems: readonly { field: string; message: string; suggestions?: readonly Suggestion[] }[],
) => problems.map(({ field, message, suggestions = [] }) => ({ name: field, message, suggestions }))
