import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { OwnDatabase } from './own-database.ts'
import { searchFolder } from './search-bytes.ts'

/** What an operator does who does not want to wait until PostgreSQL uses freed room again; `server/persons/README.md` tells why. */
export async function forgetOnDisk({ owner: { pool } }: Pick<OwnDatabase, 'owner'>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('analyze')
    await client.query('vacuum full')
    await client.query('alter system set wal_recycle = off')
    await client.query('select pg_reload_conf()')
    // Until the process that does so has heard of it.
    await sleep(500)
    const before = await segments(client)
    while ((await segments(client)).some((name) => before.includes(name))) {
      await client.query('select pg_switch_wal()')
      await client.query('checkpoint')
    }
  } finally {
    client.release()
  }
}

async function segments(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from pg_ls_waldir()')
  return rows.map(({ name }) => name)
}

/** In which tables and indexes, and in which files besides, the person stands on the disk. */
export async function tablesOnDisk({ owner: { pool }, home }: Pick<OwnDatabase, 'owner' | 'home'>): Promise<string[]> {
  await pool.query('checkpoint')
  const { rows } = await pool.query<{ file: string; table: string }>(`
    select 'data/' || pg_relation_filepath(c.oid) as file, n.nspname || '.' || t.relname as "table"
    from pg_class c
    left join pg_index i on i.indexrelid = c.oid
    left join pg_class o on o.reltoastrelid = coalesce(i.indrelid, c.oid)
    join pg_class t on t.oid = coalesce(o.oid, i.indrelid, c.oid)
    join pg_namespace n on n.oid = t.relnamespace
    where pg_relation_filepath(c.oid) is not null`)
  const names = new Map(rows.map(({ file, table }) => [file, table]))
  const nameOf = (path: string) => names.get(path.replace(/_\w+$|\.\d+$/, '')) ?? path.replace(/\/[0-9A-F]{24}$/, '')
  return [...new Set(Object.keys(await searchFolder(home)).map(nameOf))].sort()
}
