import type { CountedColumn, CountingDefinition, FurtherColumn, Heading, Value } from '../../schemas/counting.ts'
import type { RegionsDefinition } from '../../schemas/regions.ts'

/** How answers of a version are counted from a list: all that a browser has to know to do so. */
export interface CountingPlan {
  /** The list, by the name under which a browser remembers how its columns are called. */
  list: string
  title: string
  /** As `2018-12-15`, or '' where there is none. */
  stichtag: string
  /** The variable for how many persons there are, if it is asked. */
  persons: string | undefined
  key: Heading
  begin: Heading
  end: Heading
  columns: PlannedColumn[]
  /** What else stands in the template. */
  further: readonly FurtherColumn[]
  /** The variables that are counted, in the order of the form. */
  fields: CountedField[]
}

/** A variable as it stands beside its count. */
export interface CountedField {
  name: string
  number: string
  question: string
  label: string
}

export interface PlannedColumn {
  id: string
  question: string
  /** The printed number of the question. */
  number: string
  column: string
  headings: readonly string[]
  hint: string
  /** A day of birth or an age is worked out; all else is looked up. */
  isAge: boolean
  isState: boolean
  values: PlannedValue[]
  /** Words for: nobody knows. */
  unknown: readonly string[]
  /** The variable for persons of whom it is not known, if the question has one. */
  unknownField: string | undefined
  /** Where another column says this, the question does not arise. */
  unless?: { column: string; value: string }
}

/** What may stand in a column, and the variables that a person with it is counted in. */
export interface PlannedValue {
  label: string
  counts: readonly string[]
  words: readonly string[]
  /** There should be a field for it. */
  noField?: boolean
  from?: number
  to?: number
}

/** What is known of the version for which something is counted. */
interface Asked {
  stichtag?: string | undefined
  questions: ReadonlyMap<string, AskedQuestion>
  variables: readonly AskedVariable[]
}

interface AskedQuestion {
  number: string
  variables: readonly AskedVariable[]
}

interface AskedVariable extends CountedField {
  role: string
}

/** The plan for a version; undefined where it asks nothing that the list tells. What it does not ask is left out. */
export function countingPlan(
  definition: CountingDefinition,
  { stichtag = '', questions, variables }: Asked,
  regions: readonly RegionsDefinition[],
): CountingPlan | undefined {
  const known = new Set(variables.map(({ name }) => name))
  const columns = definition.columns.flatMap((column) => {
    const question = questions.get(column.question)
    return question === undefined ? [] : [plannedColumn(column, question, known, regions)]
  })
  if (columns.length === 0) return undefined
  const ids = new Set(columns.map(({ id }) => id))
  const persons = known.has(definition.persons) ? definition.persons : undefined
  const counted = new Set([persons, ...columns.flatMap(fieldsOf)])
  return {
    list: definition.id,
    title: definition.title,
    stichtag,
    persons,
    key: definition.key,
    begin: definition.begin,
    end: definition.end,
    further: definition.further,
    // What depends on a column that is not asked here depends on nothing.
    columns: columns.map(({ unless, ...column }) =>
      unless && ids.has(unless.column) ? { ...column, unless } : column,
    ),
    fields: variables
      .filter(({ name }) => counted.has(name))
      .map(({ name, number, question, label }) => ({ name, number, question, label })),
  }
}

/** The plan for some sections of a form, which have no more than these variables. */
export function partOfPlan(plan: CountingPlan, variables: ReadonlyMap<string, unknown>): CountingPlan | undefined {
  const fields = plan.fields.filter(({ name }) => variables.has(name))
  const questions = new Set(fields.map(({ question }) => question))
  const columns = plan.columns.filter(({ question }) => questions.has(question))
  const ids = new Set(columns.map(({ id }) => id))
  if (columns.length === 0) return undefined
  return {
    ...plan,
    persons: plan.persons !== undefined && variables.has(plan.persons) ? plan.persons : undefined,
    fields,
    columns: columns.map(({ unless, ...column }) =>
      unless && ids.has(unless.column) ? { ...column, unless } : column,
    ),
  }
}

export const fieldsOf = ({ values, unknownField }: PlannedColumn): string[] => [
  ...values.flatMap(({ counts }) => counts),
  ...(unknownField === undefined ? [] : [unknownField]),
]

function plannedColumn(
  { id, question, column, headings, hint, reads, values = [], unknown = [], states = [], unless }: CountedColumn,
  { number, variables }: AskedQuestion,
  known: ReadonlySet<string>,
  regions: readonly RegionsDefinition[],
): PlannedColumn {
  const ofStates = reads === 'states' ? stateValues(question, variables, states, regions) : undefined
  return {
    ...{ id, question, number, column, headings, hint },
    isAge: reads === 'age',
    isState: reads === 'states',
    values: ofStates?.values ?? values.map((value) => plannedValue(value, known)),
    unknown: [...unknown, ...(ofStates?.unknown ?? [])],
    unknownField: variables.find(({ role }) => role === 'unknown')?.name,
    ...(unless && { unless }),
  }
}

const plannedValue = (
  { label, counts, words, noField, from, to }: Value,
  known: ReadonlySet<string>,
): PlannedValue => ({
  label,
  counts: counts.filter((name) => known.has(name)),
  words,
  ...(noField === undefined ? {} : { noField }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

/** A value for each region of the question, with all that its states are called. */
function stateValues(
  question: string,
  variables: readonly AskedVariable[],
  further: NonNullable<CountedColumn['states']>,
  regions: readonly RegionsDefinition[],
): { values: PlannedValue[]; unknown: string[] } {
  const definition = regions.find(({ questions }) => questions.some((one) => one.question === question))
  const wordsOf = (region: string) =>
    (definition?.states ?? [])
      .filter((state) => state.region === region)
      .flatMap(({ key, name, also = [] }) => [
        ...[key, name, ...also],
        ...further.filter((one) => one.key === key).flatMap(({ words }) => words),
      ])
  const items = variables.filter(({ role }) => role === 'item')
  return {
    values: items.map(({ name, label }) => ({
      label,
      counts: [name],
      words: wordsOf(name.slice(question.length + 1)),
    })),
    unknown: wordsOf('unbekannt'),
  }
}
