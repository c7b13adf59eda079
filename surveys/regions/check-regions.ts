import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { RegionsDefinition } from '../../schemas/regions.ts'
import type { Instrument, Question } from '../compile/instrument.ts'
import type { Checked } from '../definition/checked.ts'
import type { Problem } from '../definition/problem.ts'
import { problemOf } from '../definition/schema-sentence.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/regions.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true, strict: true }).compile<RegionsDefinition>(schema)

/** Everything that is wrong with regions: a state that stands there twice, a region that a question does not have. */
export function checkRegions(
  files: readonly { file: string; text: string }[],
  versions: readonly Instrument[],
): Checked {
  const result: Checked = { problems: [], checked: [] }
  for (const { file, text } of files) {
    const found = readRegions(text, versions)
    if (Array.isArray(found)) result.problems.push(...found.map((problem) => ({ file, ...problem })))
    else result.checked.push(`${file}: ${found.states.length} Staaten`)
  }
  return result
}

function readRegions(text: string, versions: readonly Instrument[]): RegionsDefinition | Problem[] {
  try {
    const document = JSON.parse(text)
    if (!validate(document)) return (validate.errors ?? []).map(problemOf)
    const problems = [...twins(document), ...questionProblems(document, versions)]
    return problems.length > 0 ? problems : document
  } catch (error) {
    if (error instanceof SyntaxError)
      return [{ path: '/', message: `Die Datei ist kein gültiges JSON: ${error.message}` }]
    throw error
  }
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
