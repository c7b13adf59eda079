import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Glossary } from '../../schemas/terms.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Checked } from '../definition/checked.ts'
import type { Problem } from '../definition/problem.ts'
import { problemOf } from '../definition/schema-sentence.ts'
import { termsByQuestion } from './terms-of.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/terms.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true, strict: true }).compile<Glossary>(schema)

/** Everything that is wrong with glossaries: a word that stands there twice, a term that no question uses. */
export function checkGlossaries(
  files: readonly { file: string; text: string }[],
  versions: readonly Instrument[],
): Checked {
  const result: Checked = { problems: [], checked: [] }
  for (const { file, text } of files) {
    const found = readGlossary(text, versions)
    if (Array.isArray(found)) result.problems.push(...found.map((problem) => ({ file, ...problem })))
    else result.checked.push(`${file}: ${found.terms.length} Begriffe`)
  }
  return result
}

function readGlossary(text: string, versions: readonly Instrument[]): Glossary | Problem[] {
  try {
    const document = JSON.parse(text)
    if (!validate(document)) return (validate.errors ?? []).map(problemOf)
    const problems = [...unknownSurveys(document, versions), ...twins(document), ...unused(document, versions)]
    return problems.length > 0 ? problems : document
  } catch (error) {
    if (error instanceof SyntaxError)
      return [{ path: '/', message: `Die Datei ist kein gültiges JSON: ${error.message}` }]
    throw error
  }
}

function unknownSurveys({ surveys }: Glossary, versions: readonly Instrument[]): Problem[] {
  return surveys.flatMap((survey, index) =>
    versions.some(({ id }) => id === survey)
      ? []
      : [{ path: `/surveys/${index}`, message: `Den Fragebogen „${survey}“ gibt es nicht.` }],
  )
}

/** Each word stands for one term. */
function twins({ terms }: Glossary): Problem[] {
  const first = new Map<string, string>()
  return terms.flatMap(({ term, words }, t) =>
    words.flatMap((word, w) => {
      const before = first.get(word.toLowerCase())
      first.set(word.toLowerCase(), term)
      return before === undefined
        ? []
        : [{ path: `/terms/${t}/words/${w}`, message: `„${word}“ steht schon bei ${before}.` }]
    }),
  )
}

function unused(glossary: Glossary, versions: readonly Instrument[]): Problem[] {
  const used = new Set(
    versions.flatMap(({ id, sections }) =>
      [...termsByQuestion(id, [glossary], sections).values()].flat().map(({ term }) => term),
    ),
  )
  return glossary.terms.flatMap(({ term }, index) =>
    used.has(term)
      ? []
      : [{ path: `/terms/${index}`, message: `„${term}“ steht in keiner Frage der genannten Fragebogen.` }],
  )
}
