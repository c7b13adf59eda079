import type { Refusal } from '../../analysis/sources/source.ts'

/** Nobody mends more by hand; a file of millions of lines that is none of ours would fill the memory with what is wrong with it. */
const mostFaults = 5_000

/** Whether to read on is no use. Then the list of faults says so. */
export function isTooFaulty(problems: Refusal[], line: number): boolean {
  if (problems.length < mostFaults) return false
  const sentence = 'Bis hierher ist schon zu viel falsch; weiter wurde nicht gelesen. Ist es die richtige Datei?'
  problems.push({ line, sentence })
  return true
}
