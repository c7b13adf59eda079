import { createHash } from 'node:crypto'
import { readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../server/database/database.ts'
import { applicationRole } from '../../server/database/embedded/application-role.ts'
import { type Cluster, openCluster } from '../../server/database/embedded/cluster.ts'
import { migrateFor } from '../../server/database/migrate.ts'
import { unlessCode } from '../../server/errors/error-code.ts'
import { projectRoot } from '../../server/project-root.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { shelf } from './shelf.ts'

const folder = join(shelf, 'datenbank')
const templateLock = 1

/** The cluster of the test suite, started where it does not run: each file of tests can also be run alone. */
export function openSuite(): Promise<Cluster> {
  return openCluster(folder, { onProgress: () => undefined })
}

/** Ends and removes it, unless another run of the suite in the same clone still uses it. */
export async function removeSuite(): Promise<void> {
  const cluster = await openSuite()
  if (!(await cluster.release())) return
  for (const path of new Set([cluster.home, folder])) await rm(path, { recursive: true, force: true })
  await rmdir(shelf).catch(unlessCode('ENOTEMPTY'))
}

/** Does work on the maintenance database of the cluster, whose superuser the address names. */
export async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = database
  return changed.href
}

/** What a killed run left: databases that nobody is connected to. */
export async function dropLeftovers(url: string): Promise<void> {
  await administer(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      select datname as name from pg_database
      where datname like 'test\\_%' and datname not in (select datname from pg_stat_activity where datname is not null)`)
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
  })
}

/** What a test can start from: nothing but the tables, or all Kommunen in the registry. */
export type Start = 'leer' | 'kommunen'

const known = new Map<string, Promise<string>>()

/** The database that tests copy; a changed migration, right or registry makes a new one. */
export function ensureTemplate(url: string, start: Start = 'leer'): Promise<string> {
  const key = `${url} ${start}`
  const template = known.get(key) ?? makeTemplate(url, start)
  known.set(key, template)
  return template
}

async function makeTemplate(url: string, start: Start): Promise<string> {
  const from = start === 'leer' ? 'template1' : await ensureTemplate(url)
  const name = `vorlage_${start}_${await hashOf('migrations', 'server/database/roles', ...(start === 'leer' ? [] : ['server/registry']))}`
  await administer(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 1) return
    await client.query(`drop database if exists ${name}_neu with (force)`)
    await client.query(`create database ${name}_neu template ${from}`)
    const database = openDatabase(withDatabase(url, `${name}_neu`))
    try {
      if (start === 'leer') await migrateFor(database.db, applicationRole)
      else await importShippedRegistry(database.db)
    } finally {
      await database.close()
    }
    await client.query(`alter database ${name}_neu rename to ${name}`)
  })
  return name
}

async function hashOf(...folders: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const entries = await readdir(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.sort()) hash.update(file.slice(projectRoot.length)).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 12)
}
