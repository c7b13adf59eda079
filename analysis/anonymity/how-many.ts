import { fewest } from '../disclosure/fewest.ts'

/**
 * How many at least have the same region, size and numbers in a file for science: with five, who knows which group somebody is in
 * is wrong four times out of five, and two of the group who put together what they know still do not find the others.
 */
export const usualK = 5

/** Nobody asks for fewer than tables tell of. */
export const leastK = fewest
