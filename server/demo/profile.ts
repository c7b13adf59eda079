import { z } from 'zod'

const probability = z.number().min(0).max(1)

/** How invented answers are made: in this order, each number from one that is there already. */
const step = z.union([
  z.strictObject({
    /** A number as a share of another, or of the inhabitants. */
    number: z.string(),
    of: z.string(),
    share: z.number(),
    spread: z.number(),
    /** What it is rounded to: 1 if nothing is said. */
    unit: z.number().optional(),
    /** How often it is not 0; then it is 1 at least. */
    occurs: probability.optional(),
    /** Where the earlier wave has this number, it is what it was then, changed by this share. */
    change: z.strictObject({ share: z.number(), spread: z.number() }).optional(),
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
    /** How often a field that is rare is not 0. */
    occurs: z.record(z.string(), probability).default({}),
    /** Where the earlier wave has these numbers, their proportions are what they were then, changed by these factors. */
    change: z.record(z.string(), z.number()).optional(),
    /** Fields that the earlier wave did not have: they are as in `shares`, and the others leave them that room. */
    arriving: z.array(z.string()).default([]),
  }),
])

/** Who answers: more of the large ones, and more of those who answered before. */
const response = z.strictObject({
  base: z.number(),
  /** For each factor of e in the number of inhabitants. */
  size: z.number(),
  /** Taken off where the earlier wave has no answer. */
  newcomers: z.number(),
})

const profile = z.strictObject({
  wave: z.string(),
  synthetic: z.literal(true),
  /** The wave that these answers follow from, where there is one. */
  earlier: z.string().optional(),
  response,
  /** Whose access code is shown, and how far they are. */
  shown: z.array(z.strictObject({ unit: z.string(), state: z.enum(['leer', 'begonnen', 'abgesendet']) })),
  steps: z.array(step),
  /** How often the information on a question is said not to be available. */
  notAvailable: z.record(z.string(), probability),
  /** How often a single number stays blank. */
  blank: probability,
  /** How often a number is off, so that a signal has to be justified. */
  slip: probability,
  slips: z.array(z.string()),
  /** How often an option is ticked, or a free row is used. */
  ticked: z.record(z.string(), probability),
  /** By field or question: how often each code is chosen, or how shares are divided. */
  weights: z.record(z.string(), z.record(z.string(), z.number())),
  /** By question: from when to when a day or month lies, where that is less than the question allows. */
  dates: z.record(z.string(), z.strictObject({ from: z.iso.date(), to: z.iso.date() })).default({}),
  texts: z.record(z.string(), z.array(z.string())),
  comments: z.record(z.string(), z.array(z.string())),
  comment: probability,
  justifications: z.array(z.strictObject({ reason: z.string(), text: z.string() })),
})

export type Profile = z.infer<typeof profile>
export type Step = z.infer<typeof step>
export type State = Profile['shown'][number]['state']

export const readProfile = (document: unknown): Profile => profile.parse(document)
