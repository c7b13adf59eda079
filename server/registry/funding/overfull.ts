import { formatNumber } from '../../../surveys/reading/number.ts'
import { isInForce, merged } from './in-force.ts'
import type { EinsatzRow } from './rows.ts'

/** Rows of a file with which somebody would work more than a full post, for however many recipients. */
export function overfull(
  known: readonly EinsatzRow[],
  given: readonly EinsatzRow[],
): { row: EinsatzRow; sentence: string }[] {
  const persons = new Set(given.map(({ im_nummer }) => im_nummer))
  const all = merged(
    known.filter(({ im_nummer }) => persons.has(im_nummer)),
    given,
    ({ einsatz }) => einsatz,
  )
  const byPerson = new Map<string, EinsatzRow[]>()
  for (const row of all) byPerson.set(row.im_nummer, [...(byPerson.get(row.im_nummer) ?? []), row])
  return given.flatMap((row) => {
    const own = byPerson.get(row.im_nummer) ?? []
    const self = own.find((one) => one.einsatz === row.einsatz && one.valid_from === row.valid_from)
    if (self === undefined) return []
    // A sum is largest on a day on which something begins.
    const days = [row.valid_from, ...own.map(({ valid_from }) => valid_from)].filter((day) => isInForce(self, day))
    for (const day of days.toSorted()) {
      const held = own.filter((one) => isInForce(one, day))
      const hundredths = held.reduce((sum, { vzae }) => sum + Math.round(vzae * 100), 0)
      if (hundredths <= 100) continue
      const parts = held.map(({ empfaenger, vzae }) => `${empfaenger}: ${formatNumber(vzae)}`).join('; ')
      const sentence = `${row.im_nummer} käme am ${day} auf ${formatNumber(hundredths / 100)} Vollzeitstellen (${parts}). Eine Person hat höchstens eine.`
      return [{ row, sentence }]
    }
    return []
  })
}
