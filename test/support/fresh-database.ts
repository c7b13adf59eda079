import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '../../server/database/database.ts'
import { administer, ensureTemplate, openSuite, type Start, withDatabase } from './suite-cluster.ts'

export interface FreshDatabase extends Database {
  url: string
}

export interface Teardown {
  teardown(end: () => Promise<void>): void
}

/** A migrated database of the test's own, dropped when the test ends. Commits are real, files run in parallel. */
export function freshDatabase(t: Teardown, start: Start = 'leer'): Promise<FreshDatabase> {
  return copyOf(t, (url) => ensureTemplate(url, start))
}

/** The same without any migration. */
export function bareDatabase(t: Teardown): Promise<FreshDatabase> {
  return copyOf(t, async () => 'template1')
}

async function copyOf(t: Teardown, templateOf: (url: string) => Promise<string>): Promise<FreshDatabase> {
  const cluster = await openSuite()
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const template = await templateOf(cluster.url)
  await administer(cluster.url, (client) => client.query(`create database ${name} template ${template}`))
  const url = withDatabase(cluster.url, name)
  const { db, pool, close } = openDatabase(url, { max: 4 })
  t.teardown(async () => {
    await close()
    await administer(cluster.url, (client) => client.query(`drop database if exists ${name} with (force)`))
    await cluster.release({ leaveRunning: true })
  })
  return { db, pool, url }
}
