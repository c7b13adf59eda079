import { sql } from 'kysely'
import type { TestApp } from './app.ts'

/** Writes a name wherever staff can write or upload one: into a file that was read, one that waits, and beside the log. */
export async function seedOffice({ db }: Pick<TestApp, 'db'>, name: string, account: number): Promise<void> {
  const settings = JSON.stringify({ mapping: { values: [{ indicator: 'x' }, { indicator: `Spalte ${name}` }] } })
  const report = JSON.stringify({ lines: 3, left: 0, faults: [{ cause: 'x', message: `Zeile 3: ${name}` }] })
  await sql`
    with noted as (
      insert into audit (action, detail) values ('backup_failed', '{"nightly": true}') returning id
    ), aside as (
      insert into audit_aside (audit_id, said) select id, ${`kein Platz für ${name}`} from noted
    ), upload as (
      insert into staff.upload (account_id, file_name, settings) values (${account}, ${`${name}.csv`}, ${settings}::jsonb)
    )
    insert into import_batch (file_name, file_hash, settings, format, title, source, licence, observations, report, state,
      undone_at, undone_state, undo_reason)
    values (${`${name}.csv`}, ${'0'.repeat(64)}, ${settings}::jsonb, 'csv', ${`Titel von ${name}`}, ${`Auskunft von ${name}`}, ${`nach Absprache mit ${name}`}, 3, ${report}::jsonb, 0,
      now(), 0, ${`laut ${name} falsch`})`.execute(db)
}
