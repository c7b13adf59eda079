import type { CompareCheck as CompareDefinition } from '../../schemas/questionnaire.ts'
import type { CompareCheck, Right } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { questionsOf, resolveAll } from './references.ts'
import { relation } from './relation.ts'

/** A number, or the sum of some, against another one, or against what the register knows. */
export const compare: WrittenKind<CompareDefinition, CompareCheck> = {
  ...relation,
  compile({ id, kind, severity, left: references, relation, right: against, message }, path, known) {
    const left = resolveAll(references, `${path}/left`, known)
    const right: Right = 'register' in against ? against : { variables: resolveAll(against, `${path}/right`, known) }
    const questions = questionsOf([...left, ...('variables' in right ? right.variables : [])], known)
    return [{ id, kind, severity, questions, message, left, relation, right }]
  },
}
