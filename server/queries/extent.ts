import type { Check } from '../../surveys/checks/check.ts'
import { checkKindOf } from '../../surveys/checks/index.ts'
import type { Instrument, Question } from '../../surveys/compile/instrument.ts'
import type { About } from './about.ts'

/** What can be changed to answer a Rückfrage, and which checks look at it. */
export interface Extent {
  fields: string[]
  checks: string[]
}

/** Kinds whose fields can be changed one by one; of the others one answer says nothing without those beside it. */
const inRows: ReadonlySet<Question['kind']> = new Set(['counts', 'shares', 'matrix'])

/** Undefined where the questionnaire has no such thing, or nothing in it that could be changed. */
export function extentOf({ kind, name }: About, instrument: Instrument): Extent | undefined {
  const check = kind === 'check' ? instrument.checks.find(({ id }) => id === name) : undefined
  const found =
    kind === 'question'
      ? fieldsOfQuestion(instrument.questions.get(name))
      : (kind === 'field' ? [name] : check === undefined ? [] : fieldsOf(check)).flatMap((one) =>
          aroundField(one, instrument),
        )
  const fields = [...new Set(found)]
  if (fields.length === 0) return undefined
  const checks = instrument.checks.filter(
    (one) => one === check || fieldsOf(one).some((field) => fields.includes(field)),
  )
  return { fields, checks: checks.map(({ id }) => id) }
}

const fieldsOf = (check: Check): readonly string[] => checkKindOf(check.kind).fields(check)

function fieldsOfQuestion(question: Question | undefined): string[] {
  return (question?.variables ?? []).filter(({ role }) => role !== 'derived').map(({ name }) => name)
}

/** A field with the text that names it and the comment of its question. */
function aroundField(name: string, instrument: Instrument): string[] {
  const variable = instrument.variable.get(name)
  const question = instrument.questions.get(variable?.question ?? '')
  if (variable === undefined || question === undefined || variable.role === 'derived') return []
  if (!inRows.has(question.kind)) return fieldsOfQuestion(question)
  const beside = [name, `${name}_text`, question.comment?.name]
  return question.variables.map((one) => one.name).filter((one) => beside.includes(one))
}
