import type { KnownOfYear } from '../../analysis/rollup/who-stands-where.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import { everyEinsatz, everyEmpfaenger } from '../store/funding-rows.ts'

/** What the register says of a year: for whom each person worked in it, and what all were called at its end. */
export async function knownOfYear(db: Db, register: Register, year: number): Promise<KnownOfYear> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const [postings, recipients] = await Promise.all([everyEinsatz(db), everyEmpfaenger(db)])
  const recipientsOf = new Map<string, string[]>()
  for (const { im_nummer, empfaenger, valid_from, valid_to } of postings)
    if (valid_from <= last && (valid_to ?? last) >= first)
      recipientsOf.set(im_nummer, [...(recipientsOf.get(im_nummer) ?? []), empfaenger])
  const names = new Map(
    recipients.filter(({ valid_from }) => valid_from <= last).map(({ empfaenger, name }) => [empfaenger, name]),
  )
  return {
    recipientsOf: (number) => recipientsOf.get(number) ?? [],
    recipientName: (key) => names.get(key) ?? register.verbuende.get(key)?.name ?? key,
    kreisName: (key) => register.kreise.get(key) ?? key,
  }
}
