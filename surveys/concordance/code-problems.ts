import type { CodeMap, Concept } from '../../schemas/concordance.ts'
import type { Question, Variable } from '../compile/instrument.ts'
import type { Problem } from '../definition/problem.ts'
import { typeOf } from '../types/index.ts'
import { type CodeMapping, codeMappingOf } from './code-mapping.ts'
import { type Continued, pairVariables } from './concordance.ts'

type Options = NonNullable<Variable['options']>

/** Answers of a choice that are not the same in both surveys and that nothing maps, and mappings that do not fit. */
export function codeProblems(
  { codes, status, why }: Concept,
  [before, after]: [Question, Question],
  { path, place }: { path: string; place: string },
): Problem[] {
  const pairs = pairVariables(before, after, { status, why }).flatMap((pair) => pairOfChoices(pair, before, after))
  if (codes === undefined)
    return pairs
      .map(([first, second]) => differenceWords(first, second))
      .filter((words) => words !== '')
      .slice(0, 1)
      .map((words) => ({
        path: place,
        message: `„${after.id}“ hat nicht in beiden Umfragen dieselben Antworten (${words}). Welche dasselbe bedeuten, sagt „codes“.`,
      }))
  const [first] = pairs
  const isOneList = new Set(pairs.map((pair) => JSON.stringify(pair))).size === 1
  if (first === undefined || !isOneList)
    return [{ path: `${path}/codes`, message: 'Zuordnen lassen sich die Antworten einer Frage mit einer Auswahl.' }]
  return mappingProblems(codes, first).map((message) => ({ path: `${path}/codes`, message }))
}

function pairOfChoices(pair: Continued, before: Question, after: Question): [Options, Options][] {
  const was = before.variables.find(({ name }) => name === pair.before)
  const is = after.variables.find(({ name }) => name === pair.after)
  if (was?.options === undefined || is?.options === undefined || typeOf(is.type).measure !== 'category') return []
  return [[was.options, is.options]]
}

/** Case is no difference. */
const meaning = (label: string) => label.trim().toLowerCase()

function differenceWords(before: Options, after: Options): string {
  const without = (some: Options, others: Options) =>
    some.filter(({ code }) => !others.some((other) => other.code === code))
  const changed = before.filter(({ code, label }) =>
    after.some((other) => other.code === code && meaning(other.label) !== meaning(label)),
  )
  return [
    ['nur früher', without(before, after)] as const,
    ['nur später', without(after, before)] as const,
    ['anders benannt', changed] as const,
  ]
    .filter(([, options]) => options.length > 0)
    .map(([words, options]) => `${words}: ${options.map(({ code }) => code).join(', ')}`)
    .join('; ')
}

function mappingProblems(codes: CodeMap, [before, after]: [Options, Options]): string[] {
  const mapping = codeMappingOf(codes)
  return [
    ...twice(mapping.categories.map(({ code }) => code)).map(
      (code) => `Die gemeinsame Antwort „${code}“ steht zweimal.`,
    ),
    ...twice(mapping.categories.map(({ label }) => label)).map(
      (label) => `Zwei gemeinsame Antworten heißen „${label}“.`,
    ),
    ...sideProblems(mapping, 'before', before),
    ...sideProblems(mapping, 'after', after),
  ]
}

function sideProblems({ categories, undecided }: CodeMapping, side: 'before' | 'after', options: Options): string[] {
  const named = [...categories.flatMap((one) => one[side]), ...undecided[side]]
  const known = options.map(({ code }) => code)
  const when = side === 'before' ? 'früheren' : 'späteren'
  return [
    ...named
      .filter((code) => !known.includes(code))
      .map((code) => `Die Antwort „${code}“ der ${when} Umfrage gibt es nicht.`),
    ...known
      .filter((code) => !named.includes(code))
      .map((code) => `Die Antwort „${code}“ der ${when} Umfrage kommt nicht vor.`),
    ...twice(named).map((code) => `Die Antwort „${code}“ der ${when} Umfrage ist zweimal zugeordnet.`),
  ]
}

const twice = (all: readonly string[]) => [...new Set(all.filter((one, place) => all.indexOf(one) !== place))]
