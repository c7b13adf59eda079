import type { Concordance } from '../../schemas/concordance.ts'
import type { Instrument } from '../compile/instrument.ts'
import { readDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import type { Problem } from '../definition/problem.ts'
import { sourcesOf } from './concordance.ts'
import { concordanceProblems } from './concordance-problems.ts'

/** Everything that is wrong with concordances, held against the surveys that they speak of. */
export function checkConcordances(files: readonly JsonFile[], surveys: ReadonlyMap<string, Instrument>): Checked {
  const continued = new Map<string, string>()
  const { result, documents } = readDocuments<Concordance>(files, {
    problems: (document, _before, file) => {
      const found = concordanceProblems(document, surveys)
      return found.length > 0 ? found : forks(document as Concordance, file, continued)
    },
    told: stepsInWords,
  })
  return { ...result, problems: [...result.problems, ...circles(documents)] }
}

/** Who takes up what asks later: followed back, no survey comes to itself. */
function circles(known: ReadonlyMap<string, Concordance>): Checked['problems'] {
  const all = [...known.values()]
  const comesTo = (survey: string, sought: string, seen: ReadonlySet<string>): boolean =>
    sourcesOf(all, survey).some(
      (one) => one === sought || (!seen.has(one) && comesTo(one, sought, new Set([...seen, one]))),
    )
  return [...known].flatMap(([file, { steps }]) =>
    steps.flatMap(({ to }, index) =>
      comesTo(to, to, new Set())
        ? [{ file, path: `/steps/${index}/to`, message: `${to} setzt über andere Umfragen sich selbst fort.` }]
        : [],
    ),
  )
}

/** A survey continues one other at most: a form has one wave to show beside its fields. */
function forks({ steps }: Concordance, file: string, continued: Map<string, string>): Problem[] {
  return steps.flatMap(({ to }, index) => {
    const other = continued.get(to)
    continued.set(to, file)
    return other === undefined
      ? []
      : [{ path: `/steps/${index}/to`, message: `Was ${to} fortsetzt, steht schon in ${other}.` }]
  })
}

const stepsInWords = ({ steps }: Concordance) =>
  steps
    .map(({ from, to, concepts }) => `${from} → ${to}, ${concepts.flatMap(({ questions }) => questions).length} Fragen`)
    .join('; ')
