import type { ErrorObject } from 'ajv/dist/2020.js'
import { closest } from 'fastest-levenshtein'
import type { DerivedVariable, DerivedVariables, Term } from '../../schemas/derived.ts'
import { validatorOf } from '../../schemas/validator.ts'
import { isReserved } from '../codebook/columns.ts'
import { longReason } from '../codebook/reason-column.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Problem } from '../definition/problem.ts'
import { problemOf } from '../definition/schema-sentence.ts'
import { deriveFrom } from './derived.ts'

const isDerived = validatorOf<DerivedVariables>('derived', { strictRequired: false, discriminator: true })

/**
 * What is wrong with declared variables: their shape, names that are taken, and what no survey asks for. `taken` says where a
 * name was declared before, and gets those that are declared here.
 */
export function derivedProblems(
  document: unknown,
  surveys: readonly Instrument[],
  taken: Map<string, string>,
  file: string,
): Problem[] {
  if (!isDerived(document)) return shapeProblems(isDerived.errors ?? [])
  return document.variables.flatMap((declared, index) => {
    const path = `/variables/${index}`
    const problems = [
      ...nameProblems(declared, path, surveys, taken),
      ...signProblems(declared, path),
      ...termProblems(declared, path, surveys),
    ]
    taken.set(declared.name, file)
    return problems
  })
}

function shapeProblems(errors: readonly ErrorObject[]): Problem[] {
  const found = errors.map((error): Problem => {
    const path = /^(\/variables\/\d+\/(?:parts|base|possible)\/\d+)(?:\/|$)/.exec(error.instancePath)?.[1]
    if (path !== undefined)
      return { path, message: 'Hier muss stehen: {"variable": …} oder {"question": …}, dazu höchstens "minus": true.' }
    if (error.keyword === 'discriminator')
      return { path: `${error.instancePath}/kind`, message: 'Erlaubt sind nur: share, sum, change.' }
    return problemOf(error)
  })
  return [...new Map(found.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()]
}

function nameProblems(
  { name }: DerivedVariable,
  path: string,
  surveys: readonly Instrument[],
  taken: ReadonlyMap<string, string>,
): Problem[] {
  const asked = surveys.find(({ variable, questions }) => variable.has(name) || questions.has(name))
  const before = taken.get(name)
  const problem = (message: string) => [{ path: `${path}/name`, message }]
  if (asked !== undefined) return problem(`„${name}“ heißt schon eine Angabe in ${asked.id}.`)
  if (before !== undefined) return problem(`„${name}“ ist schon in ${before} festgelegt.`)
  if (isReserved(name)) return problem(`„${name}“ heißt schon eine Spalte jeder Ausgabe.`)
  const tooLong = longReason(name)
  return tooLong === undefined ? [] : problem(tooLong)
}

/** A sum takes nothing off, a change does, and there is always something to take it from. */
function signProblems({ kind, parts }: DerivedVariable, path: string): Problem[] {
  const off = parts.filter(({ minus }) => minus === true).length
  const problem = (message: string) => [{ path: `${path}/parts`, message }]
  if (off === parts.length) return problem('Es fehlt, wovon abgezogen wird.')
  if (kind === 'change' && off === 0) return problem('Bei einer Veränderung muss etwas abgezogen werden („minus“).')
  if (kind === 'sum' && off > 0) return problem('Bei einer Summe wird nichts abgezogen; dafür gibt es „change“.')
  return []
}

function termProblems(declared: DerivedVariable, path: string, surveys: readonly Instrument[]): Problem[] {
  const { parts, base = [], possible = [] }: Partial<Record<'parts' | 'base' | 'possible', readonly Term[]>> = declared
  const terms = Object.entries({ parts, base, possible }).flatMap(([name, of = []]) =>
    of.map((term, index) => ({ term, place: `${path}/${name}/${index}` })),
  )
  const unknown = terms.flatMap(({ term, place }) => unknownTerm(term, place, surveys))
  if (unknown.length > 0) return unknown
  if (surveys.some((survey) => deriveFrom(declared, survey) !== undefined)) return []
  return [
    {
      path,
      message: 'Kein Fragebogen fragt nach allem, was hierfür gebraucht wird: lauter Anzahlen oder Ankreuzfelder.',
    },
  ]
}

function unknownTerm(term: Term, path: string, surveys: readonly Instrument[]): Problem[] {
  const [name, what, known] =
    'variable' in term
      ? [term.variable, 'Angabe', surveys.flatMap(({ variable }) => [...variable.keys()])]
      : [term.question, 'Frage', surveys.flatMap(({ questions }) => [...questions.keys()])]
  if (known.includes(name)) return []
  return [
    { path, message: `Die ${what} „${name}“ gibt es in keinem Fragebogen. Meinen Sie „${closest(name, known)}“?` },
  ]
}
