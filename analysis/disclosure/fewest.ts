/** Fewer Kommunen than this are no group: who knows the one could reckon what the other answered. Nobody at all tells nothing. */
export const fewest = 3

export const isFew = (contributors: number): boolean => contributors > 0 && contributors < fewest
