import type { RegionsDefinition, State } from '../../schemas/regions.ts'

/** A name under which a state is looked for, and where it counts. */
export interface StateLine {
  name: string
  /** The official name, where this is another one, or ''. */
  official: string
  /** The name of the field, and what stands beside it. */
  field: string
  region: string
  /** Why it could as well count elsewhere, or ''. */
  assumed: string
}

/** Where each state counts in a question. */
export interface StateLookup {
  title: string
  edition: string
  source: string
  assumed: readonly string[]
  /** In the order of the alphabet. */
  letters: readonly { letter: string; states: readonly StateLine[] }[]
}

/** Variables by name, of which only the label matters here. */
type Labelled = ReadonlyMap<string, { label: string }>

/** The look-ups of a survey, by the ids of its questions. */
export function stateLookups(
  survey: string,
  definitions: readonly RegionsDefinition[],
  variables: Labelled,
): Map<string, StateLookup> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.questions
        .filter((asked) => asked.survey === survey)
        .map(({ question }): [string, StateLookup] => [question, lookup(definition, question, variables)]),
    ),
  )
}

function lookup(
  { title, edition, source, assumed, states }: RegionsDefinition,
  question: string,
  variables: Labelled,
): StateLookup {
  const lines = states
    .flatMap((state) => linesOf(state, question, variables))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'))
  const letters = grouped(lines, ({ name }) => letterOf(name))
  return { title, edition, source, assumed, letters: [...letters].map(([letter, states]) => ({ letter, states })) }
}

function linesOf({ name, region, also, assumed = '' }: State, question: string, variables: Labelled): StateLine[] {
  const field = `${question}_${region}`
  const line = (own: string, official: string) => ({
    name: own,
    official,
    field,
    region: variables.get(field)?.label ?? '',
    assumed,
  })
  return [line(name, ''), ...(also ?? []).map((other) => line(other, name))]
}

/** `Ä` stands with `A`. */
const letterOf = (name: string) => name.normalize('NFD').charAt(0).toUpperCase()

/** The official names of the states that count for a field. */
export const statesOfField = ({ letters }: StateLookup, field: string): string[] =>
  letters.flatMap(({ states }) =>
    states.filter((one) => one.field === field && one.official === '').map(({ name }) => name),
  )

/** Each doubt once, with the states that it is about. */
export function doubtsOf({ letters }: StateLookup): { names: string; why: string }[] {
  const doubtful = letters.flatMap(({ states }) =>
    states.filter(({ official, assumed }) => official === '' && assumed !== ''),
  )
  return [...grouped(doubtful, ({ assumed }) => assumed)].map(([why, states]) => ({
    names: states.map(({ name }) => name).join(', '),
    why,
  }))
}

function grouped<One>(list: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
