import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { createWave, dayFromToday, findWave } from '../../../server/store/waves.ts'
import { courseDays } from '../../../server/waves/course-days.ts'
import { openAndCloseDue } from '../../../server/waves/open-and-close-due.ts'
import { testApp } from '../../support/app.ts'
import { kiel, operatorFile } from '../../support/operators.ts'
import { newWave, published } from '../../support/published.ts'

t.test('waves open and close on their day, once, and not without who runs the site', async (t) => {
  const { db, pool, config } = await testApp(t)
  const today = await dayFromToday(db, 0)
  await createWave(db, { ...newWave(await published('umfrage-1'), ['117019']), id: 'lauf-2' })
  await db.updateTable('wave').set({ opens_on: today }).where('id', '=', 'lauf-2').execute()
  await db
    .updateTable('wave')
    .set({ closes_on: await dayFromToday(db, 1) })
    .where('id', '=', 'umfrage-1')
    .execute()
  const said: unknown[] = []
  const log = { info: (what: unknown) => void said.push(what), error: (what: unknown) => void said.push(what) }
  const stateOf = async (id: string) => (await findWave(db, id))?.state

  await openAndCloseDue({ db, pool, config }, log)
  t.equal(await stateOf('lauf-2'), 'created')
  t.match(said, [{ wave: 'lauf-2', faults: [/Betreiber/] }])
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_OPERATOR: operatorFile(kiel) })
  if ('problems' in read) throw new Error('the configuration is valid')
  await Promise.all([1, 2].map(() => openAndCloseDue({ db, pool, config: read.config }, log)))
  t.equal(await stateOf('lauf-2'), 'open')
  t.equal(await stateOf('umfrage-1'), 'open', 'tomorrow is not today')
  await db.updateTable('wave').set({ closes_on: today }).where('id', '=', 'umfrage-1').execute()
  await openAndCloseDue({ db, pool, config }, log)
  t.equal(await stateOf('umfrage-1'), 'closed')
  t.match(await findWave(db, 'umfrage-1'), { closes_on: null })
  const opened = await db
    .selectFrom('audit')
    .select('id')
    .where('action', '=', 'wave_open')
    .where('wave_id', '=', 'lauf-2')
    .execute()
  t.equal(opened.length, 1, 'two servers open it once')
})

t.test('the days of a wave stand in their order and at their place', async (t) => {
  const facts = {
    openedOn: null,
    opensOn: '2026-12-01',
    stichtag: '2026-12-11',
    frist: '2026-12-21',
    lastOwnFrist: null,
    closesOn: null,
    closedOn: null,
    mails: [{ label: 'Sendung geplant', day: '2026-12-16' }],
  }
  const { days, today } = courseDays(facts, '2026-12-11')
  t.strictSame(
    days.map(({ label, day, when, place }) => [label, day, when, place]),
    [
      ['Öffnung geplant', '01.12.2026', 'vorbei', 0],
      ['Stichtag', '11.12.2026', 'heute', 50],
      ['Sendung geplant', '16.12.2026', 'kommt', 75],
      ['Frist', '21.12.2026', 'kommt', 100],
    ],
  )
  t.equal(today, 50)
  t.equal(courseDays(facts, '2027-01-01').today, null)
  const one = courseDays({ ...facts, opensOn: null, stichtag: null, mails: [] }, '2026-12-21')
  t.strictSame(one.days, [{ label: 'Frist', day: '21.12.2026', when: 'heute', place: 0 }])
})
