import { z } from 'zod'
import { InputError } from '../errors/input-error.ts'
import type { Lifting, Restriction } from '../store/restrictions.ts'

/**
 * Restrictions and their liftings stand in the list of erasures, since an older state that comes back lacks them as well: a line each,
 * which says where and why, and never what.
 */
const time = z.iso.datetime().transform((text) => new Date(text))
const account = z.number().int().nullable()
const line = z.union([
  z.strictObject({
    restriction: z.strictObject({
      id: z.uuid(),
      at: time,
      participantId: z.number().int(),
      extent: z.enum(['text', 'contact', 'form']),
      field: z.string().nullable(),
      ground: z.enum(['a', 'b', 'c', 'd']),
      request: z.number().int(),
      accountId: account,
    }),
  }),
  z.strictObject({
    lifting: z.strictObject({ id: z.uuid(), at: time, toldOn: z.iso.date(), accountId: account }),
  }),
])

export const restrictionLine = (restriction: Restriction): string => JSON.stringify({ restriction })
export const liftingLine = (lifting: Lifting): string => JSON.stringify({ lifting })

export const isRestrictionLine = (text: string): boolean => /^\{"(?:restriction|lifting)":/.test(text)

/** The restrictions and liftings of the list, the oldest first. */
export const restrictionsOf = (list: string) => list.split('\n').filter(isRestrictionLine).map(readLine)

function readLine(text: string): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(text))
  } catch (cause) {
    throw new InputError(
      'erasures.jsonl: Eine Zeile über eine Einschränkung lässt sich nicht lesen. Solange das so ist, startet Stichtag nicht, denn was nicht ' +
        'benutzt werden darf, könnte wieder benutzt werden. Bitte holen Sie die Datei aus der neuesten Sicherung zurück.',
      { cause },
    )
  }
}
