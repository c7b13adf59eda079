import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import t from 'tap'
import { type Database, openDatabase } from '../../server/database/database.ts'
import type { Cluster } from '../../server/database/embedded/cluster.ts'
import { dataFolderOf } from './data-folder.ts'
import { ensureTemplate, openSuite, type Start, withDatabase } from './suite-cluster.ts'

export interface FreshDatabase extends Database {
  url: string
}

/** What the application has: its role alone, which owns nothing; and beside it the owner, for whoever prepares what it may not do. */
export interface ServedDatabase extends FreshDatabase {
  owner: FreshDatabase
}

export interface Teardown {
  teardown(end: () => Promise<void>): void
}

/** A migrated database of the test's own, dropped when the test ends. Commits are real, files run in parallel. */
export async function freshDatabase(t: Teardown, start: Start = 'leer'): Promise<ServedDatabase> {
  const { open, urls } = await copyOf(t, (url) => ensureTemplate(url, start))
  return { ...open(urls.application), owner: open(urls.owner) }
}

/** The same without any migration, for its owner. */
export async function bareDatabase(t: Teardown): Promise<FreshDatabase> {
  const { open, urls } = await copyOf(t, async () => 'template1')
  return open(urls.owner)
}

/** A copy of it as it is now, which does not follow it. Who is connected to it has to come back. */
export async function copyNow(t: Teardown, { url }: FreshDatabase): Promise<ServedDatabase> {
  const name = new URL(url).pathname.slice(1)
  const { open, urls } = await copyOf(t, async () => {
    const { administrator } = await theCluster()
    await administrator.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
    return name
  })
  return { ...open(urls.application), owner: open(urls.owner) }
}

async function copyOf(t: Teardown, templateOf: (url: string) => Promise<string>) {
  const { cluster, administrator } = await theCluster()
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const template = await templateOf(cluster.ownerUrl)
  await administrator.query(`create database ${name} template ${template} strategy file_copy`)
  const opened: { close(): Promise<void> }[] = []
  t.teardown(async () => {
    await Promise.all(opened.map(({ close }) => close()))
    await administrator.query(`drop database if exists ${name} with (force)`)
    await rm(dataFolderOf(urls.owner), { recursive: true, force: true })
  })
  const urls = { application: withDatabase(cluster.url, name), owner: withDatabase(cluster.ownerUrl, name) }
  const open = (url: string): FreshDatabase => {
    const { db, pool, close } = openDatabase(url, { max: 4 })
    opened.push({ close })
    return { db, pool, url }
  }
  return { open, urls }
}

interface Administered {
  cluster: Cluster
  administrator: pg.Client
}

let administered: Promise<Administered> | undefined

/** One for all tests of a process, left with the last of them. */
function theCluster(): Promise<Administered> {
  if (administered === undefined) {
    const opening = openAdministered()
    administered = opening
    t.teardown(async () => {
      const { cluster, administrator } = await opening
      await administrator.end()
      await cluster.release({ leaveRunning: true })
    })
  }
  return administered
}

async function openAdministered(): Promise<Administered> {
  const cluster = await openSuite()
  const administrator = new pg.Client({ connectionString: withDatabase(cluster.ownerUrl, 'postgres') })
  await administrator.connect()
  return { cluster, administrator }
}
