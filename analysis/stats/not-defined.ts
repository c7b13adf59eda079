/** Why a statistic has no value. */
export type Reason =
  /** Nothing was given. */
  | 'no-values'
  /** The formula needs more values than were given. */
  | 'too-few-values'
  /** All values are the same: a spread of 0 would have to divide. */
  | 'no-variation'
  /** All that there is was counted, and a count of all has no error. */
  | 'complete'
  /** All of the population that is meant answered: nothing is left to chance. */
  | 'no-sampling-error'
  /** Errors that hang together within clusters need more of them. */
  | 'too-few-clusters'
  /** A count of one or two would follow from it. */
  | 'hidden'
  /** No pair differs. */
  | 'no-differences'
  /** A column follows from those before it; `where` names it. */
  | 'collinear'
  /** The columns tell yes from no without an error, so that the coefficients grow without end. */
  | 'separated'
  /** The iteration did not come to rest. */
  | 'not-converged'
  /** A class of the population has nobody who could stand for it; `where` names it. */
  | 'empty-class'
  /** The population says nothing about a class that somebody belongs to; `where` names it. */
  | 'unknown-class'
  /** The margins do not add up to the same total; `where` names them. */
  | 'unequal-totals'

/** Stands where a number would, when there is none: never NaN, never 0. */
export interface NotDefined {
  notDefined: Reason
  /** What it is due to: names of columns, classes or margins. */
  where?: string[]
}

export const notDefined = (reason: Reason, where?: string[]): NotDefined =>
  where === undefined ? { notDefined: reason } : { notDefined: reason, where }

export const isDefined = <Result>(result: Result | NotDefined): result is Result =>
  !(typeof result === 'object' && result !== null && 'notDefined' in result)
