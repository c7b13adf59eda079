import type { Check } from '../checks/check.ts'
import { gaps } from '../checks/sentence.ts'
import type { Problem } from '../definition/problem.ts'
import type { Question, Section } from './instrument.ts'

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
  dates: { stichtag: string | undefined; frist: string },
  problems: Problem[],
): Texts {
  const fill = (text: string, path: string, later: readonly string[] = []): string =>
    text.replace(/\{([^}]*)\}/g, (gap, name: string) => {
      if (later.includes(name)) return gap
      const value = name.startsWith('F:') ? questions.get(name.slice(2))?.number : { ...dates }[name]
      if (value === undefined) problems.push({ path, message: `Für die Lücke ${gap} gibt es keinen Wert.` })
      return value ?? gap
    })
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
