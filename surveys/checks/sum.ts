import type { SumCheck as SumDefinition } from '../../schemas/questionnaire.ts'
import type { SumCheck } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { questionsOf, resolve, resolveAll } from './references.ts'
import { relation } from './relation.ts'

/** Parts against their total. */
export const sum: WrittenKind<SumDefinition, SumCheck> = {
  ...relation,
  compile({ id, kind, severity, parts, relation, total, message }, path, known) {
    const left = resolveAll(parts, `${path}/parts`, known)
    const variables = resolve(total, `${path}/total`, known)
    const questions = questionsOf([...left, ...variables], known)
    return [{ id, kind, severity, questions, message, left, relation, right: { variables } }]
  },
}
