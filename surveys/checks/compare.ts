import type { CompareCheck as CompareDefinition } from '../../schemas/questionnaire.ts'
import type { CompareCheck } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { questionsOf, resolveAll } from './references.ts'
import { relation } from './relation.ts'
import { compileTerms, variablesOf } from './terms.ts'

/** A number, or the sum of some, against what adds up on the other side. */
export const compare: WrittenKind<CompareDefinition, CompareCheck> = {
  ...relation,
  compile({ id, kind, severity, left: references, relation, right: against, tolerance, message }, path, known) {
    const left = resolveAll(references, `${path}/left`, known)
    const right = 'register' in against ? against : compileTerms(against, `${path}/right`, known)
    const questions = questionsOf([...left, ...variablesOf(right)], known)
    const { least, share } = tolerance ?? {}
    return [
      {
        ...{ id, kind, severity, questions, message, left, relation, right },
        ...(least !== undefined && { tolerance: least }),
        ...(share !== undefined && { toleranceShare: share }),
      },
    ]
  },
}
