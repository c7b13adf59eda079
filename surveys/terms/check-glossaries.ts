import type { Glossary } from '../../schemas/terms.ts'
import { validatorOf } from '../../schemas/validator.ts'
import type { Instrument } from '../compile/instrument.ts'
import { checkDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import type { Problem } from '../definition/problem.ts'
import { shapeProblems } from '../definition/schema-sentence.ts'
import { termsByQuestion } from './terms-of.ts'

const isGlossary = validatorOf<Glossary>('terms')

/** Everything that is wrong with glossaries: a word that stands there twice, a term that no question uses. */
export function checkGlossaries(files: readonly JsonFile[], versions: readonly Instrument[]): Checked {
  return checkDocuments<Glossary>(files, {
    problems: (document) =>
      isGlossary(document)
        ? [...unknownSurveys(document, versions), ...twins(document), ...unused(document, versions)]
        : shapeProblems(isGlossary),
    told: ({ terms }) => `${terms.length} Begriffe`,
  })
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
