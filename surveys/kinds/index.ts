import type { Question as QuestionDefinition } from '../../schemas/questionnaire.ts'
import type { Question } from '../compile/instrument.ts'
import type { Answered, QuestionView } from '../view/view.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { composite } from './composite.ts'
import { contact } from './contact.ts'
import { counts } from './counts.ts'
import { date } from './date.ts'
import { gemeinden } from './gemeinden.ts'
import { gkz } from './gkz.ts'
import { imNumber } from './im-number.ts'
import type { Kind, ViewPart } from './kind.ts'
import { kommune } from './kommune.ts'
import { matrix } from './matrix.ts'
import { number } from './number.ts'
import { shares } from './shares.ts'
import { text } from './text.ts'

type KindName = QuestionDefinition['kind']

/** Every kind of question. A kind that the schema knows and this list does not is a type error. */
const kinds: { [Name in KindName]: Kind<Extract<QuestionDefinition, { kind: Name }>> } = {
  gkz,
  im_number: imNumber,
  kommune,
  text,
  longtext: text,
  count: number,
  decimal: number,
  percent: number,
  date,
  counts,
  shares,
  choice,
  choices,
  matrix,
  gemeinden,
  contact,
  composite,
}

/** The module of a kind. A question is only ever given to the module of its own kind. */
export function kindOf(name: KindName): Kind {
  return kinds[name] as Kind
}

/** What the template of a question's kind shows beyond what all kinds show. */
export function bodyOf(question: Question, answered: Answered, viewPart: ViewPart): QuestionView['body'] {
  return kindOf(question.kind).view(question, question.definition, answered, viewPart)
}
