import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { GemeindeRow, KreisRow } from '../registry/read-registry.ts'

export interface Counts {
  added: number
  changed: number
  unchanged: number
}

export function storeKreise(db: Db, rows: KreisRow[]): Promise<Counts> {
  return storeValid(db, 'kreis', 'kreis', { name: 'text', typ: 'text', regierungsbezirk: 'text' }, rows)
}

export function storeGemeinden(db: Db, rows: GemeindeRow[]): Promise<Counts> {
  const columns = { name: 'text', kreis: 'text', population: 'integer', population_date: 'date' }
  return storeValid(db, 'gemeinde', 'gkz', columns, rows)
}

/**
 * One statement for all rows, whatever their number. A row that is known is written only where something differs; an end
 * that is known stays if the file names none; a newer row ends the one that was current.
 */
export async function storeValid(
  db: Db,
  table: 'kreis' | 'gemeinde' | 'verbund_mitglied' | 'empfaenger' | 'durchfuehrung' | 'einsatz' | 'qualifikation',
  key: 'kreis' | 'gkz' | 'empfaenger' | 'einsatz' | 'im_nummer',
  columns: Record<string, string>,
  rows: readonly object[],
): Promise<Counts> {
  const names = Object.keys(columns)
  const list = (items: string[], wrap: (name: string) => ReturnType<typeof sql>) => sql.join(items.map(wrap))
  const types = { [key]: 'text', ...columns, valid_from: 'date', valid_to: 'date' }
  const typed = sql.join(Object.entries(types).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${typed})`
  const ref = sql.ref(key)

  await sql`
    update ${sql.table(table)} as known set valid_to = next.valid_from - 1
    from (
      select current.${ref}, min(given.valid_from) as valid_from
      from ${sql.table(table)} as current join ${given} on given.${ref} = current.${ref}
      where current.valid_to is null and given.valid_from > current.valid_from
      group by 1) as next
    where known.${ref} = next.${ref} and known.valid_to is null`.execute(db)

  const { rows: written } = await sql<{ added: boolean }>`
    insert into ${sql.table(table)} as known (${ref}, ${list(names, sql.ref)}, valid_from, valid_to)
    select ${ref}, ${list(names, sql.ref)}, valid_from, coalesce(valid_to, (
      select min(later.valid_from) - 1 from ${sql.table(table)} as later
      where later.${ref} = given.${ref} and later.valid_from > given.valid_from))
    from ${given}
    on conflict (${ref}, valid_from) do update set
      ${list(names, (name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`)},
      valid_to = coalesce(excluded.valid_to, known.valid_to)
    where (${list(names, (name) => sql`known.${sql.ref(name)}`)}, known.valid_to) is distinct from
      (${list(names, (name) => sql`excluded.${sql.ref(name)}`)}, coalesce(excluded.valid_to, known.valid_to))
    returning xmax = 0 as added`.execute(db)
  return countsOf(written, rows.length)
}

/** Of so many rows given, these were written. */
export function countsOf(written: readonly { added: boolean }[], given: number): Counts {
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added, unchanged: given - written.length }
}
