import { notDefined } from '../stats/not-defined.ts'

/** Stands where a figure would that says how single ones lie. */
export const isHidden = notDefined('hidden')

/** Of a change, how sure it is. */
export const withoutError = { se: isHidden, interval: isHidden, test: isHidden }

/** The same with its spread: that says how the changes of few lie. */
export const withoutSpread = { sd: isHidden, ...withoutError }
