import type { Check } from '../checks/check.ts'
import { gaps } from '../checks/sentence.ts'
import type { Problem } from '../definition/problem.ts'
import { fillText, type GapValues } from './fill-text.ts'
import type { Question, Section } from './instrument.ts'

export const noValue = (path: string, gap: string): Problem => ({
  path,
  message: `Für die Lücke ${gap} gibt es keinen Wert.`,
})

interface Texts {
  introduction: string[]
  sections: Section[]
  checks: Check[]
}

/**
 * Fills the gaps of a definition's texts that are known before anybody answers: the printed numbers of questions and the
 * dates. Nobody types "laut F4", so no reference can go stale.
 */
export function fillGaps(
  texts: Texts,
  questions: ReadonlyMap<string, Question>,
  dates: GapValues['dates'],
  problems: Problem[],
): Texts {
  const fill = (text: string, path: string, later: readonly string[] = []): string => {
    const onMissing = (gap: string) => problems.push(noValue(path, gap))
    return fillText(text, { questions, dates }, onMissing, later)
  }
  const fillQuestion = (question: Question, path: string): void => {
    question.title = fill(question.title, `${path}/title`)
    if (question.help !== undefined) question.help = fill(question.help, `${path}/help`)
    for (const variable of question.variables) variable.label = fill(variable.label, path)
    for (const [index, part] of question.parts.entries()) fillQuestion(part, `${path}/parts/${index}`)
  }
  for (const [s, section] of texts.sections.entries()) {
    section.introduction = section.introduction.map((text, i) => fill(text, `/sections/${s}/introduction/${i}`))
    for (const [q, question] of section.questions.entries()) fillQuestion(question, `/sections/${s}/questions/${q}`)
  }
  for (const check of texts.checks) check.message = fill(check.message, `/checks (${check.id})/message`, gaps)
  return {
    introduction: texts.introduction.map((text, i) => fill(text, `/introduction/${i}`)),
    sections: texts.sections,
    checks: texts.checks,
  }
}
