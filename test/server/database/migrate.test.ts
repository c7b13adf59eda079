import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { migrateToLatest } from '../../../server/database/migrate.ts'
import { bareDatabase } from '../../support/fresh-database.ts'

t.test('applies every migration once', async (t) => {
  const { db } = await bareDatabase(t)
  const applied = await migrateToLatest(db)
  t.ok(applied.includes('0001_registry'))
  t.strictSame(await migrateToLatest(db), [], 'the second time there is nothing to do')
})

t.test('throws what goes wrong, naming the migration, and leaves nothing half done', async (t) => {
  const { db } = await bareDatabase(t)
  const folder = t.testdir({
    '0001_good.ts': up('create table good (id int)'),
    '0002_bad.ts': up('create table good (id int)'),
    'notes.ts': 'throw new Error("not a migration")',
  })
  await t.rejects(migrateToLatest(db, folder), { message: /0002_bad.*relation "good" already exists/s })
  const { rows } = await sql`select from pg_tables where tablename = 'good'`.execute(db)
  t.strictSame(rows.length, 0)
  const { rows: settings } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db)
  t.strictSame(settings[0]?.statement_timeout, '5s', 'the limits of the connection hold again')
})

t.test('refuses a database that a newer release has migrated', async (t) => {
  const { db } = await bareDatabase(t)
  const newer = t.testdir({ old: { '0001_a.ts': up('select 1') } })
  await mkdir(join(newer, 'new'))
  for (const name of ['0001_a.ts', '0002_b.ts']) await writeFile(join(newer, 'new', name), up('select 1'))
  t.strictSame(await migrateToLatest(db, join(newer, 'new')), ['0001_a', '0002_b'])
  await t.rejects(migrateToLatest(db, join(newer, 'old')), { message: /0002_b is missing/ })
})

function up(statement: string): string {
  return `import { sql } from 'kysely'\nexport const up = (db: never) => sql\`${statement}\`.execute(db)\n`
}
