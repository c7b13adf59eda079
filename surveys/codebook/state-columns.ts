import type { Instrument, Variable } from '../compile/instrument.ts'
import { isNumberType, typeOf } from '../types/index.ts'
import { isExported, leadingColumns } from './columns.ts'
import { describedColumns } from './describe-columns.ts'
import { type DescribedColumn, dataState, describedReason, synthetic } from './described-column.ts'
import { longestColumn } from './reason-column.ts'
import { shortName } from './short-name.ts'

/** What a value is beside the one that is used. */
const valueStates = ['erhoben', 'vorwelle', 'register', 'ergaenzt', 'verfahren'] as const

export type ValueState = (typeof valueStates)[number]

/** The longest ending, with that of a reason behind it. */
const longest = longestColumn - '_erhoben_fehlt'.length

export const stateName = (name: string, state: ValueState): string => `${shortName(name, longest)}_${state}`

/** What can have several states: numbers, choices and ticked boxes. */
export const hasStates = (variable: Variable): boolean =>
  isExported(variable) && variable.role !== 'derived' && typeOf(variable.type).measure !== 'none'

/** Which states a variable can have in a survey: what only some have is no column of the others. */
export function statesOf(variable: Variable, { continues }: { continues: boolean }): ValueState[] {
  const isCompletable = isNumberType(variable.type) && typeOf(variable.type).unit !== '%'
  return [
    'erhoben',
    ...(continues ? (['vorwelle'] as const) : []),
    ...(variable.register === undefined ? [] : (['register'] as const)),
    ...(isCompletable ? (['ergaenzt', 'verfahren'] as const) : []),
  ]
}

interface StatesTold {
  variables: readonly Variable[]
  /** Whether the survey continues an earlier one. */
  continues: boolean
  methods: readonly { code: string; label: string }[]
}

/** The columns of the file in which each state of some values stands beside the value that is used. */
export function stateColumns(instrument: Instrument, { variables, continues, methods }: StatesTold): DescribedColumn[] {
  const known = new Map(describedColumns(instrument).map((column) => [column.name, column]))
  const [wave, unit] = leadingColumns(instrument)
  const columns = variables.flatMap((variable): DescribedColumn[] => {
    const used = known.get(variable.name)
    if (used === undefined) return []
    const { type, decimals, values, label, missing } = used
    const form = { type, ...(decimals !== undefined && { decimals }), ...(values && { values }) }
    const collected = stateName(variable.name, 'erhoben')
    const ofState: Record<ValueState, DescribedColumn[]> = {
      erhoben: [
        {
          ...form,
          name: collected,
          label: `Wie angegeben: ${label}`,
          ...(missing && { missing: beside(collected, missing) }),
        },
        ...(missing ? [describedReason(collected, beside(collected, missing))] : []),
      ],
      vorwelle: [{ ...form, name: stateName(variable.name, 'vorwelle'), label: `Vorwelle: ${label}` }],
      register: [{ name: stateName(variable.name, 'register'), label: `Register: ${label}`, type: 'decimal' }],
      ergaenzt: [{ name: stateName(variable.name, 'ergaenzt'), label: `Ergänzt: ${label}`, type: 'decimal' }],
      verfahren: [
        {
          name: stateName(variable.name, 'verfahren'),
          label: `Womit ergänzt: ${label}`,
          type: 'code',
          values: methods,
        },
      ],
    }
    return [
      used,
      ...(missing ? [describedReason(variable.name, missing)] : []),
      ...statesOf(variable, { continues }).flatMap((state) => ofState[state]),
    ]
  })
  return [
    wave,
    unit,
    ...columns,
    { name: 'vorwelle', label: 'Kennung der Vorwelle', type: 'code' },
    synthetic,
    dataState,
  ]
}

const beside = (name: string, missing: NonNullable<DescribedColumn['missing']>) => ({
  ...missing,
  column: `${name}_fehlt`,
})
