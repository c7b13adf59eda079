import { type Kysely, sql } from 'kysely'

/** What triggers read and write, by the functions that do it. */
const guards = [
  'refuse_change()',
  'queue_for_seal()',
  'note_submission()',
  'newest_data_state()',
  'next_data_state(text)',
  'registry_state()',
  'keep_registry_past()',
  'observation_refers()',
]

/**
 * A guard looks at the true tables: without a path of its own it would look among the temporary tables of a session first, and
 * whoever makes one named `erasure` there could change what is never changed, without leaving a mark.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const guard of guards)
    await sql`alter function ${sql.raw(guard)} set search_path = pg_catalog, public, pg_temp`.execute(db)
}
