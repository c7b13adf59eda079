import { InputError } from '../../../errors/input-error.ts'

/** What SPSS reads as a part of a command. */
const reserved = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with'])

const allowed = /^[a-z][a-z0-9_]{0,63}$/

/** Refuses names that SPSS would not take or would take for one another. */
export function refuseNames(names: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const name of names) {
    const folded = name.toLowerCase()
    const twin = seen.get(folded)
    if (twin !== undefined)
      throw new InputError(`SPSS unterscheidet die Namen der Spalten „${twin}“ und „${name}“ nicht.`)
    if (reserved.has(folded) || !allowed.test(folded))
      throw new InputError(`Die Spalte „${name}“ kann in SPSS nicht so heißen.`)
    seen.set(folded, name)
  }
}
