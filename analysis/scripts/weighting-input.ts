import type { CompareOptions } from '../compare/options.ts'
import { isCorrected } from '../compare/weighted-change.ts'

/** What errors of weighted figures are made from. */
export interface ScriptWeighting {
  /** Whether weights make up for those who are silent. */
  isOfSilent: boolean
  isCorrected: boolean
  isStratified: boolean
  /** Whether all are meant whose number is known. */
  isOfWhole: boolean
}

interface Source {
  options: CompareOptions
  indices: readonly number[]
}

export function scriptWeighting({ options, indices }: Source): ScriptWeighting {
  const { weights, population } = options
  const corrects = weights !== undefined && population?.kind === 'asked' && isCorrected(weights)
  return {
    isOfSilent: weights?.report !== undefined,
    isCorrected: corrects,
    isStratified: corrects && weights.report?.method === 'post',
    isOfWhole: isWholeAsked({ options, indices }),
  }
}

export const isWholeAsked = ({ options: { population }, indices }: Source) =>
  population?.kind === 'asked' && population.frame.length === indices.length

/** The weight of a unit, where it has one. */
export function weightAt(values: Float64Array | undefined, index: number): number | undefined {
  const weight = values?.[index] ?? Number.NaN
  return weight > 0 ? weight : undefined
}

/** Labels as numbers, which need no quotation marks. */
export function numbered(classes: readonly string[]): number[] {
  const places = new Map([...new Set(classes)].map((label, place) => [label, place + 1]))
  return classes.map((label) => places.get(label) as number)
}
