import type { Condition as Definition } from '../../schemas/questionnaire.ts'
import type { Condition, Options } from './check.ts'
import { type Known, resolveAll } from './references.ts'
import { compileKnown, compileTerms } from './terms.ts'

type Relation = { relation: 'equal' | 'atMost' | 'atLeast'; not: boolean }

const relations: Record<Extract<Definition, { relation: unknown }>['relation'], Relation> = {
  equal: { relation: 'equal', not: false },
  atMost: { relation: 'atMost', not: false },
  atLeast: { relation: 'atLeast', not: false },
  moreThan: { relation: 'atMost', not: true },
  lessThan: { relation: 'atLeast', not: true },
}

/** A condition of a definition; what is wrong with it goes to the problems. */
export function compileCondition(definition: Definition, path: string, known: Known): Condition {
  if ('numbers' in definition) {
    const left = resolveAll(definition.numbers, `${path}/numbers`, known)
    const right = compileTerms(definition.right, `${path}/right`, known)
    return { of: 'numbers', left, ...relations[definition.relation], right }
  }
  if ('known' in definition)
    return { of: 'numbers', left: [], ...relations[definition.relation], right: compileKnown(definition, path, known) }
  if ('blank' in definition) return { of: 'blank', fields: answerFields(definition.blank, `${path}/blank`, known) }
  if ('answered' in definition)
    return { of: 'answered', fields: answerFields(definition.answered, `${path}/answered`, known) }
  const { chosen } = definition
  const [how, codes] =
    'any' in definition
      ? (['any', definition.any] as const)
      : 'none' in definition
        ? (['none', definition.none] as const)
        : (['all', definition.all] as const)
  if (typeof chosen === 'string') {
    const { options, ...counting } = chosenOptions(chosen, codes, path, known)
    return { of: 'chosen', how, fields: options, ...counting }
  }
  return { of: 'lastChosen', how, ...chosenOptions(chosen.last, codes, `${path}/chosen/last`, known) }
}

/** The fields of a list of options and those that count, or the variable that holds one code. */
function chosenOptions(
  chosen: string,
  codes: readonly string[],
  path: string,
  known: Known,
): { options: string[] } & Omit<Options, 'how'> {
  const options = known.questions.get(chosen)?.variables.filter(({ role }) => role === 'option') ?? []
  const variable = known.variables.find(({ name }) => name === chosen)
  if (options.length === 0 && variable?.options === undefined)
    known.problems.push({ path, message: noOptions(chosen, known) })
  else {
    const has = (code: string) =>
      options.some(({ name }) => name === `${chosen}_${code}`) || variable?.options?.some((one) => one.code === code)
    for (const code of codes.filter((one) => !has(one)))
      known.problems.push({ path, message: `„${chosen}“ hat keine Antwort „${code}“.` })
  }
  if (options.length === 0) return { options: [chosen], wanted: [chosen], codes: [...codes] }
  return { options: options.map(({ name }) => name), wanted: codes.map((code) => `${chosen}_${code}`) }
}

const noOptions = (name: string, { questions, variables }: Known): string =>
  questions.has(name) || variables.some((one) => one.name === name)
    ? `„${name}“ hat keine Antworten, von denen man eine wählt.`
    : `Eine Frage oder Variable „${name}“ gibt es nicht.`

/** The fields of a question in which an answer can stand, or the variable itself. */
export function answerFields(name: string, path: string, { questions, variables, problems }: Known): string[] {
  const question = questions.get(name)
  const fields = (question?.variables ?? variables.filter((one) => one.name === name))
    .filter(({ role }) => role !== 'comment' && role !== 'notAvailable' && role !== 'other')
    .map((one) => one.name)
  if (fields.length === 0) problems.push({ path, message: `Eine Frage oder Variable „${name}“ gibt es nicht.` })
  return fields
}
