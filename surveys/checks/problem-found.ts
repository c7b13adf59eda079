import type { Found } from './kind.ts'

/** What was read of a field as its problem, with the value that was surely meant. */
export function foundIn(
  field: string,
  problem: { message: string; suggestion?: string } | undefined,
  labelOf = (value: string) => `${value} übernehmen`,
): Found | 'holds' {
  if (problem === undefined) return 'holds'
  const { message, suggestion: value } = problem
  return { fields: [field], message, ...(value !== undefined && { suggestion: { value, label: labelOf(value) } }) }
}
