import { sum as sumOf } from '../stats/sum.ts'

/** What of a variable adds up: its numbers, its mean alone, or nothing. */
export type Measure = 'sum' | 'mean' | 'none'

/** A variable with its values before and after all corrections, of those who have one. */
export interface MeasuredVariable {
  name: string
  label: string
  number: string
  measure: Measure
  before: ReadonlyMap<number, number>
  after: ReadonlyMap<number, number>
}

/** A correction that is used, and by how much it changed the number of each variable; undefined where that is no number. */
export interface AppliedAmendment {
  /** The place of the unit. */
  index: number
  /** Why, by which source, by whom: codes. */
  ground: Readonly<Record<Division, string>>
  changed: ReadonlyMap<string, number | undefined>
}

/** What corrections are divided by. */
export const divisions = ['reason', 'source', 'account'] as const
export type Division = (typeof divisions)[number]

/** How many values were changed, of which units, and by how much that changed their sum. */
export interface Change {
  values: number
  indices: readonly number[]
  sum: number | undefined
}

/** Of how many units there is a value, and what they come to. */
export interface Total {
  indices: readonly number[]
  value: number | undefined
}

export interface VariableChange extends Omit<MeasuredVariable, 'before' | 'after'> {
  change: Change
  before: Total
  after: Total
}

/** What the corrections of one reason, source or account made. */
export interface PartChange {
  code: string
  change: Change
  variables: readonly { name: string; change: Change }[]
}

export interface WaveChanges {
  change: Change
  variables: readonly VariableChange[]
  parts: Readonly<Record<Division, readonly PartChange[]>>
}

interface ChangedValue {
  index: number
  variable: MeasuredVariable
  by: number | undefined
  ground: AppliedAmendment['ground']
}

/** What corrections made of the totals of a wave: of each variable, and by why, from where and by whom. */
export function waveChanges(
  amendments: readonly AppliedAmendment[],
  variables: readonly MeasuredVariable[],
): WaveChanges {
  const known = new Map(variables.map((one) => [one.name, one]))
  const values = amendments.flatMap(({ index, ground, changed }) =>
    [...changed].flatMap(([name, by]): ChangedValue[] => {
      const variable = known.get(name)
      return variable === undefined ? [] : [{ index, variable, by, ground }]
    }),
  )
  return {
    change: changeOf(values, false),
    variables: variables.flatMap((variable) => {
      const own = values.filter((one) => one.variable === variable)
      return own.length === 0 ? [] : [variableChange(variable, own)]
    }),
    parts: {
      reason: partsOf(values, variables, 'reason'),
      source: partsOf(values, variables, 'source'),
      account: partsOf(values, variables, 'account'),
    },
  }
}

const variableChange = (
  { before, after, ...variable }: MeasuredVariable,
  values: readonly ChangedValue[],
): VariableChange => ({
  ...variable,
  change: changeOf(values, variable.measure === 'sum'),
  before: totalOf(before, variable.measure),
  after: totalOf(after, variable.measure),
})

function partsOf(
  values: readonly ChangedValue[],
  variables: readonly MeasuredVariable[],
  division: Division,
): PartChange[] {
  const codes = [...new Set(values.map(({ ground }) => ground[division]))].sort()
  return codes.map((code) => {
    const own = values.filter(({ ground }) => ground[division] === code)
    return {
      code,
      change: changeOf(own, false),
      variables: variables.flatMap((variable) => {
        const some = own.filter((one) => one.variable === variable)
        const { name, measure } = variable
        return some.length === 0 ? [] : [{ name, change: changeOf(some, measure === 'sum') }]
      }),
    }
  })
}

const changeOf = (values: readonly ChangedValue[], addsUp: boolean): Change => ({
  values: values.length,
  indices: [...new Set(values.map(({ index }) => index))],
  sum: addsUp ? sumOf(values.map(({ by = 0 }) => by)) : undefined,
})

function totalOf(values: ReadonlyMap<number, number>, measure: Measure): Total {
  const indices = [...values.keys()]
  const sum = sumOf([...values.values()])
  return {
    indices,
    value: measure === 'none' || indices.length === 0 ? undefined : measure === 'sum' ? sum : sum / indices.length,
  }
}
