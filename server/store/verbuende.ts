import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { ImNummerRow, MitgliedRow } from '../registry/read-verbuende.ts'
import { type Counts, countsOf, storeValid } from './registry.ts'

/** The Antragsverbünde by name, then who belongs to them. */
export async function storeVerbuende(
  db: Db,
  rows: readonly MitgliedRow[],
  { synthetic = false } = {},
): Promise<{ verbuende: Counts; mitglieder: Counts }> {
  const named = [...new Map(rows.map(({ verbund, name }) => [verbund, { verbund, name, synthetic }])).values()]
  const { rows: written } = await sql<{ added: boolean }>`
    insert into verbund as known (verbund, name, synthetic)
    select * from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given(verbund text, name text, synthetic boolean)
    on conflict (verbund) do update set name = excluded.name, synthetic = excluded.synthetic
    where (known.name, known.synthetic) <> (excluded.name, excluded.synthetic)
    returning xmax = 0 as added`.execute(db)
  const columns = { verbund: 'text', gemeinde_valid_from: 'date' }
  return {
    verbuende: countsOf(written, named.length),
    mitglieder: await storeValid(db, 'verbund_mitglied', 'gkz', columns, rows),
  }
}

/** A number is given to one person and never again, so it has one row, which a later file may correct. */
export async function storeImNummern(db: Db, rows: readonly ImNummerRow[]): Promise<Counts> {
  const { rows: written } = await sql<{ added: boolean }>`
    insert into im_nummer as known (im_nummer, verbund, valid_from, valid_to)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(im_nummer text, verbund text, valid_from date, valid_to date)
    on conflict (im_nummer) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to
    where (known.valid_from, known.valid_to) is distinct from (excluded.valid_from, excluded.valid_to)
    returning xmax = 0 as added`.execute(db)
  return countsOf(written, rows.length)
}

/** How an Antragsverbund is called; undefined where there is none. */
export async function verbundName(db: Db, verbund: string): Promise<{ name: string; synthetic: boolean } | undefined> {
  return db.selectFrom('verbund').select(['name', 'synthetic']).where('verbund', '=', verbund).executeTakeFirst()
}
