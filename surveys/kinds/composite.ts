import type { CompositeQuestion } from '../../schemas/questionnaire.ts'
import type { Kind } from './kind.ts'

/**
 * One printed question that asks several things. Each of its parts is a question of its own kind, and all that it has comes
 * from them.
 */
export const composite: Kind<CompositeQuestion> = {
  variables: () => [],
  checks: () => [],
  view: ({ parts }, _definition, _answered, viewPart) => ({ parts: parts.map(viewPart) }),
  outline: () => ({}),
}
