import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Role } from '../domain/rights.ts'

/** Initials of somebody who worked in a form. */
export interface Initials {
  id: number
  wave: string
  unit: string
  label: string
}

/** The initials that are a term, whatever their case. Colleagues who were asked to help are named, and found by a part of it. */
export async function findInitials(db: Db, term: string): Promise<Initials[]> {
  const { rows } = await sql<Initials>`
    select e.id, p.wave_id as wave, p.unit, e.label from contact.editor e join participant p on p.id = e.participant_id
    cross join lateral (select lower(normalize(e.label, nfkc) collate "und-x-icu") as label,
      lower(normalize(${term}, nfkc) collate "und-x-icu") as term) folded
    where folded.label = folded.term or position(folded.term in folded.label) > 0
      and exists (select from contact.delegation d where e.id in (d.editor_id, d.asked_by))
    order by p.wave_id, p.unit`.execute(db)
  return rows
}

/** The forms that a person was asked to fill in, by the number of the person. */
export async function findAsked(db: Db, number: string): Promise<{ id: number; wave: string; unit: string }[]> {
  return db
    .selectFrom('participant')
    .select(['id', 'wave_id as wave', 'unit'])
    .where('im_nummer', '=', number)
    .orderBy('wave_id')
    .execute()
}

/** The account of a name, whatever its case. */
export async function findAccounts(db: Db, term: string): Promise<{ id: number; name: string; role: Role }[]> {
  const { rows } = await sql<{ id: number; name: string; role: Role }>`
    select id, name, role from staff.account where lower(name) = lower(${term}) order by id`.execute(db)
  return rows
}
