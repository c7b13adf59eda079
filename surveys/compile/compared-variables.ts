import type { RelationCheck } from './instrument.ts'

/** The variables on both sides of a comparison. */
export const comparedVariables = ({ left, right }: RelationCheck): string[] => [
  ...left,
  ...('variables' in right ? right.variables : []),
]
