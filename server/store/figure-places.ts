import { sql } from 'kysely'
import type { RememberedPlace } from '../../surveys/foreign-table/known-places.ts'
import type { Db } from '../database/database.ts'
import type { Pinned } from '../forms/form.ts'
import type { Visit } from './visit.ts'

type Whose = Pick<Visit, 'participantId' | 'unit' | 'survey' | 'synthetic' | 'test'>

/** What a unit said of the figures of its own tables, with the form in which it did. */
export type KeptPlace = RememberedPlace & Pinned

/** A trial knows its own alone, and nothing real knows what was invented. */
const ofUnit = ({ participantId, unit, synthetic, test }: Whose) => sql`participant_id in (
  select p.id from participant p join wave w on w.id = p.wave_id
  where p.id = ${participantId} or (p.unit = ${unit} and w.synthetic = ${synthetic} and not w.test and not ${test}::boolean))`

/** All that a unit said in any wave, what holds before what: what was used last. */
export async function placesOf(db: Db, whose: Whose): Promise<KeptPlace[]> {
  const { rows } = await sql<KeptPlace>`
    select f.words, f.field, w.survey, w.survey_version as "surveyVersion", w.stichtag, w.frist, w.test
    from contact.figure_place f join participant o on o.id = f.participant_id join wave w on w.id = o.wave_id
    where f.words <> '' and f.${ofUnit(whose)} order by f.used_at desc, f.id desc`.execute(db)
  return rows
}

/**
 * Keeps what was said, in place of what was said before of the same figures. What was said of other figures and the same fields is forgotten:
 * it came from a table with other headings. `taken`: the figures of which nothing is known any more.
 */
export async function keepPlaces(
  trx: Db,
  whose: Whose,
  { places, taken }: { places: readonly RememberedPlace[]; taken: readonly string[] },
): Promise<void> {
  const { words, fields } = listed(places)
  await lockForm(trx, whose)
  await sql`delete from contact.figure_place where ${ofUnit(whose)} and words <> all(${words}::text[])
    and (words = any(${[...taken]}::text[]) or field <> '' and field = any(${fields}::text[]) and participant_id in (
      select p.id from participant p join wave w on w.id = p.wave_id where w.survey = ${whose.survey}))`.execute(trx)
  await usePlaces(trx, whose, places)
}

/** Keeps it again where it was used again, so that the unit's next form finds it and its time begins anew. */
export async function usePlaces(trx: Db, whose: Whose, places: readonly RememberedPlace[]): Promise<void> {
  const { words, fields } = listed(places)
  await lockForm(trx, whose)
  await sql`
    insert into contact.figure_place (participant_id, words, field)
    select ${whose.participantId}, words, field from unnest(${words}::text[], ${fields}::text[]) said (words, field)
    on conflict (participant_id, words) do update set field = excluded.field, used_at = now()`.execute(trx)
}

/** Of two who do so at once the later one holds. */
const lockForm = (trx: Db, { participantId }: Whose) =>
  sql`select from draft where participant_id = ${participantId} for update`.execute(trx)

const listed = (places: readonly RememberedPlace[]) => ({
  words: places.map((one) => one.words),
  fields: places.map((one) => one.field),
})

/** Forgets what a unit said: all of it, or what it said of some fields. Says how much that was. */
export async function forgetPlaces(db: Db, whose: Whose, fields: readonly string[] | undefined): Promise<number> {
  const { numAffectedRows } = await sql`delete from contact.figure_place where ${ofUnit(whose)}
    and (${fields === undefined} or field = any(${[...(fields ?? [])]}::text[]))`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
