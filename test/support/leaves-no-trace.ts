import { join } from 'node:path'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { restoreBackup } from '../../server/backup/restore-backup.ts'
import { openContext } from '../../server/boot/open.ts'
import type { Database } from '../../server/database/database.ts'
import { keptMails } from '../../server/persons/mail-files.ts'
import { otherPlaces, textPlaces } from '../../server/persons/places.ts'
import { runRetention } from '../../server/retention/run.ts'
import { columnsWith } from './columns-with.ts'
import { forgetAccount } from './erase-person.ts'
import { forgetOnDisk, tablesOnDisk } from './forget-on-disk.ts'
import { bareDatabase } from './fresh-database.ts'
import type { OwnDatabase } from './own-database.ts'
import { person, rareTexts } from './person-marks.ts'
import { newBackup, type PersonWorld, tablesInBackup } from './person-world.ts'
import { allRows, wrongRows } from './rows-left.ts'
import { samplesWith } from './samples-with.ts'
import { searchFolder } from './search-bytes.ts'

/** What may still tell of the person after an erasure, and why. */
const allowed: Record<string, string> = {
  'contact.person_request':
    'The words of a request prove that it was answered. Three years after it is closed retention empties them.',
  'staff.upload_piece': 'A file that waits for its confirmation is kept for an hour; then retention deletes it.',
}

/** What stays: the register with what it proves of a grant, how it was before, and who of the staff works for a number, say that a Verbund has such a number, not whose it is, and no answer leads there any more. */
const stays = [
  'public.einsatz',
  'public.fortbildung',
  'public.im_nummer',
  'public.qualifikation',
  'public.registry_change',
  'staff.scope',
]
const isOfRegister = (column: string) => stays.some((table) => column.startsWith(`${table}.`))

/** Where the planner keeps samples of numbers, which it looks things up by; of what people write it keeps none. */
const numbers = otherPlaces.filter(({ holds }) => holds === 'number').map(({ column }) => column)

/** What was given out before lies outside: whoever erases is told of such files; copies of the database expire. */
const outside = ['umfrage-1-anmerkungen.csv', 'umfrage-1.csv', 'vorher.tar.gz', 'zuordnung.json']

/** Kinds of places that hold words as somebody wrote them. */
const worded = new Set(['initials', 'number', 'account', 'request', 'aside', 'file'])

const notAllowed = (tables: readonly string[]) =>
  tables.filter((table) => !Object.hasOwn(allowed, table) && !stays.includes(table))

const tablesWith = async ({ db }: Pick<Database, 'db'>) => [
  ...new Set((await columnsWith(db, rareTexts)).map((column) => column.replace(/\.\w+$/, ''))),
]

/** Erases the person in a world, and looks for what is left: in each byte of it, and in what comes back. */
export async function leavesNoTrace(
  t: Test,
  world: PersonWorld,
  erase: (world: PersonWorld) => Promise<void>,
): Promise<void> {
  await isEverywhere(t, world)
  const { test, database } = world
  const before = await allRows(database.db)
  await erase(world)
  await forgetAccount(world, person.account)
  t.strictSame(wrongRows(before, await allRows(database.db)), {}, 'nothing is gone that tells of nobody')
  t.strictSame(await keptMails(test.config.dataDir), [], 'no mail to the person lies there')
  t.strictSame(notAllowed(await tablesWith(database)), [], 'no table tells of the person')
  t.strictSame(await searchFolder(test.config.dataDir), {}, 'nor what lies beside the database')
  t.strictSame(
    notAllowed(await tablesInBackup(await newBackup(world, database.pool, 'nachher'))),
    [],
    'nor a new backup',
  )
  await forgetOnDisk(database)
  t.strictSame(notAllowed(await onDisk(database)), [], 'nor the files of the database')
  await comesNotBack(t, world)
  await sql`update contact.person_request set closed_at = now() - interval '3 years 1 day'`.execute(database.db)
  await sql`update staff.upload set uploaded_at = now() - interval '61 minutes'`.execute(database.db)
  await runRetention(test)
  await forgetOnDisk(database)
  t.strictSame(await onDisk(database), stays, 'what was allowed has an end')
}

/** Samples are in the files of the catalogue; those of the register are the register's. */
async function onDisk(database: OwnDatabase): Promise<string[]> {
  const tables = await tablesOnDisk(database)
  const samples = await samplesWith(database.owner.pool, rareTexts)
  return samples.every(isOfRegister) ? tables.filter((table) => table !== 'pg_catalog.pg_statistic') : tables
}

async function isEverywhere(t: Test, { database, folder, backup }: PersonWorld): Promise<void> {
  const places = [
    ...textPlaces.map(({ table, column }) => `${table}.${column}`),
    ...otherPlaces.filter(({ holds }) => worded.has(holds)).map(({ column }) => column),
  ]
  const found = await columnsWith(database.db, rareTexts)
  t.strictSame(
    places.filter((place) => !found.includes(place)),
    [],
    'the person stands in every place that can hold one',
  )
  const tables = [...new Set(places.map((place) => place.replace(/\.\w+$/, '')))]
  const [files, copies] = [await tablesOnDisk(database), await tablesInBackup(backup)]
  t.strictSame(
    tables.filter((table) => !files.includes(table)),
    [],
    'in the files of each table',
  )
  t.ok(files.includes('data/pg_wal'), 'in the log of PostgreSQL')
  const samples = await samplesWith(database.owner.pool, rareTexts)
  t.strictSame(
    samples.filter((column) => !numbers.includes(column)),
    [],
    'but not in its samples',
  )
  t.strictSame(
    tables.filter((table) => !copies.includes(table)),
    [],
    'in the backup',
  )
  const plain = outside.filter((name) => !name.endsWith('.gz'))
  t.strictSame(Object.keys(await searchFolder(join(folder, 'dateien'))).sort(), plain, 'and in what was given out')
}

/** An older state comes back, by whatever way, and forgets at its first opening. */
async function comesNotBack(t: Test, world: PersonWorld): Promise<void> {
  const { config } = world.test
  const target = await bareDatabase(t)
  await restoreBackup(target.pool, { file: world.backup, passphrase: undefined })
  t.ok((await tablesWith(target)).length > 10, 'an older state brings it all back')
  const env = { DATABASE_URL: target.url, STICHTAG_SECRET: config.secret, STICHTAG_DATA: config.dataDir }
  await (await openContext({ env })).close()
  t.strictSame(notAllowed(await tablesWith(target)), [], 'and forgets it when it is opened')
  t.strictSame(notAllowed(await tablesInBackup(await newBackup(world, target.pool, 'danach'))), [], 'also in backups')
}
