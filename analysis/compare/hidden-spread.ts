import { notDefined } from '../stats/not-defined.ts'

/** Stands where a figure would that says how single ones lie. */
export const isHidden = notDefined('hidden')

/** Of a change, how sure it is: that says how the changes of few lie. */
export const withoutSpread = { sd: isHidden, se: isHidden, interval: isHidden, test: isHidden }
