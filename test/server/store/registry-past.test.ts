import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { readPeriod } from '../../../analysis/sources/period.ts'
import { importRegistry } from '../../../server/registry/import-registry.ts'
import { readIndicatorValues } from '../../../server/store/indicator-values.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { readUnits } from '../../../server/store/panel-units.ts'
import { readMembers } from '../../../server/store/person-kommunen.ts'
import { admindataWorld, catalogue, flatFile } from '../../support/admindata.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, lastState, withRegistry } from '../../support/panel-world.ts'

t.test('Kommunen and Verbünde that come and go do so from their state on', async (t) => {
  const { owner, db, pool, folder, load } = await admindataWorld(t)
  const read = async (...lines: string[]) => {
    await writeFile(join(folder, 'verzeichnis.csv'), `${lines.join('\n')}\n`)
    await importRegistry(db, join(folder, 'verzeichnis.csv'))
  }
  await read('verbund,name,gkz,gueltig_ab', '117001,A,117001,2018-01-01', '117001,A,117002,2018-01-01')
  t.equal((await readSnapshot(pool)).state, 0, 'nobody has been asked yet')
  await addWave({ db }, 'umfrage-1', ['117001', '117002', '117003'], (_unit, place) => ({ zp_gesamt: place }))
  await load('einwohner.csv', flatFile({ key: '08117001', value: 7 }, { key: '08117003', value: 9 }))
  const before = await lastState({ db })
  const period = readPeriod('2018-12-31')
  if (period === undefined) throw new Error('a day is a period')
  const kommunenIn = async (state: number) => {
    const asked = {
      indicators: [{ indicator: 'einwohner' }],
      level: 'gemeinde',
      period,
      territory: '2018-12-31',
    } as const
    const [column] = await readIndicatorValues(db, catalogue, { ...asked, state })
    return [...(column?.cells.keys() ?? [])].filter((key) => key.startsWith('117'))
  }
  const membersIn = (state: number) => readMembers(db, '2018-12-31', { state })
  const [kommunen, members] = [await kommunenIn(before), await membersIn(before)]
  t.ok(kommunen.includes('117001'))
  t.strictSame(members, new Map([['117001', ['117001', '117002']]]))

  await read(
    'gkz,name,einwohner,stand,gueltig_ab,gueltig_bis',
    '117001,Adelberg,2000,2024-12-31,2009-01-01,2017-12-31',
    '117999,Neuberg,4000,2024-12-31,2018-01-01,',
  )
  await read('verbund,name,gkz,gueltig_ab', '117002,B,117003,2018-01-01')
  await sql`delete from verbund_mitglied where gkz = '117002'`.execute(owner.db)
  t.equal((await readSnapshot(pool)).state, before + 3)
  const later = await kommunenIn(before + 1)
  t.ok(later.includes('117999') && !later.includes('117001'), later.join(' '))
  t.strictSame(await kommunenIn(before), kommunen)
  t.strictSame(
    await membersIn(before + 3),
    new Map([
      ['117001', ['117001']],
      ['117002', ['117003']],
    ]),
  )
  t.strictSame(await membersIn(before + 2), new Map([...members, ['117002', ['117003']]]))
  t.strictSame(await membersIn(before), members)
})

t.test('a state is drawn once for what is changed together, and not for what is given up', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { db, pool } = world
  const units = (await withRegistry(world)).slice(0, 2)
  await addWave(world, 'umfrage-1', units, (_unit, place) => ({ zp_gesamt: place }))
  const { state } = await readSnapshot(pool)
  const change = (to: number) =>
    db.transaction().execute(async (trx) => {
      for (const population of [to - 1, to]) await trx.updateTable('gemeinde').set({ population }).execute()
      if (to < 10) throw new Error('given up')
    })
  const sizesIn = async (wanted: number) =>
    (await readUnits(pool, ['umfrage-1'], { state: wanted })).map(({ einwohner }) => einwohner)
  const first = await sizesIn(state)
  await t.rejects(change(5), { message: 'given up' })
  t.equal((await readSnapshot(pool)).state, state)
  await Promise.all([change(20), change(30)])
  const last = (await readSnapshot(pool)).state
  const [early = [], late = []] = [await sizesIn(last - 1), await sizesIn(last)]
  t.strictSame([...early, ...late].sort(), [20, 20, 30, 30], 'one after the other')
  t.strictSame(await sizesIn(state), first)
  const { rows } = await sql`select what from data_state where number > ${state}`.execute(db)
  t.strictSame(rows, [{ what: 'registry' }, { what: 'registry' }])
  await t.rejects(sql`delete from registry_past`.execute(world.owner.db), /registry_past is append-only/)
})

t.test('who changes the registry waits for who began before', async (t) => {
  const { db, pool } = await freshDatabase(t, 'kommunen')
  const units = (await withRegistry({ db })).slice(0, 2)
  await addWave({ db }, 'umfrage-1', units, (_unit, place) => ({ zp_gesamt: place }))
  const { state } = await readSnapshot(pool)
  const sizes = async () => (await readUnits(pool, ['umfrage-1'], { state })).map(({ einwohner }) => einwohner)
  const before = await sizes()
  const change = 'update gemeinde set population = $1 where gkz = $2'
  const client = await pool.connect()
  await client.query('begin')
  await client.query(change, [10, units[0]])
  const other = pool.query(change, [20, units[1]])
  // Whoever does not wait is through by then.
  await Promise.race([other, sleep(300)])
  await client.query(change, [10, units[1]])
  await client.query('commit')
  client.release()
  await other
  t.strictSame(await sizes(), before)
})

t.test('whoever asks for the newest state waits for a change of the registry that has begun', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { pool } = world
  const units = (await withRegistry(world)).slice(0, 2)
  await addWave(world, 'umfrage-1', units, (_unit, place) => ({ zp_gesamt: place }))
  const { state } = await readSnapshot(pool)
  const client = await pool.connect()
  await client.query('begin')
  await client.query('update gemeinde set population = 12')
  const reading = readSnapshot(pool)
  await Promise.race([reading, sleep(300)])
  await client.query('commit')
  client.release()
  t.equal((await reading).state, state + 1)
})
