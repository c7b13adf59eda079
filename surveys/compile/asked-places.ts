import type { Asked, Part, Question, Questionnaire } from '../../schemas/questionnaire.ts'
import { longestColumn } from '../codebook/reason-column.ts'
import { shortName } from '../codebook/short-name.ts'

/** Something that is asked only under conditions, and where it stands in a definition. */
export interface AskedPlace {
  path: string
  asked: Asked
  of: 'section' | 'question' | 'item'
  /** The id of the section or the question, or the variable of the item. */
  id: string
  /** The variable that is 1 where it is closed. */
  variable: string
  /** The question that it is, belongs to or begins with, and the place of that among all. */
  question: string
  place: number
}

const ending = '_entfaellt'

/** All that is asked only under conditions, in the order of the form: a section before its questions, a question before its items. */
export function askedPlaces({ sections }: Pick<Questionnaire, 'sections'>): AskedPlace[] {
  let next = 0
  return sections.flatMap(({ id, asked, questions }, s) => {
    const path = `/sections/${s}`
    const [{ id: question }] = questions
    const own = placed(asked, { path, of: 'section', id, question, place: next })
    const inside = questions.flatMap((one, q) => placesIn(one, one.id, `${path}/questions/${q}`, next++))
    return [...own, ...inside]
  })
}

function placesIn(asked: Question | Part, question: string, path: string, place: number): AskedPlace[] {
  const own = 'asked' in asked ? placed(asked.asked, { path, of: 'question', id: asked.id, question, place }) : []
  const items = listsOf(asked).flatMap(({ key, list, named }) =>
    named
      ? list.flatMap((item, index) =>
          placed(item.asked, {
            path: `${path}/${key}/${index}`,
            of: 'item',
            id: `${asked.id}_${item.code}`,
            question,
            place,
          }),
        )
      : [],
  )
  const parts = asked.kind === 'composite' ? asked.parts : []
  return [...own, ...items, ...parts.flatMap((part, p) => placesIn(part, question, `${path}/parts/${p}`, place))]
}

const placed = (asked: Asked | undefined, at: Omit<AskedPlace, 'asked' | 'variable'>): AskedPlace[] =>
  asked === undefined ? [] : [{ ...at, asked, variable: closedName(at.id) }]

/** `f7_entfaellt`, with less of the name where it would be too long for a column. */
const closedName = (id: string) => shortName(id.replaceAll('-', '_'), longestColumn - ending.length) + ending

/** Where something is asked of items that have no variable of their own, and therefore cannot be closed. */
export const misplacedAsked = ({ sections }: Pick<Questionnaire, 'sections'>): string[] =>
  sections.flatMap(({ questions }, s) =>
    questions.flatMap((question, q) => misplacedIn(question, `/sections/${s}/questions/${q}`)),
  )

function misplacedIn(asked: Question | Part, path: string): string[] {
  const own = listsOf(asked).flatMap(({ key, list, named }) =>
    named ? [] : list.flatMap((item, index) => (item.asked ? [`${path}/${key}/${index}/asked`] : [])),
  )
  const parts = asked.kind === 'composite' ? asked.parts : []
  return [...own, ...parts.flatMap((part, p) => misplacedIn(part, `${path}/parts/${p}`))]
}

interface ItemList {
  key: string
  list: readonly { code: string; asked?: Asked }[]
  /** Each has a variable, `<question>_<code>`. */
  named: boolean
}

function listsOf(asked: Question | Part): ItemList[] {
  switch (asked.kind) {
    case 'counts':
    case 'shares':
      return [{ key: 'items', list: asked.items, named: true }]
    case 'choices':
      return [{ key: 'options', list: asked.options, named: true }]
    case 'choice':
      return [{ key: 'options', list: asked.options, named: false }]
    case 'matrix':
      return [
        { key: 'rows', list: asked.rows, named: true },
        { key: 'scale', list: asked.scale, named: false },
      ]
    default:
      return []
  }
}
