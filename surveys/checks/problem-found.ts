import { takingOver } from '../reading/suggestion.ts'
import type { Found } from './kind.ts'

/** What was read of a field as its problem, with the value that was surely meant. */
export function foundIn(
  field: string,
  problem: { message: string; suggestion?: string } | undefined,
  offer = takingOver,
): Found | 'holds' {
  if (problem === undefined) return 'holds'
  const { message, suggestion: value } = problem
  return { fields: [field], message, ...(value !== undefined && { suggestions: [offer(value)] }) }
}
