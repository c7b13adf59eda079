import { type Kysely, sql } from 'kysely'

/** Columns in which people write; of tables in parts the whole, which takes its parts along. */
const columns: Record<string, readonly string[]> = {
  draft_value: ['value'],
  draft_change: ['value'],
  parked_page: ['typed'],
  submission: ['answers', 'comments', 'justifications'],
  audit_aside: ['said'],
  import_batch: ['file_name', 'title', 'source', 'licence', 'settings', 'report', 'undo_reason'],
  'contact.editor': ['label'],
  'contact.respondent': ['value'],
  'contact.person_request': ['searched', 'extension', 'outcome'],
  'staff.account': ['name'],
  'staff.upload': ['file_name', 'settings'],
  'staff.upload_piece': ['bytes'],
}

/**
 * The planner keeps samples of values, and those of a table that has been emptied for ever. Of what people write it keeps none from
 * now on; nothing is looked up by that but names of accounts, which a unique index says enough of. What it has is dropped by giving
 * the column its own type once more, which changes no row and which every version of PostgreSQL understands so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, names] of Object.entries(columns))
    for (const name of names) {
      const { rows } = await sql<{ type: string }>`select format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = ${table}::regclass and attname = ${name}`.execute(db)
      for (const { type } of rows)
        await sql`alter table ${sql.table(table)} alter column ${sql.ref(name)} set statistics 0,
          alter column ${sql.ref(name)} type ${sql.raw(type)}`.execute(db)
    }
}
