import type { RegionsDefinition } from '../../schemas/regions.ts'
import { validatorOf } from '../../schemas/validator.ts'
import type { Instrument, Question } from '../compile/instrument.ts'
import { checkDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import type { Problem } from '../definition/problem.ts'
import { shapeProblems } from '../definition/schema-sentence.ts'

const isRegions = validatorOf<RegionsDefinition>('regions')

/** Everything that is wrong with regions: a state that stands there twice, a region that a question does not have. */
export function checkRegions(files: readonly JsonFile[], versions: readonly Instrument[]): Checked {
  return checkDocuments<RegionsDefinition>(files, {
    problems: (document) =>
      isRegions(document) ? [...twins(document), ...questionProblems(document, versions)] : shapeProblems(isRegions),
    told: ({ states }) => `${states.length} Staaten`,
  })
}

/** Each key and each name stands for one state. */
function twins({ states }: RegionsDefinition): Problem[] {
  const first = new Map<string, string>()
  return states.flatMap(({ key, name, also = [] }, index) =>
    [key, name, ...also].flatMap((word) => {
      const before = first.get(word.toLowerCase())
      first.set(word.toLowerCase(), name)
      return before === undefined ? [] : [{ path: `/states/${index}`, message: `„${word}“ steht schon bei ${before}.` }]
    }),
  )
}

function questionProblems(definition: RegionsDefinition, versions: readonly Instrument[]): Problem[] {
  return definition.questions.flatMap(({ survey, question }, index) => {
    const path = `/questions/${index}`
    const asked = versions.filter(({ id }) => id === survey).flatMap(({ questions }) => questions.get(question) ?? [])
    return asked.length === 0
      ? [{ path, message: `Die Frage „${question}“ gibt es in „${survey}“ nicht.` }]
      : asked.flatMap((one) => itemProblems(definition, one, path))
  })
}

/** Every region is an item of the question, and every item that states count for has some. */
function itemProblems({ states }: RegionsDefinition, { id, variables }: Question, path: string): Problem[] {
  const items = variables.filter(({ role }) => role === 'item' || role === 'unknown').map(({ name }) => name)
  const used = new Set(states.map(({ region }) => `${id}_${region}`))
  return [
    ...states.flatMap(({ name, region }, index) =>
      items.includes(`${id}_${region}`)
        ? []
        : [{ path: `/states/${index}/region`, message: `${name}: „${region}“ ist kein Posten von „${id}“.` }],
    ),
    ...items.filter((name) => !used.has(name)).map((name) => ({ path, message: `Zu „${name}“ gehört kein Staat.` })),
  ]
}
