import { z } from 'zod'
import { InputError } from '../errors/input-error.ts'

/** That an account has lost its name stands in the list of erasures: its number, never its name. */
const line = z.strictObject({
  forgotten: z.strictObject({
    account: z.number().int(),
    at: z.iso.datetime().transform((text) => new Date(text)),
    by: z.number().int().nullable(),
  }),
})

export type Forgotten = z.infer<typeof line>['forgotten']

export const forgottenLine = (forgotten: Forgotten): string => JSON.stringify({ forgotten })

export const isForgottenLine = (text: string): boolean => text.startsWith('{"forgotten":')

/** The accounts of the list that have lost their name, the oldest first. */
export const forgottenOf = (list: string): Forgotten[] => list.split('\n').filter(isForgottenLine).map(readLine)

function readLine(text: string): Forgotten {
  try {
    return line.parse(JSON.parse(text)).forgotten
  } catch (cause) {
    throw new InputError(
      'erasures.jsonl: Eine Zeile über ein Konto lässt sich nicht lesen. Solange das so ist, startet Stichtag nicht, denn ein ' +
        'gelöschter Name könnte wieder da sein. Bitte holen Sie die Datei aus der neuesten Sicherung zurück.',
      { cause },
    )
  }
}
