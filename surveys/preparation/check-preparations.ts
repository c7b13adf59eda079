import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { closest } from 'fastest-levenshtein'
import type { SurveyPreparation } from '../../schemas/preparation.ts'
import type { Instrument } from '../compile/instrument.ts'
import { periodWords } from '../compile/period.ts'
import type { Checked } from '../definition/checked.ts'
import type { Problem } from '../definition/problem.ts'
import { problemOf } from '../definition/schema-sentence.ts'
import { numbersIn, preparationOf } from './preparation-of.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/preparation.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true, strict: true }).compile<SurveyPreparation>(schema)

/** Everything that is wrong with preparations: questions that no version asks, stand there twice, or come from nowhere. */
export function checkPreparations(
  files: readonly { file: string; text: string }[],
  versions: readonly Instrument[],
): Checked {
  const result: Checked = { problems: [], checked: [] }
  const known = new Map<string, string>()
  for (const { file, text } of files) {
    const found = readPreparation(text, versions)
    if (Array.isArray(found)) {
      result.problems.push(...found.map((problem) => ({ file, ...problem })))
      continue
    }
    const before = known.get(found.survey)
    known.set(found.survey, file)
    if (before !== undefined)
      result.problems.push({ file, path: '/survey', message: `Zu ${found.survey} steht schon alles in ${before}.` })
    else result.checked.push(`${file}: Vorbereitung auf ${found.survey}, ${found.sources.length} Stellen`)
  }
  return result
}

function readPreparation(text: string, versions: readonly Instrument[]): SurveyPreparation | Problem[] {
  try {
    const document = JSON.parse(text)
    if (!validate(document)) return (validate.errors ?? []).map(problemOf)
    const own = versions.filter(({ id }) => id === document.survey)
    if (own.length === 0) return [{ path: '/survey', message: `Den Fragebogen „${document.survey}“ gibt es nicht.` }]
    const problems = [...namedProblems(document, own), ...own.flatMap((version) => versionProblems(document, version))]
    return problems.length > 0 ? problems : document
  } catch (error) {
    if (error instanceof SyntaxError)
      return [{ path: '/', message: `Die Datei ist kein gültiges JSON: ${error.message}` }]
    throw error
  }
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
