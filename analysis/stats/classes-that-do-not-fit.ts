import { assertCounts } from './given.ts'
import { type NotDefined, notDefined } from './not-defined.ts'

/** How a population divides into classes, and the class of everyone in the sample. */
export interface Margin {
  name: string
  classes: readonly string[]
  /** Number in the population, by class. */
  totals: Readonly<Record<string, number>>
}

/**
 * Why weights for this margin cannot exist: a class of the population that nobody in the sample stands for, or somebody
 * in the sample whose class the population does not have.
 *
 *   N_h > 0 and n_h = 0, or N_h = 0 and n_h > 0
 *
 * @example classesThatDoNotFit({ name: 'size', classes: ['s'], totals: { s: 9, l: 1 } })
 * // { notDefined: 'empty-class', where: ['size: l'] }
 */
export function classesThatDoNotFit({ name, classes, totals }: Margin): NotDefined | undefined {
  assertCounts(Object.values(totals), `totals of '${name}'`)
  const present = new Set(classes)
  const inPopulation = (label: string) => Object.hasOwn(totals, label) && (totals[label] as number) > 0
  const unknown = [...present].filter((label) => !inPopulation(label))
  if (unknown.length > 0)
    return notDefined(
      'unknown-class',
      unknown.map((label) => `${name}: ${label}`),
    )
  const empty = Object.keys(totals).filter((label) => inPopulation(label) && !present.has(label))
  if (empty.length > 0)
    return notDefined(
      'empty-class',
      empty.map((label) => `${name}: ${label}`),
    )
  return undefined
}
