import type { Part, Question as QuestionDefinition } from '../../schemas/questionnaire.ts'
import type { Check } from '../checks/check.ts'
import type { Question, Variable } from '../compile/instrument.ts'
import type { Answered, Bodies, QuestionView } from '../view/view.ts'

/**
 * Where a question stands: its id, its printed number, the flag that makes its values 'not available', and the label of its
 * field for persons without information.
 */
export interface Place {
  id: string
  number: string
  flag?: string
  unknown?: string
}

/** Makes the view of a question within a question. */
export type ViewPart = (part: Question) => QuestionView

/** What one kind of question needs. Its template is views/questions/<kind>.eta. */
export interface Kind<
  Definition extends QuestionDefinition | Part = QuestionDefinition | Part,
  Body = Bodies[Definition['kind']],
> {
  /** The variables of the question, without the flag 'not available' and the comment, which any kind may have. */
  variables(definition: Definition, place: Place): Variable[]
  /** The checks that follow from the kind alone. */
  checks(question: Question, definition: Definition): Check[]
  /** What the template shows of it beyond what all kinds show. */
  view(question: Question, definition: Definition, answered: Answered, viewPart: ViewPart): Body
  /** What `survey show` says of its parts. */
  outline(question: Question, definition: Definition): Outline
}

export interface Outline {
  items?: { name: string; label: string; unknown: boolean; other?: { name: string; label: string } | null }[]
  options?: {
    name: string
    code: string
    label: string
    exclusive: boolean
    other: { name: string; label: string } | null
  }[]
  rows?: { name: string; label: string; other: { name: string; label: string } | null }[]
  scale?: { code: string; label: string }[]
}

/** A variable of a question, with what all of them have in common. */
export function variable(
  place: Place,
  rest: Pick<Variable, 'name' | 'type' | 'role' | 'label'> &
    Partial<Pick<Variable, 'options' | 'contact' | 'register'>>,
): Variable {
  const isAsked = rest.role === 'item' || rest.role === 'unknown'
  const flag = isAsked && place.flag !== undefined ? { flag: place.flag } : {}
  const unknown = rest.role === 'item' && place.unknown !== undefined ? { unknown: place.unknown } : {}
  return { contact: false, ...rest, ...flag, ...unknown, question: place.id, number: place.number }
}
