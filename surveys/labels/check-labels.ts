import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { closest } from 'fastest-levenshtein'
import type { SurveyLabels } from '../../schemas/labels.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Checked } from '../definition/checked.ts'
import type { Problem } from '../definition/problem.ts'
import { problemOf } from '../definition/schema-sentence.ts'
import { variableLabels } from './variable-labels.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/labels.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true, strict: true }).compile<SurveyLabels>(schema)

/** A version of a survey, with the file that it stands in. */
interface Version {
  file: string
  instrument: Instrument
}

/** Everything that is wrong with labels: names that no version knows, and variables of a version that are called alike. */
export function checkLabels(files: readonly { file: string; text: string }[], versions: readonly Version[]): Checked {
  const result: Checked = { problems: [], checked: [] }
  const known = new Map<string, { file: string; labels: SurveyLabels }>()
  for (const { file, text } of files) {
    const found = readLabels(text, versions)
    const before = Array.isArray(found) ? undefined : known.get(found.survey)
    const again = before && [
      { path: '/survey', message: `Die Namen zu ${(found as SurveyLabels).survey} stehen schon in ${before.file}.` },
    ]
    const problems = Array.isArray(found) ? found : (again ?? [])
    result.problems.push(...problems.map((problem) => ({ file, ...problem })))
    if (Array.isArray(found) || again !== undefined) continue
    known.set(found.survey, { file, labels: found })
    result.checked.push(`${file}: Namen zu ${found.survey}`)
  }
  for (const { file, instrument } of versions)
    result.problems.push(...labelTwins(instrument, known.get(instrument.id)?.labels).map((one) => ({ file, ...one })))
  return result
}

function readLabels(text: string, versions: readonly Version[]): SurveyLabels | Problem[] {
  try {
    const document = JSON.parse(text)
    if (!validate(document)) return (validate.errors ?? []).map(problemOf)
    const problems = unknownNames(document, versions)
    return problems.length > 0 ? problems : document
  } catch (error) {
    if (error instanceof SyntaxError)
      return [{ path: '/', message: `Die Datei ist kein gültiges JSON: ${error.message}` }]
    throw error
  }
}

function unknownNames(
  { survey, populations = [], variables = {} }: SurveyLabels,
  versions: readonly Version[],
): Problem[] {
  const own = versions.flatMap(({ instrument }) => (instrument.id === survey ? [instrument] : []))
  if (own.length === 0) return [{ path: '/survey', message: `Den Fragebogen „${survey}“ gibt es nicht.` }]
  const names = [...new Set(own.flatMap(({ variable }) => [...variable.keys()]))]
  const ids = [...new Set(own.flatMap(({ questions }) => [...questions.keys()]))]
  const places = [
    ...populations.flatMap(({ questions }, p) =>
      questions.map((name, q) => ({ path: `/populations/${p}/questions/${q}`, name, what: 'Frage', known: ids })),
    ),
    ...Object.keys(variables).map((name) => ({ path: `/variables/${name}`, name, what: 'Angabe', known: names })),
  ]
  return places
    .filter(({ name, known }) => !known.includes(name))
    .map(({ path, name, what, known }) => ({
      path,
      message: `Die ${what} „${name}“ gibt es in ${survey} nicht. Meinen Sie „${closest(name, known)}“?`,
    }))
}

/** Variables that nobody could tell apart by their labels. */
export function labelTwins(instrument: Instrument, labels: SurveyLabels | undefined): Problem[] {
  const first = new Map<string, string>()
  return [...variableLabels(instrument, labels)].flatMap(([name, { label }]) => {
    const other = first.get(label)
    if (other === undefined) first.set(label, name)
    return other === undefined
      ? []
      : [
          {
            path: `/variables/${name}`,
            message: `„${other}“ und „${name}“ heißen für sich allein gleich: „${label}“. Bitte unterscheiden Sie sie in surveys/labels.`,
          },
        ]
  })
}
