import { z } from 'zod'
import type { AskedAmendment } from './check-amendments.ts'
import { amendmentReasons, amendmentSources } from './grounds.ts'

const value = z.union([z.number(), z.string(), z.literal(true)]).nullable()
const shape = z.object({
  amendments: z
    .array(
      z.object({
        participantId: z.number(),
        field: z.string(),
        was: value,
        became: value,
        reason: z.enum(Object.keys(amendmentReasons) as [keyof typeof amendmentReasons]),
        source: z.enum(Object.keys(amendmentSources) as [keyof typeof amendmentSources]),
        note: z.string(),
      }),
    )
    .min(1),
})

/** Amendments as a proposal keeps them. */
export const askedAmendments = (asked: unknown): AskedAmendment[] => shape.parse(asked).amendments
