import t from 'tap'
import { dayFromToday } from '../../../server/store/waves.ts'
import { decide } from '../../../server/waves/approve.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { kiel, operatorFile } from '../../support/operators.ts'
import { staffAccount } from '../../support/staff.ts'

t.test('a wave is run from the command line; what reaches all waits for a second account', async (t) => {
  const test = await testApp(t, { stichtag: null }, { STICHTAG_OPERATOR: operatorFile(kiel) })
  const { db, url } = test
  const env = { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_OPERATOR: operatorFile(kiel) }
  const folder = t.testdir({ 'liste.csv': 'gkz;name\n117042;Salach\n' })
  const run = (...args: string[]) => stichtag(args, env, folder)
  const second = await staffAccount(test, 'administration', 'a.eins')
  await staffAccount(test, 'feldbuero', 'f.eins')
  await db
    .updateTable('wave')
    .set({ frist: await dayFromToday(db, 1) })
    .execute()
  const later = await dayFromToday(db, 20)
  const fristOf = async (unit: string) =>
    (await db.selectFrom('participant').select('frist').where('unit', '=', unit).executeTakeFirstOrThrow()).frist

  t.equal((await run('wave', 'extend', 'umfrage-1', '--bis', later, '--grund', 'Schnee')).code, 2)
  t.equal(
    (await run('wave', 'extend', 'umfrage-1', '--bis', later, '--alle', '--nur', '117019', '--grund', 'x')).code,
    2,
  )
  const past = await run('wave', 'extend', 'umfrage-1', '--bis', '2020-01-01', '--nur', '117019', '--grund', 'Schnee')
  t.equal(past.code, 1)
  t.match(past.stderr, /01\.01\.2020 ist schon vorbei/)
  const one = await run(
    'wave',
    'extend',
    'umfrage-1',
    '--bis',
    later,
    '--nur',
    '117019',
    '--grund',
    'Schnee',
    '--als',
    'f.eins',
  )
  t.match(one.stdout, /1 Teilnehmende/)
  t.match(
    (await run('wave', 'extend', 'umfrage-1', '--bis', later, '--datei', 'liste.csv', '--grund', 'Schnee')).stdout,
    /1 /,
  )
  t.strictSame([await fristOf('117019'), await fristOf('117042'), await fristOf('117026')], [later, later, null])

  const all = ['wave', 'extend', 'umfrage-1', '--bis', later, '--alle', '--grund', 'Schnee']
  t.match((await run(...all)).stderr, /welches Konto es vorschlägt/)
  const proposed = await run(...all, '--als', 'f.eins')
  t.equal(proposed.code, 0, proposed.stderr)
  t.match(proposed.stdout, /sobald ein zweites Konto zustimmt: http.*\/intern\/freigaben/)
  t.match((await run(...all, '--als', 'f.eins')).stdout, /liegt schon zur Zustimmung vor/)
  t.match(await decide(test, 1, 'agreed', second.id), { isDone: true })
  t.equal((await db.selectFrom('wave').select('frist').executeTakeFirstOrThrow()).frist, later)
  t.equal(await fristOf('117019'), null, 'nobody needs an own Frist any more')

  t.match((await run('wave', 'trial', 'umfrage-1', '--nur', '117019')).stdout, /umfrage-1-probe angelegt/)
  t.match((await run('wave', 'open', 'umfrage-1-probe')).stdout, /geöffnet/)
  t.match((await run('wave', 'list')).stdout, /umfrage-1-probe.*PROBELAUF/)
  t.match((await run('wave', 'trial', 'umfrage-1', '--ende')).stderr, /ist kein Probelauf/)
  t.match((await run('wave', 'trial', 'umfrage-1-probe', '--ende')).stdout, /beendet/)

  t.match((await run('wave', 'close', 'umfrage-1', '--am', '2020-01-01')).stderr, /kein Tag nach heute/)
  t.match((await run('wave', 'close', 'umfrage-1', '--am', later)).stdout, /von selbst/)
  await run('wave', 'close', 'umfrage-1')
  t.match((await run('wave', 'open', 'umfrage-1', '--als', 'f.eins')).stderr, /wieder geöffnet.*Grund/)

  await run('wave', 'create', 'umfrage-1', '--id', 'lauf-2', '--frist', later, '--teilnehmende', 'liste.csv')
  t.match((await run('wave', 'change', 'lauf-2', '--dazu', '117019', '--weg', '117042')).stdout, /geändert/)
  t.match((await run('wave', 'change', 'lauf-2', '--frist', later)).stderr, /Grund/)
  t.match((await run('wave', 'change', 'umfrage-1', '--weg', '117019')).stderr, /war schon geöffnet|ist geschlossen/)
})
