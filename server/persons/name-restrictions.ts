import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import type { KnownRestriction } from '../store/restrictions.ts'
import { askedIn, formOf } from './name-texts.ts'

export interface NamedRestriction extends KnownRestriction {
  /** Where it stands, as people know it. */
  place: string
}

/** Says of restrictions what they are of. */
export async function nameRestrictions(
  { db, forms }: { db: Db; forms: Forms },
  all: readonly KnownRestriction[],
): Promise<NamedRestriction[]> {
  const named = all.map(async (one) => {
    const { wave, unit, extent, field } = one
    if (field === null)
      return { ...one, place: `${wave}, ${unit}: ${extent === 'form' ? 'der ganze Bogen' : 'alle Kontaktdaten'}` }
    const { question, label } = askedIn(await formOf(db, forms, wave), field)
    return { ...one, place: `${wave}, ${unit}: ${question} ${label}`.trim() }
  })
  return Promise.all(named)
}
