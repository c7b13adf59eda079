import type { ClientBase } from 'pg'
import { quoted } from '../quoted.ts'

/** A table of ours; columns that follow from others are left out. */
export interface CatalogueTable {
  schema: string
  name: string
  columns: string[]
}

/**
 * Ours is all that neither PostgreSQL nor an extension brought along; temporary tables are nobody's. What the database does not log it
 * forgets at a crash: nothing in there is to be kept.
 */
const ours = `c.relpersistence <> 'u' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')`

export const nameOf = ({ schema, name }: { schema: string; name: string }) => `${quoted(schema)}.${quoted(name)}`

/** Every table that the database itself knows, so that none can be forgotten. One in parts has its rows in them. */
export async function listTables(client: ClientBase): Promise<CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable>(`
    select n.nspname as schema, c.relname as name, (
      select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${ours}
    order by n.nspname collate "C", c.relname collate "C"`)
  return rows
}

export interface CatalogueSequence {
  schema: string
  name: string
  last: string
  called: boolean
}

/** Every sequence, and where it stands. */
export async function listSequences(client: ClientBase): Promise<CatalogueSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${ours} order by n.nspname collate "C", c.relname collate "C"`)
  const found: CatalogueSequence[] = []
  for (const sequence of rows) {
    const stands = await client.query<Pick<CatalogueSequence, 'last' | 'called'>>(
      `select last_value::text as last, is_called as called from ${nameOf(sequence)}`,
    )
    for (const one of stands.rows) found.push({ ...sequence, ...one })
  }
  return found
}

export interface ForeignKey {
  schema: string
  table: string
  name: string
  definition: string
}

export async function listForeignKeys(client: ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select n.nspname as schema, c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours}
    order by n.nspname collate "C", c.relname collate "C", k.conname collate "C"`)
  return rows
}

/** Every trigger that we made, with whether it fires. */
export async function listTriggers(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ trigger: string }>(`
    select concat_ws(' ', n.nspname, c.relname, t.tgname, t.tgenabled) as trigger
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and ${ours} order by 1`)
  return rows.map(({ trigger }) => trigger)
}

/** What there is that a copy of rows cannot carry. */
export async function listUncopied(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select concat_ws('.', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('m', 'f') and ${ours}
    union all select 'large objects' where exists (select from pg_largeobject_metadata)
    order by 1`)
  return rows.map(({ name }) => name)
}
