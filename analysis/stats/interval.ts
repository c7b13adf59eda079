export type Interval = [lower: number, upper: number]

/** How sure an interval is meant to be where nothing else is asked for. */
export const confidenceLevel = 0.95
