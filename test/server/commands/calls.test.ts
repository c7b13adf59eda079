import t from 'tap'
import { setScope } from '../../../server/store/scopes.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { addAddresses } from '../../support/mailing.ts'
import { staffAccount } from '../../support/staff.ts'

t.test('whom to call first, and what came of a call, from the command line', async (t) => {
  const test = await testApp(t)
  await addAddresses(test)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) }
  const run = (...args: string[]) => stichtag(args, env, t.testdir({}))
  const { id } = await staffAccount(test, 'feldbuero', 'k.meier')
  const listed = async (...more: string[]) =>
    JSON.parse((await run('wave', 'calls', 'umfrage-1', '--json', ...more)).stdout)
  t.match(await listed(), [
    { rang: 1, kennung: '117026', person: 'Jörg Müßig', wann: 'offen', grundlage: 'einwohner', letzte_welle: 0 },
    { rang: 2, kennung: '117019' },
    { rang: 3, kennung: '117042' },
  ])
  const call = (...more: string[]) => run('participant', 'call', 'umfrage-1', ...more)
  t.match(await call('117026', '--ergebnis', 'wieder', '--am', '31.12.2098', '--als', 'k.meier'), {
    code: 0,
    stdout: /117026: wieder anrufen, vermerkt/,
  })
  t.match(await call('117026', '--ergebnis', 'wieder'), { code: 1, stderr: /nennen Sie den Tag/ })
  t.equal((await call('117026', '--ergebnis', 'weg')).code, 2)
  t.match(await call('999999', '--ergebnis', 'erreicht'), { code: 1, stderr: /nimmt nicht teil: 999999/ })
  const after = await listed()
  t.match(after[2], { kennung: '117026', wann: 'verabredet', wieder_am: '2098-12-31', notizen: 1 })
  await setScope(test.db, { account: id, parts: [{ kind: 'unit', key: '117042' }] })
  t.match(await listed('--als', 'k.meier'), [{ rang: 1, kennung: '117042' }])
  t.equal((await call('117019', '--ergebnis', 'erreicht', '--als', 'k.meier')).code, 1)
})
