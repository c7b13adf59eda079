import { z } from 'zod'
import { InputError } from '../errors/input-error.ts'
import { type Terms, waveKinds } from './rules.ts'

const longestDays = 36_500

const term = z.strictObject({
  days: z.number().int().min(0).max(longestDays).nullable(),
  archive: z.boolean().default(false),
})
const terms = z.strictObject({
  contact: term.optional(),
  drafts: term.optional(),
  initials: term.optional(),
  codes: term.optional(),
  origin: term.optional(),
})

const expected = `Erwartet wird zum Beispiel {"contact": {"days": 90, "archive": false}}; möglich sind ${waveKinds.join(', ')}, days von 0 bis ${longestDays} oder null (ohne Frist).`

/** The terms that a file names; what it leaves out stays as it is. */
export function readTerms(name: string, text: string): Partial<Terms> {
  const read = terms.safeParse(parse(name, text))
  if (read.success) return withoutGaps(read.data)
  throw new InputError(
    read.error.issues.map(({ path, ...issue }) => {
      const place = [...path, ...('keys' in issue ? issue.keys : [])].join('.')
      return `${name}: ${place === '' ? 'Der Inhalt' : `„${place}“`} ist so nicht möglich. ${expected}`
    }),
  )
}

const termForAll = z.strictObject({
  log: z.strictObject({ days: z.number().int().min(365).max(longestDays).nullable() }),
})

/** How many days the log is kept, as a file names it. */
export function readTermForAll(name: string, text: string): { days: number | null } {
  const expected = `Erwartet wird zum Beispiel {"log": {"days": 3650}}, days von 365 bis ${longestDays} oder null (ohne Frist).`
  const read = termForAll.safeParse(parse(name, text))
  if (read.success) return read.data.log
  throw new InputError(`${name}: Das ist so nicht möglich. ${expected}`)
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InputError(`${name}: Das ist kein JSON. ${expected}`, { cause })
  }
}

const withoutGaps = (read: z.infer<typeof terms>): Partial<Terms> =>
  Object.fromEntries(waveKinds.flatMap((kind) => (read[kind] === undefined ? [] : [[kind, read[kind]]])))
