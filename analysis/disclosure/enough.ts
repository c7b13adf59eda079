import { fewest } from './fewest.ts'

/**
 * A median cuts values into two parts, quartiles cut them into four. From here on no part holds fewer than three, so that none
 * of these figures is the value of one of the two at an end, nor do a few of them together yield the values one by one: of three
 * values a mean, a spread and a median say all there is.
 */
export const fewestForSpread = 2 * fewest
export const fewestForQuartiles = 4 * fewest
