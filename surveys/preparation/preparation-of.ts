import type { Source, SurveyPreparation } from '../../schemas/preparation.ts'
import { fillText, type GapValues } from '../compile/fill-text.ts'
import { isNumberType, type VariableType } from '../types/index.ts'

/** Whom one has to ask before one can answer, and what to have at hand, for a version of a survey and its dates. */
export interface Preparation {
  introduction: string[]
  atHand: string[]
  time: string[]
  sources: PreparedSource[]
  /** What whoever answers knows without asking anybody. */
  own: PreparedQuestion[]
}

interface PreparedSource {
  name: string
  /** Where it usually is, or ''. */
  where: string
  /** What to say when asking, or ''. */
  hint: string
  asOf: string
  questions: PreparedQuestion[]
}

export interface PreparedQuestion {
  number: string
  title: string
  /** How many numbers it asks for. */
  numbers: number
}

/** What is known of a question here. */
export interface Asked {
  number: string
  title: string
  variables: readonly { type: VariableType }[]
}

export const numbersIn = ({ variables }: Asked): number => variables.filter(({ type }) => isNumberType(type)).length

/** Questions that this version does not ask are left out, and who would only be asked for those as well. */
export function preparationOf(
  { introduction, atHand, time, sources, own }: SurveyPreparation,
  questions: ReadonlyMap<string, Asked>,
  dates: GapValues['dates'],
  onMissing: (gap: string) => void,
): Preparation {
  const fill = (text: string) => fillText(text, { questions, dates }, onMissing)
  const prepared = (ids: readonly string[]) =>
    ids.flatMap((id): PreparedQuestion[] => {
      const asked = questions.get(id)
      return asked === undefined ? [] : [{ number: asked.number, title: asked.title, numbers: numbersIn(asked) }]
    })
  const preparedSource = ({ name, where = '', hint = '', asOf, questions: ids }: Source): PreparedSource => ({
    name,
    where: fill(where),
    hint: fill(hint),
    asOf: fill(asOf),
    questions: prepared(ids),
  })
  return {
    introduction: introduction.map(fill),
    atHand: atHand.map(fill),
    time: time.map(fill),
    sources: sources.map(preparedSource).filter((source) => source.questions.length > 0),
    own: prepared(own),
  }
}
