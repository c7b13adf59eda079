import { closest } from 'fastest-levenshtein'
import type { SurveyLabels } from '../../schemas/labels.ts'
import { validatorOf } from '../../schemas/validator.ts'
import type { Instrument } from '../compile/instrument.ts'
import { readDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import type { Problem } from '../definition/problem.ts'
import { shapeProblems } from '../definition/schema-sentence.ts'
import { variableLabels } from './variable-labels.ts'

const isLabels = validatorOf<SurveyLabels>('labels')

/** A version of a survey, with the file that it stands in. */
interface Version {
  file: string
  instrument: Instrument
}

/**
 * Everything that is wrong with labels: names that no version knows, and variables of a version that are called alike, once
 * its labels can be read.
 */
export function checkLabels(files: readonly JsonFile[], versions: readonly Version[]): Checked {
  const { result, documents } = readDocuments<SurveyLabels>(files, {
    problems: (document, before) => labelProblems(document, versions, before),
    told: ({ survey }) => `Namen zu ${survey}`,
  })
  const labels = new Map([...documents.values()].map((one) => [one.survey, one]))
  const broken = new Set(result.problems.map(({ file }) => file))
  const told = versions.filter(({ instrument }) => !broken.has(`${instrument.id}.json`))
  const alike = told.flatMap(({ file, instrument }) =>
    labelTwins(instrument, labels.get(instrument.id)).map((problem) => ({ file, ...problem })),
  )
  return { ...result, problems: [...result.problems, ...alike] }
}

function labelProblems(
  document: unknown,
  versions: readonly Version[],
  before: ReadonlyMap<string, SurveyLabels>,
): Problem[] {
  if (!isLabels(document)) return shapeProblems(isLabels)
  const { survey } = document
  const [other] = [...before].find(([, one]) => one.survey === survey) ?? []
  return [
    ...unknownNames(document, versions),
    ...(other === undefined ? [] : [{ path: '/survey', message: `Die Namen zu ${survey} stehen schon in ${other}.` }]),
  ]
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
