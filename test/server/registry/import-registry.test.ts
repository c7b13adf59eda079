import { join } from 'node:path'
import t from 'tap'
import { importRegistry, importShippedRegistry } from '../../../server/registry/import-registry.ts'
import { stichtag } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

const header = 'gkz,name,einwohner,stand,gueltig_ab'
const nothing = { added: 0, changed: 0 }

t.test('importing twice changes nothing', async (t) => {
  const { db } = await freshDatabase(t)
  t.strictSame(await importShippedRegistry(db), {
    kreise: { added: 44, changed: 0, unchanged: 0 },
    gemeinden: { added: 1101, changed: 0, unchanged: 0 },
  })
  const before = await db.selectFrom('gemeinde').selectAll().orderBy('gkz').execute()
  t.match(await importShippedRegistry(db), {
    kreise: { ...nothing, unchanged: 44 },
    gemeinden: { ...nothing, unchanged: 1101 },
  })
  t.strictSame(await db.selectFrom('gemeinde').selectAll().orderBy('gkz').execute(), before)
})

t.test('a newer row ends the one before, whatever the order of import', async (t) => {
  const { db } = await freshDatabase(t)
  const folder = t.testdir({
    'neu.csv': `${header}\n115003,Böblingen am See,52000,2025-12-31,2026-01-01\n`,
    'mehr.csv': `${header}\n115003,Böblingen am See,52100,2026-12-31,2026-01-01\n`,
  })
  const history = () =>
    db
      .selectFrom('gemeinde')
      .select(['name', 'valid_from', 'valid_to'])
      .where('gkz', '=', '115003')
      .orderBy('valid_from')
      .execute()
  const expected = [
    { name: 'Böblingen', valid_from: '2009-01-01', valid_to: '2025-12-31' },
    { name: 'Böblingen am See', valid_from: '2026-01-01', valid_to: null },
  ]
  await importShippedRegistry(db)
  t.match((await importRegistry(db, join(folder, 'neu.csv'))).gemeinden, { added: 1, changed: 0, unchanged: 0 })
  t.strictSame(await history(), expected)
  t.match((await importShippedRegistry(db)).gemeinden, { ...nothing, unchanged: 1101 })
  t.strictSame(await history(), expected, 'the older file does not bring the old name back')
  t.match((await importRegistry(db, join(folder, 'mehr.csv'))).gemeinden, { added: 0, changed: 1, unchanged: 0 })

  await db.deleteFrom('gemeinde').where('gkz', '=', '115003').execute()
  await importRegistry(db, join(folder, 'neu.csv'))
  await importShippedRegistry(db)
  t.strictSame(await history(), expected, 'the older row comes second and ends where the newer begins')
})

t.test('a faulty file is told line by line and leaves the database alone', async (t) => {
  const { db, url } = await freshDatabase(t)
  const folder = t.testdir({
    'faul.csv': `${header}\n115003,Böblingen,1,2024-12-31,2009-01-01\n999001,X,1,2024-12-31,2009-01-01\n115004,,1,x,y\n`,
    'latin1.csv': Buffer.from(`${header}\n115003,Böblingen,1,2024-12-31,2009-01-01\n`, 'latin1'),
  })
  const env = { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(32) }
  const faulty = await stichtag(['registry', 'import', join(folder, 'faul.csv')], env)
  t.strictSame(faulty.code, 1)
  t.match(faulty.stderr, /^faul.csv, Zeile 3, Spalte gkz: Den Kreis 999.*\nfaul.csv, Zeile 4, Spalte name: /)
  const latin1 = await stichtag(['registry', 'import', join(folder, 'latin1.csv')], env)
  t.strictSame(latin1.code, 1)
  t.match(latin1.stderr, /^latin1.csv ist nicht in UTF-8 gespeichert/)
  t.strictSame(await db.selectFrom('kreis').selectAll().execute(), [])

  const right = await stichtag(['registry', 'import', '--json'], env)
  t.strictSame(right.code, 0)
  t.match(JSON.parse(right.stdout), { gemeinden: { added: 1101 } })
})
