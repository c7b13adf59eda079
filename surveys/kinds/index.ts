import type { Question as QuestionDefinition } from '../../schemas/questionnaire.ts'
import { choices } from './choices.ts'
import { composite } from './composite.ts'
import { count } from './count.ts'
import { counts } from './counts.ts'
import { gkz } from './gkz.ts'
import type { Kind } from './kind.ts'
import { text } from './text.ts'

type KindName = QuestionDefinition['kind']

/** Every kind of question. A kind that the schema knows and this list does not is a type error. */
const kinds: { [Name in KindName]: Kind<Extract<QuestionDefinition, { kind: Name }>> } = {
  gkz,
  text,
  longtext: text,
  count,
  counts,
  choices,
  composite,
}

/** The module of a kind. A question is only ever given to the module of its own kind. */
export function kindOf(name: KindName): Kind {
  return kinds[name] as Kind
}
