import { closest } from 'fastest-levenshtein'
import type { CountedColumn, CountingDefinition, Value } from '../../schemas/counting.ts'
import { validatorOf } from '../../schemas/validator.ts'
import type { Instrument } from '../compile/instrument.ts'
import { checkDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import type { Problem } from '../definition/problem.ts'
import { shapeProblems } from '../definition/schema-sentence.ts'
import { plainWord } from './words.ts'

const isCounting = validatorOf<CountingDefinition>('counting')

/** Everything that is wrong with how answers are counted from lists. */
export function checkCountings(files: readonly JsonFile[], versions: readonly Instrument[]): Checked {
  return checkDocuments<CountingDefinition>(files, {
    problems: (document, before) => countingProblems(document, versions, before),
    told: ({ surveys, columns }) => `Zählen für ${surveys.join(', ')}, ${columns.length} Spalten`,
  })
}

function countingProblems(
  document: unknown,
  versions: readonly Instrument[],
  before: ReadonlyMap<string, CountingDefinition>,
): Problem[] {
  if (!isCounting(document)) return shapeProblems(isCounting)
  return [
    ...unknownSurveys(document, versions),
    ...columnProblems(document),
    ...document.columns.flatMap(valueProblems),
    ...nameProblems(document, versions),
    ...missingFields(document, versions),
    ...countedElsewhere(document, before),
  ]
}

const countedElsewhere = (
  { surveys }: CountingDefinition,
  before: ReadonlyMap<string, CountingDefinition>,
): Problem[] =>
  surveys.flatMap((survey) => {
    const [other] = [...before].find(([, one]) => one.surveys.includes(survey)) ?? []
    return other === undefined
      ? []
      : [{ path: '/surveys', message: `Wie „${survey}“ gezählt wird, steht schon in ${other}.` }]
  })

const unknownSurveys = ({ surveys }: CountingDefinition, versions: readonly Instrument[]): Problem[] =>
  surveys.flatMap((survey, at) =>
    versions.some(({ id }) => id === survey)
      ? []
      : [{ path: `/surveys/${at}`, message: `Den Fragebogen „${survey}“ gibt es nicht.` }],
  )

/** Ids and names of columns stand for one each; what a column depends on stands before it. */
function columnProblems({ columns, key, begin, end, further }: CountingDefinition): Problem[] {
  const ids = columns.map(({ id }) => id)
  const names = [key, begin, end, ...columns, ...further].map(({ column }) => plainWord(column))
  const repeated = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at)
  return [
    ...[...repeated(ids), ...repeated(names)].map((name) => ({
      path: '/columns',
      message: `„${name}“ heißen zwei Spalten.`,
    })),
    ...columns.flatMap(({ unless }, at) => {
      const other = columns.slice(0, at).find(({ id }) => id === unless?.column)
      if (unless === undefined || other?.values?.some(({ label }) => label === unless.value)) return []
      return [
        {
          path: `/columns/${at}/unless`,
          message: `Vor dieser Spalte steht keine „${unless.column}“ mit dem Wert „${unless.value}“.`,
        },
      ]
    }),
  ]
}

/** Each word and each number stands for one value; states bring their own. */
function valueProblems({ reads, values = [], states }: CountedColumn, at: number): Problem[] {
  const path = `/columns/${at}`
  const first = new Map<string, string>()
  const words = values.flatMap((value) =>
    [value.label, ...value.words].flatMap((word) => {
      const plain = plainWord(word)
      const before = first.get(plain)
      first.set(plain, value.label)
      if (before === undefined || before === value.label) return []
      return [{ path: `${path}/values`, message: `„${word}“ steht schon bei „${before}“.` }]
    }),
  )
  const overlaps = values.filter((one, place) => values.slice(place + 1).some((other) => overlap(one, other)))
  return [
    ...words,
    ...overlaps.map(({ label }) => ({ path: `${path}/values`, message: `Zahlen von „${label}“ hat noch ein Wert.` })),
    ...((reads === 'states') === values.length > 0
      ? [{ path, message: 'Werte stehen bei allen Spalten außer denen für Staaten.' }]
      : []),
    ...(states !== undefined && reads !== 'states'
      ? [{ path, message: 'Wörter für Staaten stehen nur bei Spalten für Staaten.' }]
      : []),
  ]
}

function overlap(one: Value, other: Value): boolean {
  if (one.from === undefined || other.from === undefined) return false
  const [lower, upper] = one.from <= other.from ? [one, other] : [other, one]
  return (lower.to ?? Number.POSITIVE_INFINITY) >= (upper.from ?? 0)
}

/** What is counted is asked by some version. */
function nameProblems(document: CountingDefinition, versions: readonly Instrument[]): Problem[] {
  const own = versions.filter(({ id }) => document.surveys.includes(id))
  const variables = [...new Set(own.flatMap(({ variable }) => [...variable.keys()]))]
  const questions = [...new Set(own.flatMap(({ questions }) => [...questions.keys()]))]
  const named = [
    { path: '/persons', name: document.persons, known: variables },
    ...document.columns.flatMap(({ question, values = [] }, c) => [
      { path: `/columns/${c}/question`, name: question, known: questions },
      ...values.flatMap(({ counts }, v) =>
        counts.map((name) => ({ path: `/columns/${c}/values/${v}/counts`, name, known: variables })),
      ),
    ]),
  ]
  return named
    .filter(({ name, known }) => !known.includes(name))
    .map(({ path, name, known }) => ({
      path,
      message: `„${name}“ gibt es nicht.${known.length === 0 ? '' : ` Meinen Sie „${closest(name, known)}“?`}`,
    }))
}

/** A question is counted whole: a field that no value counts for would stay blank, or look as if nobody were in it. */
function missingFields(document: CountingDefinition, versions: readonly Instrument[]): Problem[] {
  const counted = new Set(document.columns.flatMap(({ values = [] }) => values.flatMap(({ counts }) => counts)))
  const asked = new Set(document.columns.flatMap(({ question, reads }) => (reads === 'states' ? [] : [question])))
  return versions
    .filter(({ id }) => document.surveys.includes(id))
    .flatMap(({ id, version, variables }) =>
      variables
        .filter(({ question, role, name }) => asked.has(question) && role === 'item' && !counted.has(name))
        .map(({ name }) => ({
          path: '/columns',
          message: `Für „${name}“ (${id}, Fassung ${version}) wird nichts gezählt.`,
        })),
    )
}
