import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Pool } from 'pg'
import type { Test } from 'tap'
import { tableOfPiece } from '../../server/backup/contents.ts'
import { makeBackup } from '../../server/backup/make-backup.ts'
import { readTar } from '../../server/backup/tar.ts'
import { openAllSurveys, Reception, surveys } from './all-surveys.ts'
import { type TestApp, testApp } from './app.ts'
import { stichtag } from './child.ts'
import type { OwnDatabase } from './own-database.ts'
import { person, personTerms } from './person-marks.ts'
import { marksIn } from './search-bytes.ts'
import { seedAsked } from './seed-asked.ts'
import { seedBeside } from './seed-beside.ts'
import { seedForm, seedOther } from './seed-form.ts'
import { seedOffice } from './seed-office.ts'
import { signIn, staffAccount } from './staff.ts'
import type { Visitor } from './visitor.ts'

export interface PersonWorld {
  test: TestApp
  database: OwnDatabase
  /** Two of the staff who may erase. */
  first: Visitor
  second: Visitor
  /** A folder of the test's own. */
  folder: string
  /** A backup from before. */
  backup: string
  run(...args: string[]): ReturnType<typeof stichtag>
}

/** All surveys, open, with the person in every place that can hold one, and a backup and a file from before anything is erased. */
export async function personWorld(t: Test, database: OwnDatabase): Promise<PersonWorld> {
  // What is written out for the disk shall be searched by its bytes: nothing is compressed.
  await storePlainly(database)
  const folder = t.testdir({ daten: {}, dateien: {} })
  const test = await testApp(t, {}, { STICHTAG_DATA: join(folder, 'daten') }, undefined, database)
  await openAllSurveys(test)
  const reception = new Reception(test)
  for (const survey of surveys) {
    await seedForm(test, reception, survey)
    await seedOther(reception, survey)
  }
  await seedBeside(test, join(folder, 'dateien'))
  const one = await staffAccount(test, 'datenschutz', 'd.eins')
  await seedOffice(test, person.name, one.id)
  await seedAsked(test)
  const first = await signIn(test, one)
  const second = await signIn(test, await staffAccount(test, 'datenschutz', 'd.zwei'))
  await seedRequest(first)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: test.config.secret, STICHTAG_DATA: test.config.dataDir }
  const run = (...args: string[]) => stichtag(args, env)
  const exported = await run(
    'export',
    'umfrage-1',
    '--anmerkungen',
    '--format',
    'csv-de',
    '--out',
    join(folder, 'dateien'),
  )
  if (exported.code !== 0) throw new Error(exported.stderr)
  const backup = join(folder, 'dateien', 'vorher.tar.gz')
  await makeBackup(database.pool, { file: backup, config: test.config, passphrase: undefined })
  // As autovacuum would have done by now: the planner keeps samples of what it reads.
  await database.owner.pool.query('analyze')
  return { test, database, first, second, folder, backup, run }
}

async function storePlainly({ owner: { pool } }: OwnDatabase): Promise<void> {
  const { rows } = await pool.query<{ statement: string }>(`
    select format('alter table %I.%I alter column %I set storage external', n.nspname, c.relname, a.attname) as statement
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attstorage = 'x'
      and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`)
  for (const { statement } of rows) await pool.query(statement)
}

/** An earlier request, answered in words that name the person. */
async function seedRequest(visitor: Visitor): Promise<void> {
  const eingang = new Date().toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })
  await visitor.get('/intern/personen')
  const { location } = await visitor.post('/intern/personen', {
    art: 'auskunft',
    eingang,
    suche: personTerms.join('; '),
  })
  await visitor.get(location)
  await visitor.post(`${location}/frist`, { warum: `${person.name} steht an vielen Stellen` })
  await visitor.get(location)
  await visitor.post(`${location}/abschluss`, { ergebnis: 'erledigt', antwort: `An ${person.mail} geschickt` })
}

/** Makes a backup of a database that has become of the world, and says where it is. */
export async function newBackup({ test: { config }, folder }: PersonWorld, pool: Pool, name: string): Promise<string> {
  const file = join(folder, 'dateien', name)
  await makeBackup(pool, { file, config, passphrase: undefined })
  return file
}

/** The tables, and the files beside them, in which the person stands in a backup, unpacked. */
export async function tablesInBackup(file: string): Promise<string[]> {
  const found = new Set<string>()
  for await (const { name, body } of readTar(createReadStream(file).pipe(createGunzip())))
    if (marksIn(body).length > 0) found.add(tableOfPiece(name) ?? name)
  return [...found].sort()
}
