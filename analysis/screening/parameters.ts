/**
 * How sharply is looked. U, A and C are those of Hidiroglou and Berthelot: U says how much the size of a number counts in its change (as in the checks of the definitions),
 * A keeps small deviations from standing out where nearly all changed alike, C is the distance from which on a change stands out, in
 * distances of the quartile.
 */
export const parameters = {
  U: 0.25,
  A: 0.05,
  C: 4,
  /** From this robust distance on a number per inhabitant stands out among similar Kommunen. */
  similar: 3.5,
  /** Fewer than these are not compared with. */
  fewestToCompare: 10,
  /** How far a check is believed: an error, a signal that nobody explained or many with the same words, one with words of its own. */
  error: 0.9,
  unexplained: 0.7,
  explained: 0.35,
  /** What of a published total may stay behind the line, not looked at. */
  leftOver: 0.02,
} as const

export type Parameters = { readonly [Name in keyof typeof parameters]: number }

/** What a distance beyond a limit says: nothing at the limit, nearly all far beyond. */
export const suspicionOf = (distance: number, limit: number): number => Math.max(0, 1 - limit / Math.abs(distance))
