import { join } from 'node:path'
import t from 'tap'
import { importRegistry, importShippedRegistry } from '../../../server/registry/import-registry.ts'
import { readRegister } from '../../../server/store/register.ts'
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
  const { db, owner } = await freshDatabase(t)
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

  await owner.db.deleteFrom('gemeinde').where('gkz', '=', '115003').execute()
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

t.test(
  'Antragsverbünde and numbers are recognised by their columns, and imported twice without a change',
  async (t) => {
    const { db, url } = await freshDatabase(t)
    await importShippedRegistry(db)
    const folder = t.testdir({
      'verbuende.csv': `verbund;name;gkz;gueltig_ab
117000;Landkreis Göppingen;117001;2018-01-01
117000;Landkreis Göppingen;117002;2018-01-01
117019;Eislingen/Fils;117019;2018-01-01
`,
      'wechsel.csv': 'verbund,name,gkz,gueltig_ab\n117000,Kreis Göppingen,117019,2020-01-01\n',
      'nummern.csv': 'im_nummer,gueltig_ab\n117000-001,2018-01-01\n117019-001,2018-01-01\n',
      'ende.csv': 'im_nummer,gueltig_ab,gueltig_bis\n117019-001,2018-01-01,2019-12-31\n',
      'faul.csv': 'im_nummer,gueltig_ab\n117042-001,2018-01-01\n',
    })
    const run = (file: string) => importRegistry(db, join(folder, file))
    t.strictSame(await run('verbuende.csv'), {
      verbuende: { added: 2, changed: 0, unchanged: 0 },
      mitglieder: { added: 3, changed: 0, unchanged: 0 },
    })
    t.strictSame(await run('verbuende.csv'), {
      verbuende: { ...nothing, unchanged: 2 },
      mitglieder: { ...nothing, unchanged: 3 },
    })
    t.strictSame(await run('nummern.csv'), { im_nummern: { added: 2, changed: 0, unchanged: 0 } })
    t.strictSame(await run('nummern.csv'), { im_nummern: { ...nothing, unchanged: 2 } })
    t.strictSame(
      (await readRegister(db)).verbuende,
      new Map([
        [
          '117000',
          { name: 'Landkreis Göppingen', numbers: new Set(['117000-001']), members: new Set(['117001', '117002']) },
        ],
        ['117019', { name: 'Eislingen/Fils', numbers: new Set(['117019-001']), members: new Set(['117019']) }],
      ]),
    )

    t.strictSame(await run('wechsel.csv'), {
      verbuende: { added: 0, changed: 1, unchanged: 0 },
      mitglieder: { added: 1, changed: 0, unchanged: 0 },
    })
    const eislingen = await db
      .selectFrom('verbund_mitglied')
      .select(['verbund', 'valid_from', 'valid_to'])
      .where('gkz', '=', '117019')
      .orderBy('valid_from')
      .execute()
    t.strictSame(eislingen, [
      { verbund: '117019', valid_from: '2018-01-01', valid_to: '2019-12-31' },
      { verbund: '117000', valid_from: '2020-01-01', valid_to: null },
    ])
    t.strictSame(await run('ende.csv'), { im_nummern: { added: 0, changed: 1, unchanged: 0 } })
    t.strictSame((await readRegister(db)).verbuende.get('117019')?.numbers, new Set())

    const env = { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(32) }
    const faulty = await stichtag(['registry', 'import', join(folder, 'faul.csv')], env)
    t.equal(faulty.code, 1)
    t.match(faulty.stderr, /^faul\.csv, Zeile 2, Spalte im_nummer: Den Antragsverbund 117042/)
    const told = await stichtag(['registry', 'import', join(folder, 'verbuende.csv')], env)
    t.match(told.stdout, /^Antragsverbünde: 0 neu, 1 geändert, 1 unverändert\nKommunen in Antragsverbünden: 0 neu/)
  },
)

t.test('the database itself refuses a Kommune in two Verbünde at a time, and what refers to nothing', async (t) => {
  const { db, pool } = await freshDatabase(t)
  await importShippedRegistry(db)
  await pool.query("insert into verbund (verbund, name) values ('117000', 'A'), ('117019', 'B')")
  const join = (verbund: string, gkz: string, from: string, to: string | null) =>
    pool.query("insert into verbund_mitglied values ($2, '2009-01-01', $1, $3, $4)", [verbund, gkz, from, to])
  await join('117000', '117019', '2018-01-01', '2018-12-31')
  await t.rejects(join('117019', '117019', '2018-12-31', null), { message: /verbund_mitglied_of_one/ })
  await t.resolves(join('117019', '117019', '2019-01-01', null))
  await t.resolves(join('117000', '117018', '2018-01-01', null))
  await t.rejects(join('117000', '999999', '2018-01-01', null), { code: '23503' })
  await t.rejects(join('117042', '117042', '2018-01-01', null), { code: '23503' })
  const number = (value: string) =>
    pool.query("insert into im_nummer (im_nummer, verbund, valid_from) values ($1, '117019', '2018-01-01')", [value])
  await t.resolves(number('117019-001'))
  await t.rejects(number('117019-001'), { code: '23505' })
  await t.rejects(number('117000-001'), { message: /im_nummer_in_verbund/ })
  await t.rejects(number('117019-1'), { message: /im_nummer_key/ })
})
