import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Questionnaire } from '../../schemas/questionnaire.ts'
import { lateValidator, readSchema, type Validator } from '../../schemas/validator.ts'
import type { Problem } from './problem.ts'
import { problemOf } from './schema-sentence.ts'

const schema = readSchema('questionnaire')
const kindsOf = (group: string): string[] =>
  schema.$defs[group].oneOf.map(({ $ref }: { $ref: string }) => schema.$defs[$ref.slice(8)].properties.kind.const)
/** What is referred to becomes a function once, and not anew at each place: so it is compiled in half the time. */
const options = { allErrors: true, strict: true, strictTuples: false, keywords: ['tsType'], inlineRefs: false }
let ajv: Ajv2020 | undefined
const partOf = <Part>($ref: string) =>
  lateValidator(() => {
    ajv ??= new Ajv2020(options).addSchema(schema)
    return ajv.compile<Part>({ $ref: `questionnaire.schema.json${$ref}` })
  })
const validate = partOf<Questionnaire>('#')
/** Validators of the alternatives, so that a faulty question is reported as what it says it is. */
const alternative = new Map<string, Validator<unknown>>(
  ['question', 'part', 'check'].flatMap((group) =>
    schema.$defs[group].oneOf.map(({ $ref }: { $ref: string }) => {
      const kind = schema.$defs[$ref.slice(8)].properties.kind.const
      return [`${group}/${kind}`, partOf($ref)] as const
    }),
  ),
)

/** Whether a document has the shape of a definition. */
export function isQuestionnaire(document: unknown): document is Questionnaire {
  return validate(document)
}

/** What keeps a document from having the shape of a definition. */
export function schemaProblems(document: unknown): Problem[] {
  if (validate(document)) return []
  const errors = validate.errors ?? []
  const places = errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath)
  const outside = errors.filter(
    ({ instancePath, keyword }) => keyword !== 'oneOf' && !places.some((place) => instancePath.startsWith(place)),
  )
  const found = [...places.flatMap((path) => alternativeProblems(document, path)), ...outside.map(problemOf)]
  const unique = new Map(found.map((problem) => [`${problem.path}\n${problem.message}`, problem]))
  return [...unique.values()]
}

function alternativeProblems(document: unknown, path: string): Problem[] {
  const value = at(document, path)
  const group = /\/questions\/\d+$/.test(path) ? 'question' : /\/parts\/\d+$/.test(path) ? 'part' : 'check'
  const kind = value !== null && typeof value === 'object' && 'kind' in value ? String(value.kind) : ''
  const check = alternative.get(`${group}/${kind}`)
  if (check === undefined) {
    if (!/\/(?:questions|parts|checks)\/\d+$/.test(path))
      return [{ path, message: 'Dieser Verweis hat keine der erlaubten Formen.' }]
    const known = kindsOf(group).join(', ')
    return [{ path: `${path}/kind`, message: `Die Art „${kind}“ gibt es hier nicht. Bekannt sind: ${known}.` }]
  }
  check(value)
  const inner = (check.errors ?? []).filter(({ keyword }) => keyword !== 'oneOf')
  return inner.map((error) => problemOf({ ...error, instancePath: path + error.instancePath }))
}

function at(document: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)
}
