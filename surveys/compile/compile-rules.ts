import type { Questionnaire, RuledOut } from '../../schemas/questionnaire.ts'
import { answerFields, compileCondition } from '../checks/compile-condition.ts'
import { asksBeyond } from '../checks/condition.ts'
import type { Known } from '../checks/references.ts'
import type { Question, Rule, Variable } from './instrument.ts'

/** What rules questions out; each variable that can be ruled out learns by what. */
export function compileRules({ notApplicable = [] }: Questionnaire, known: Known): Rule[] {
  return notApplicable.map((rule, index) => {
    const path = `/notApplicable/${index}`
    const conditions = rule.if.map((one, at) => compileCondition(one, `${path}/if/${at}`, known))
    if (conditions.some(asksBeyond))
      known.problems.push({
        path: `${path}/if`,
        message: 'Was nicht zutrifft, folgt nur aus Antworten dieses Fragebogens.',
      })
    const fields = rule.questions.flatMap((id, at) =>
      withNames(answerFields(id, `${path}/questions/${at}`, known), known),
    )
    for (const variable of known.variables)
      if (fields.includes(variable.name)) variable.ruledOutBy = [...(variable.ruledOutBy ?? []), rule.id]
    return { variable: rule.id, if: conditions, fields }
  })
}

/** What is ruled out is ruled out with the text fields in which it would be named. */
const withNames = (names: readonly string[], { variables }: Known) => {
  const fields = new Set(names)
  const questions = new Set(variables.flatMap(({ name, question }) => (fields.has(name) ? [question] : [])))
  const others = variables.filter(({ role, question }) => role === 'other' && questions.has(question))
  return [...names, ...others.map(({ name }) => name)]
}

/** The variable of a rule: it belongs to the question whose answer decides. */
export function ruleVariable({ id, label, if: [first] }: RuledOut, questions: ReadonlyMap<string, Question>): Variable {
  const decides = decidingName(first)
  const question = [...questions.values()].find(
    (one) => one.id === decides || one.variables.some(({ name }) => name === decides),
  )
  const place = { question: question?.id ?? '', number: question?.number ?? '' }
  return { name: id, type: 'flag', role: 'derived', label, ...place, contact: false }
}

function decidingName(condition: RuledOut['if'][0]): string {
  if ('numbers' in condition) {
    const [first] = condition.numbers
    return 'variable' in first ? first.variable : first.question
  }
  if ('known' in condition) return ''
  if ('blank' in condition) return condition.blank
  if ('answered' in condition) return condition.answered
  return typeof condition.chosen === 'string' ? condition.chosen : ''
}
