import { z } from 'zod'

/** How invented answers are made: in this order, each number from one that is there already. */
const step = z.union([
  z.strictObject({
    /** A number as a share of another, or of the inhabitants. */
    number: z.string(),
    of: z.string(),
    share: z.number(),
    spread: z.number(),
  }),
  z.strictObject({
    /** A number divided among the fields of a question. */
    split: z.string(),
    of: z.string(),
    /** By field, without the question's name in front. */
    shares: z.record(z.string(), z.number()),
    /** The question whose fields these are parts of. */
    within: z.string().optional(),
    /** The share of the number that is divided at all. */
    part: z.number().optional(),
  }),
])

const profile = z.strictObject({
  wave: z.string(),
  synthetic: z.literal(true),
  steps: z.array(step),
  /** How often the information on a question is said not to be available. */
  notAvailable: z.record(z.string(), z.number()),
  /** How often a single number stays blank. */
  blank: z.number(),
  /** How often a number is off, so that a signal has to be justified. */
  slip: z.number(),
  slips: z.array(z.string()),
  ticked: z.record(z.string(), z.number()),
  texts: z.record(z.string(), z.array(z.string())),
  comments: z.record(z.string(), z.array(z.string())),
  comment: z.number(),
  justifications: z.array(z.strictObject({ reason: z.string(), text: z.string() })),
})

export type Profile = z.infer<typeof profile>
export type Step = z.infer<typeof step>

export const readProfile = (document: unknown): Profile => profile.parse(document)
