import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** The tables of the registry, those that refer to others first, with what an import may change of a row. */
const tables = [
  { table: 'fortbildung', key: 'im_nummer', since: 'am', changing: ['am'] },
  {
    table: 'qualifikation',
    key: 'im_nummer',
    since: 'valid_from',
    changing: ['art', 'nachqualifizierung_ab', 'nachqualifizierung_bis', 'nachqualifizierung_entfaellt', 'valid_to'],
  },
  { table: 'einsatz', key: 'einsatz', since: 'valid_from', changing: ['vzae', 'valid_to'] },
  {
    table: 'durchfuehrung',
    key: 'gkz',
    since: 'valid_from',
    changing: ['gemeinde_valid_from', 'empfaenger', 'wer', 'durch', 'valid_to'],
  },
  { table: 'empfaenger', key: 'empfaenger', since: 'valid_from', changing: ['art', 'name', 'synthetic', 'valid_to'] },
  { table: 'im_nummer', key: 'im_nummer', since: '', changing: ['valid_from', 'valid_to'] },
  {
    table: 'verbund_mitglied',
    key: 'gkz',
    since: 'valid_from',
    changing: ['verbund', 'gemeinde_valid_from', 'valid_to'],
  },
  { table: 'verbund', key: 'verbund', since: '', changing: ['name', 'synthetic'] },
  { table: 'gemeinde_nachfolge', key: 'gkz', since: '', changing: ['successor', 'since'] },
  {
    table: 'gemeinde',
    key: 'gkz',
    since: 'valid_from',
    changing: ['name', 'population', 'population_date', 'valid_to'],
  },
  { table: 'kreis', key: 'kreis', since: 'valid_from', changing: ['name', 'typ', 'regierungsbezirk', 'valid_to'] },
] as const

type Table = (typeof tables)[number]

/** Rows of an import that are no longer as it left them: something later changed them again. */
export async function changedSince(trx: Db, id: number): Promise<string[]> {
  const found: string[] = []
  for (const one of tables) {
    const { rows } = await sql<{ key: string }>`
      select c.key from registry_change c left join ${sql.table(one.table)} t on ${sameRow(one)}
      where c.import_id = ${id} and c.table_name = ${one.table}
        and to_jsonb(t) is distinct from to_jsonb(jsonb_populate_record(null::${sql.table(one.table)}, c.became))
        and (to_jsonb(t) is not null or c.became is not null)
      order by 1`.execute(trx)
    found.push(...rows.map(({ key }) => key))
  }
  return [...new Set(found)]
}

/** Makes every row what it was before the import. */
export async function restoreRows(trx: Db, id: number): Promise<void> {
  for (const one of tables)
    await sql`delete from ${sql.table(one.table)} t using registry_change c
      where c.import_id = ${id} and c.table_name = ${one.table} and c.was is null and ${sameRow(one)}`.execute(trx)
  for (const one of tables) {
    const columns = sql.join(one.changing.map((column) => sql.ref(column)))
    await sql`update ${sql.table(one.table)} t set (${columns}) = (select ${columns}
        from jsonb_populate_record(null::${sql.table(one.table)}, c.was))
      from registry_change c
      where c.import_id = ${id} and c.table_name = ${one.table} and c.was is not null and c.became is not null
        and ${sameRow(one)}`.execute(trx)
  }
  for (const one of tables.toReversed())
    await sql`insert into ${sql.table(one.table)}
      select was.* from registry_change c cross join lateral jsonb_populate_record(null::${sql.table(one.table)}, c.was) was
      where c.import_id = ${id} and c.table_name = ${one.table} and c.became is null and c.was is not null`.execute(trx)
}

const sameRow = ({ key, since }: Table) =>
  since === '' ? sql`t.${sql.ref(key)} = c.key` : sql`t.${sql.ref(key)} = c.key and t.${sql.ref(since)} = c.valid_from`
