/** People round, so that nine shares may miss the 100 by a little. */
export const sharesTolerance = 0.5
