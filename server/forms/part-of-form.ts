import type { Check, Condition, Limits } from '../../surveys/checks/check.ts'
import { fieldsOf } from '../../surveys/checks/condition.ts'
import { checkKindOf } from '../../surveys/checks/index.ts'
import { limitsOf } from '../../surveys/checks/limits.ts'
import type { Instrument, Question } from '../../surveys/compile/instrument.ts'
import { partOfPlan } from '../../surveys/counting/counting-plan.ts'
import { type Form, makeForm } from './form.ts'

const parts = new WeakMap<Form, Map<string, Form>>()

/**
 * Some sections of a form as if there were no others: its fields, readers, checks and sums know nothing beyond them, so that whoever is
 * given this form alone can be shown nothing of the rest, and can write nothing there.
 */
export function partOfForm(form: Form, sections: readonly string[]): Form {
  const known = parts.get(form) ?? new Map<string, Form>()
  parts.set(form, known)
  const key = JSON.stringify([...sections].toSorted())
  const part = known.get(key) ?? makeForm(partOf(form.instrument, new Set(sections)), form.earlier)
  known.set(key, part)
  return part
}

/** All questions that a check looks at. */
export const questionsOfCheck = (check: Check, { variable }: Pick<Instrument, 'variable'>): string[] => [
  ...new Set([
    ...check.questions,
    ...checkKindOf(check.kind)
      .fields(check)
      .flatMap((name) => variable.get(name)?.question ?? []),
  ]),
]

function partOf(whole: Instrument, ids: ReadonlySet<string>): Instrument {
  const sections = whole.sections.filter(({ id }) => ids.has(id))
  const isOwn = ({ section }: Pick<Question, 'section'>) => ids.has(section)
  const questions = new Map([...whole.questions].filter(([, question]) => isOwn(question)))
  const has = ({ question }: { question: string }) => questions.has(question)
  const variable = new Map([...whole.variable].filter(([, one]) => has(one)))
  const knows = (names: readonly string[]) => names.every((name) => variable.has(name))
  const isWithin = (check: Check) => questionsOfCheck(check, whole).every((id) => questions.has(id))
  const checks = whole.checks.filter(isWithin)
  const within = new Set(checks.map(({ id }) => id))
  const decides = (conditions: readonly Condition[]) => conditions.every((one) => knows(fieldsOf(one)))
  const ofOwn = <Value>(all: ReadonlyMap<string, Value>) => new Map([...all].filter(([id]) => questions.has(id)))
  const limits: Limits = limitsOf(checks)
  const { counting, ...rest } = whole
  const plan = counting && partOfPlan(counting, variable)
  return {
    ...rest,
    ...(plan && { counting: plan }),
    sections,
    questions,
    variable,
    checks,
    limits,
    variables: whole.variables.filter(has),
    byName: whole.byName.filter(has),
    labels: new Map([...whole.labels].filter(([name]) => variable.has(name))),
    contactFields: whole.contactFields.filter((name) => variable.has(name)),
    reasonsOf: new Map([...whole.reasonsOf].filter(([check]) => within.has(check))),
    // What rules a question out from elsewhere would tell what was answered there.
    rules: whole.rules.filter(
      ({ if: conditions, fields, variable: own }) => decides(conditions) && knows([own, ...fields]),
    ),
    // Neither does it say what is asked only because of an answer there: it stays open, with its words beside it.
    filters: whole.filters.filter(
      ({ if: conditions, fields, variable: own }) => decides(conditions) && knows([own, ...fields]),
    ),
    rests: whole.rests.filter(({ fields, variable: own }) => knows([own, ...fields])),
    sums: new Map([...ofOwn(whole.sums)].map(([id, sums]) => [id, sums.filter(({ check }) => within.has(check.id))])),
    states: ofOwn(whole.states),
    terms: ofOwn(whole.terms),
    explained: ofOwn(whole.explained),
  }
}
