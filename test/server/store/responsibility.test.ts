import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { loadVerbuende } from '../../../server/demo/load-verbuende.ts'
import { carrierOf } from '../../../server/registry/carrier.ts'
import { changeCarrier } from '../../../server/registry/change-carrier.ts'
import { importRegistry } from '../../../server/registry/import-registry.ts'
import { answersFor } from '../../../server/store/responsibility.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave } from '../../support/panel-world.ts'

/** As the report to the Kreistag of 2018 tells it: these five on their own, the Landkreis for all others. */
const alone = new Map([
  ['117015', 'Donzdorf'],
  ['117018', 'Ebersbach an der Fils'],
  ['117019', 'Eislingen/Fils'],
  ['117026', 'Göppingen'],
  ['117042', 'Salach'],
])

t.test('Landkreis Göppingen: five Kommunen answer for themselves, the Landkreis for the other 33', async (t) => {
  const { db } = await freshDatabase(t, 'kommunen')
  const folder = t.testdir({})
  const rows = await db
    .selectFrom('gemeinde')
    .select(['gkz', 'name'])
    .where('kreis', '=', '117')
    .orderBy('gkz')
    .execute()
  const lines = rows.map(({ gkz, name }) =>
    alone.has(gkz) ? `${gkz},${name},${gkz},2018-01-01` : `117000,Landkreis Göppingen,${gkz},2018-01-01`,
  )
  await writeFile(join(folder, 'v.csv'), ['verbund,name,gkz,gueltig_ab', ...lines].join('\n'))
  await importRegistry(db, join(folder, 'v.csv'))
  await addWave(
    { db },
    'umfrage-1',
    rows.map(({ gkz }) => gkz),
    () => undefined,
  )
  const all = await answersFor(db, 'umfrage-1')
  t.equal(all.length, 38)
  const self = all.filter(({ how }) => how === 'self')
  t.strictSame(new Map(self.map(({ unit, name }) => [unit, name])), alone)
  t.ok(self.every(({ unit, by }) => unit === by))
  const rest = all.filter(({ how }) => how !== 'self')
  t.strictSame(
    [...new Set(rest.map(({ by, byName, how }) => `${by} ${byName} ${how}`))],
    ['117000 Landkreis Göppingen kreis'],
  )

  const changed = await changeCarrier(db, { gkz: '117001', to: 'selbst', from: '2018-12-01' })
  t.ok('import' in changed)
  const before = await db.selectFrom('wave').select('stichtag').executeTakeFirstOrThrow()
  t.equal(before.stichtag, '2018-12-15')
  t.match((await answersFor(db, 'umfrage-1'))[0], { unit: '117001', by: '117001', byName: 'Adelberg', how: 'self' })
  await db.updateTable('wave').set({ stichtag: '2018-11-30' }).execute()
  t.match((await answersFor(db, 'umfrage-1'))[0], { by: '117000', how: 'kreis' }, 'as of the Stichtag')
})

t.test('the demo world tells the same of the Landkreis Göppingen; persons answer for their Verbund', async (t) => {
  const { db } = await freshDatabase(t, 'kommunen')
  await loadVerbuende(db)
  const rows = await db.selectFrom('gemeinde').select('gkz').where('kreis', '=', '117').execute()
  await addWave(
    { db },
    'umfrage-1',
    rows.map(({ gkz }) => gkz),
    () => undefined,
  )
  const all = await answersFor(db, 'umfrage-1')
  t.strictSame(
    all.filter(({ how }) => how === 'self').map(({ unit }) => unit),
    [...alone.keys()],
  )
  t.equal(all.filter(({ by, how }) => by === '117000' && how === 'kreis').length, 33)
  await addWave({ db }, 'umfrage-3', ['117000-001', '117019-001'], () => undefined)
  t.match(await answersFor(db, 'umfrage-3'), [
    { unit: '117000-001', by: '117000', byName: 'Landkreis Göppingen' },
    { unit: '117019-001', by: '117019', byName: 'Eislingen/Fils' },
  ])
})

t.test('who carries it out', (t) => {
  t.equal(carrierOf({ gkz: '111000', verbund: '111000', members: 1 }), 'self', 'a Stadtkreis is a Kommune')
  t.equal(carrierOf({ gkz: '117001', verbund: null, members: 0 }), 'self')
  t.equal(carrierOf({ gkz: '117001', verbund: '117000', members: 1 }), 'kreis')
  t.equal(carrierOf({ gkz: '117001', verbund: '117002', members: 3 }), 'verbund')
  t.equal(carrierOf({ gkz: '117002', verbund: '117002', members: 3 }), 'verbund', 'whoever leads a group is in it')
  t.end()
})
