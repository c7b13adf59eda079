import type { SurveyLabels } from '../../schemas/labels.ts'
import type { Question, Variable, VariableLabel } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'

interface Labelled {
  questions: ReadonlyMap<string, Question>
  variables: readonly Variable[]
}

/** The labels of all variables of a survey, by name: what is given beside the definition, else what follows from it. */
export function variableLabels(
  { questions, variables }: Labelled,
  { counted = '', populations = [], variables: own = {} }: Partial<SurveyLabels> = {},
): Map<string, VariableLabel> {
  const people = new Map(populations.flatMap(({ label, questions: ids }) => ids.map((id) => [id, label])))
  return new Map(
    variables.map((variable) => {
      const { label, unit } = own[variable.name] ?? {}
      return [
        variable.name,
        {
          label: label ?? labelOf(variable, questions.get(variable.question), people.get(variable.question)),
          unit: unit ?? unitOf(variable, counted),
        },
      ]
    }),
  )
}

/** `Zielpersonen aus Syrien`; what is asked alone has its printed label; the rest is told with the question above it. */
function labelOf({ label, role }: Variable, question: Question | undefined, people: string | undefined): string {
  if (role === 'derived' && question?.definition.kind !== 'shares') return label
  if (people !== undefined && (role === 'item' || role === 'unknown')) return `${people} ${label}`
  const items = question?.variables.filter((one) => one.role === 'item') ?? []
  return role === 'item' && items.length === 1 ? label : `${question?.title ?? ''} – ${label}`
}

function unitOf({ type }: Variable, counted: string): string {
  const { measure, unit, column } = typeOf(type)
  if (unit === '%') return 'Prozent'
  return measure === 'number' && column.type === 'integer' ? counted : ''
}
