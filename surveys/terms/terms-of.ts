import type { Glossary, Term } from '../../schemas/terms.ts'

/** A word of a question, and what it means. */
export interface ExplainedTerm {
  term: string
  meaning: string
  /** Where the law says so, or ''. */
  source: string
}

/** What is read of a question. */
interface Texts {
  id: string
  title: string
  help?: string
  variables: readonly { label: string; options?: readonly { label: string }[] }[]
  parts: readonly Texts[]
}

/** The words of a survey that are explained, by the ids of the questions in whose texts they stand. */
export function termsByQuestion(
  survey: string,
  glossaries: readonly Glossary[],
  sections: readonly { questions: readonly Texts[] }[],
): Map<string, readonly ExplainedTerm[]> {
  const known = glossaries
    .filter(({ surveys }) => surveys.includes(survey))
    .flatMap(({ terms }) => terms.map((term) => ({ pattern: patternOf(term), explained: explainedTerm(term) })))
  if (known.length === 0) return new Map()
  return new Map(
    sections.flatMap(({ questions }) =>
      questions.map((question) => {
        const text = textsOf(question).join('\n')
        const found = known.filter(({ pattern }) => pattern.test(text))
        return [question.id, found.map(({ explained }) => explained)] as const
      }),
    ),
  )
}

/** A word is explained where it comes up first in a section: repeated at every question, nobody would see it any more. */
export function firstUses(
  sections: readonly { questions: readonly { id: string }[] }[],
  terms: ReadonlyMap<string, readonly ExplainedTerm[]>,
): Map<string, readonly ExplainedTerm[]> {
  return new Map(
    sections.flatMap(({ questions }) => {
      const seen = new Set<string>()
      return questions.map(({ id }) => {
        const fresh = (terms.get(id) ?? []).filter(({ term }) => !seen.has(term))
        for (const { term } of fresh) seen.add(term)
        return [id, fresh] as const
      })
    }),
  )
}

const explainedTerm = ({ term, meaning, source = '' }: Term): ExplainedTerm => ({ term, meaning, source })

/** A word as a whole: `Verbund` does not stand in `Antragsverbund`. */
function patternOf({ words }: Term): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

/** All that people read of a question: what stands in its parts is explained with the whole. */
function textsOf({ title, help = '', variables, parts }: Texts): string[] {
  const labels = variables.flatMap(({ label, options = [] }) => [label, ...options.map((option) => option.label)])
  return [title, help, ...labels, ...parts.flatMap(textsOf)]
}
