import { checkKindOf } from '../../surveys/checks/index.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { checksOf } from './contradicts.ts'
import { equalSums } from './equal-sums.ts'

/** The variables that have to be read to complete some: what they follow from, step by step, and what the checks on all of these look at. */
export function neededFor(names: readonly string[], instrument: Instrument): string[] {
  const tied = new Set(names)
  const sums = equalSums(instrument).map(({ parts, total }) => [...parts, total])
  // A set that grows is gone through to its end.
  for (const name of tied)
    for (const members of sums) if (members.includes(name)) for (const one of members) tied.add(one)
  const looked = checksOf(instrument, tied).flatMap((check) => checkKindOf(check.kind).fields(check))
  return [...new Set([...tied, ...looked])]
}
