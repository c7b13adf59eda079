export type Interval = [lower: number, upper: number]
