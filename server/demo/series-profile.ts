import { z } from 'zod'

const month = z.string().regex(/^\d{4}-\d{2}$/)

/** How the figures of an indicator are made up: a share of the inhabitants, or of another indicator of the same unit and year. */
const series = z.strictObject({
  indicator: z.string(),
  level: z.enum(['gemeinde', 'kreis']),
  every: z.enum(['stichtag', 'jahr', 'monat']),
  of: z.string().optional(),
  share: z.number(),
  /** How much units differ for good, and how much every figure wavers. */
  spread: z.number(),
  noise: z.number(),
  /** A factor for every year. */
  course: z.array(z.number()),
  /** To multiples of what figures are rounded. */
  round: z.number().optional(),
  /** Smaller numbers are kept secret. */
  secretBelow: z.number().optional(),
  /** Whether Landkreise get the sum over their Kommunen. */
  alsoKreis: z.boolean().optional(),
  /** May be negative. */
  signed: z.boolean().optional(),
  /** How far figures rise in winter and fall in summer. */
  season: z.number().optional(),
  /** By how much the figure grows for every month after the Integrationsmanagement began in the Kreis: a truth to find again. */
  afterStart: z.number().optional(),
})

const profile = z.strictObject({
  synthetic: z.literal(true),
  title: z.string(),
  source: z.string(),
  licence: z.string(),
  years: z.tuple([z.number(), z.number()]),
  months: z.tuple([month, month]),
  /** The month in which Kommunen began: one for each Kreis, and within so many months of it for each Kommune. */
  start: z.strictObject({ indicator: z.string(), from: month, to: month, within: z.number() }),
  series: z.array(series),
})

export type SeriesProfile = z.infer<typeof profile>
export type InventedSeries = z.infer<typeof series>

export const readSeriesProfile = (document: unknown): SeriesProfile => profile.parse(document)
