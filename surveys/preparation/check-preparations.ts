import { closest } from 'fastest-levenshtein'
import type { SurveyPreparation } from '../../schemas/preparation.ts'
import { validatorOf } from '../../schemas/validator.ts'
import type { Instrument } from '../compile/instrument.ts'
import { periodWords } from '../compile/period.ts'
import { checkDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import type { Problem } from '../definition/problem.ts'
import { shapeProblems } from '../definition/schema-sentence.ts'
import { numbersIn, preparationOf } from './preparation-of.ts'

const isPreparation = validatorOf<SurveyPreparation>('preparation')

/** Everything that is wrong with preparations: questions that no version asks, stand there twice, or come from nowhere. */
export function checkPreparations(files: readonly JsonFile[], versions: readonly Instrument[]): Checked {
  return checkDocuments<SurveyPreparation>(files, {
    problems: (document, before) => preparationProblems(document, versions, before),
    told: ({ survey, sources }) => `Vorbereitung auf ${survey}, ${sources.length} Stellen`,
  })
}

function preparationProblems(
  document: unknown,
  versions: readonly Instrument[],
  before: ReadonlyMap<string, SurveyPreparation>,
): Problem[] {
  if (!isPreparation(document)) return shapeProblems(isPreparation)
  const { survey } = document
  const own = versions.filter(({ id }) => id === survey)
  if (own.length === 0) return [{ path: '/survey', message: `Den Fragebogen „${survey}“ gibt es nicht.` }]
  const [other] = [...before].find(([, one]) => one.survey === survey) ?? []
  return [
    ...namedProblems(document, own),
    ...own.flatMap((version) => versionProblems(document, version)),
    ...(other === undefined ? [] : [{ path: '/survey', message: `Zu ${survey} steht schon alles in ${other}.` }]),
  ]
}

const namedIn = ({ sources, own }: SurveyPreparation) => [
  ...sources.flatMap(({ questions }, s) => questions.map((id, q) => ({ path: `/sources/${s}/questions/${q}`, id }))),
  ...own.map((id, index) => ({ path: `/own/${index}`, id })),
]

function namedProblems(document: SurveyPreparation, versions: readonly Instrument[]): Problem[] {
  const ids = [...new Set(versions.flatMap(({ questions }) => [...questions.keys()]))]
  const first = new Map<string, string>()
  return namedIn(document).flatMap(({ path, id }) => {
    const before = first.get(id)
    first.set(id, before ?? path)
    if (before !== undefined) return [{ path, message: `Die Frage „${id}“ steht schon bei ${before}.` }]
    return ids.includes(id)
      ? []
      : [{ path, message: `Die Frage „${id}“ gibt es nicht. Meinen Sie „${closest(id, ids)}“?` }]
  })
}

/** Every number comes from somewhere, and every gap has a value. */
function versionProblems(
  document: SurveyPreparation,
  { sections, questions, version, stichtag, frist, period }: Instrument,
): Problem[] {
  const named = new Set(namedIn(document).map(({ id }) => id))
  const missing: string[] = []
  preparationOf(document, questions, { stichtag, frist, zeitraum: period && periodWords(period) }, (gap) =>
    missing.push(gap),
  )
  return [
    ...sections
      .flatMap((section) => section.questions)
      .filter((question) => numbersIn(question) > 0 && !named.has(question.id))
      .map(({ id, number }) => ({
        path: '/sources',
        message: `Woher die Zahlen zu ${number} („${id}“, Fassung ${version}) kommen, steht nirgends, auch nicht in „own“.`,
      })),
    ...missing.map((gap) => ({
      path: '/',
      message: `Für die Lücke ${gap} gibt es in Fassung ${version} keinen Wert.`,
    })),
  ]
}
