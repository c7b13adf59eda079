import type { ValuesUsed } from '../../surveys/codebook/values-used.ts'

/** A state of the data, and which values of it are meant. */
export interface DataUsed {
  state: number
  values: ValuesUsed
}

const functions: Record<ValuesUsed, string> = { amended: 'submission_in', collected: 'collected_in' }

/** The submissions in a state of the data, as they may be given out: the same number gives the same rows again. */
export const submissionsIn = ({ state, values }: DataUsed): string => `${functions[values]}(${stateExpression(state)})`

/** The state that a file is of, in every row. */
export const stateExpression = (state: number): string => `${Math.trunc(state)}::bigint`
