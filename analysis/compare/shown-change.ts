import { isTold, type Told } from '../disclosure/hidden.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { PairedChange } from '../stats/paired-change.ts'
import type { WeightedPairedChange } from '../stats/weighted-paired-change.ts'
import type { Shown } from './results.ts'

/** A mean change of pairs, weighted or not. */
export type Change = PairedChange | WeightedPairedChange

/**
 * The change that is said first, with its own interval and its own test: with weights the weighted one; of yes and no that of
 * the share of yes. Undefined where a category has no change of its own.
 */
export function shownChange(result: Shown): Told<Change | NotDefined> | undefined {
  if (result.kind === 'number') return result.weighted ?? result.change
  return result.yes && (result.weighted?.[1]?.change ?? result.yes.change)
}

/** The same, where it can be told and is defined. */
export function toldChange(result: Shown | undefined): Change | undefined {
  const change = result && shownChange(result)
  return change !== undefined && isTold(change) && isDefined(change) ? change : undefined
}
