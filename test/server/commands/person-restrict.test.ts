import t from 'tap'
import { addRequest } from '../../../server/store/person-requests.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { staffAccount } from '../../support/staff.ts'

t.test('texts are restricted and lifted from the command line, for a request and by an account', async (t) => {
  const test = await testApp(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const run = (...args: string[]) => stichtag(['person', ...args], env)
  await staffAccount(test, 'datenschutz', 'd.eins')
  const visitor = await test.login('JW')
  await visitor.get(`${visitor.home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Weiß' })
  await visitor.submit()
  const wanted = { kind: 'einschraenkung', receivedOn: '2026-11-01', searched: 'Weiß', by: 1 } as const
  const request = String(await addRequest(test.db, wanted))

  t.match((await run('restrict', 'Weiß')).stderr, /Noch ist nichts eingeschränkt/)
  const rest = ['--ausfuehren', '--anliegen', request, '--als', 'd.eins']
  const cases: [args: string[], code: number, message: RegExp][] = [
    [['--nummer', '1'], 2, /--grund einen von: a, b, c, d/],
    [['--grund', 'a'], 2, /--nummer oder --ganz/],
    [['--grund', 'a', '--nummer', '9'], 1, /Gefunden sind 3 Texte/],
  ]
  for (const [args, code, message] of cases) {
    const answer = await run('restrict', 'Weiß', ...rest, ...args)
    t.equal(answer.code, code, args.join(' '))
    t.match(answer.stderr, message)
  }
  t.match(
    (await run('restrict', 'Weiß', ...rest, '--grund', 'a', '--nummer', '1', '--nummer', '2', '--ganz')).stdout,
    /Vermerke: 2/,
  )
  const marks = () =>
    test.db.selectFrom('restriction').select(['extent', 'field', 'ground', 'told_on']).orderBy('extent').execute()
  t.strictSame(await marks(), [
    { extent: 'contact', field: null, ground: 'a', told_on: null },
    { extent: 'text', field: 'im_alpha_kom', ground: 'a', told_on: null },
  ])
  t.match((await run('lift', request, '--als', 'd.eins')).stderr, /Tag, an dem die Person unterrichtet/)
  t.match(
    (await run('lift', request, '--als', 'd.eins', '--unterrichtet', '24.11.2026')).stdout,
    /Aufgehoben\. Vermerke: 2/,
  )
  t.match(await marks(), [{ told_on: '2026-11-24' }, { told_on: '2026-11-24' }])
  t.match(
    (await run('lift', request, '--als', 'd.eins', '--unterrichtet', '24.11.2026')).stdout,
    /nichts eingeschränkt/,
  )
})
