import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isDate } from '../../surveys/reading/dates.ts'

/** Units that became one on a day. */
export interface Merger {
  /** The first day on which they are one. */
  ab: string
  in: string
  /** eingliederung: into a unit that was there before. neubildung: the unit is new. */
  art: 'eingliederung' | 'neubildung'
  /** Keys and names of the units that ended. */
  aus: Record<string, string>
}

const key = z.string().regex(/^[1-4]\d{5}$|^[1-4]\d{2}$/)
const document = z.strictObject({
  gemeindefrei: z.record(key, z.string()),
  zusammenschluesse: z.array(
    z.strictObject({
      ab: z.string().refine(isDate),
      in: key,
      art: z.enum(['eingliederung', 'neubildung']),
      aus: z.record(key, z.string()),
    }),
  ),
})

const known = document.parse(JSON.parse(readFileSync(new URL('gebiete.json', import.meta.url), 'utf8')))

/** All mergers on record, in the order of their days. */
export const mergers: readonly Merger[] = known.zusammenschluesse.toSorted((a, b) => (a.ab < b.ab ? -1 : 1))

/** Areas that belong to no Kommune and have no inhabitants, by key. */
export const unincorporated: ReadonlyMap<string, string> = new Map(Object.entries(known.gemeindefrei))

/** The merger in which a unit ended, by its key. */
export function endingsOf(all: readonly Merger[]): Map<string, Merger> {
  return new Map(all.flatMap((merger) => Object.keys(merger.aus).map((unit) => [unit, merger] as const)))
}
