import { hidden, type Told } from '../disclosure/hidden.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { Estimate, Estimates } from './estimate.ts'
import { withoutError } from './hidden-spread.ts'

/** What some units say of all, as far as it may be told. */
export interface ToldEstimates {
  plain: readonly ToldEstimate[]
  weighted?: readonly ToldEstimate[]
}

export type ToldEstimate = Told<Estimate | NotDefined>

interface Telling {
  /** Whether it is told how many gave an answer. */
  isTold(place: number): boolean
  error: boolean
  weighted: boolean
}

export function tellEstimates({ plain, weighted }: Estimates, { isTold, ...telling }: Telling): ToldEstimates {
  const { test: _test, ...error } = withoutError
  const tell = (one: Estimate | NotDefined, place: number): ToldEstimate => {
    if (!isTold(place)) return hidden
    return isDefined(one) && !telling.error ? { ...one, ...error } : one
  }
  return {
    plain: plain.map(tell),
    ...(weighted && { weighted: telling.weighted ? weighted.map(tell) : weighted.map(() => hidden) }),
  }
}
