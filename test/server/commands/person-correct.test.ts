import t from 'tap'
import { addRequest } from '../../../server/store/person-requests.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { staffAccount } from '../../support/staff.ts'

t.test('a text is corrected from the command line, for a request and by an account', async (t) => {
  const test = await testApp(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const run = (...args: string[]) => stichtag(['person', 'correct', 'Weis', ...args], env)
  await staffAccount(test, 'datenschutz', 'd.eins')
  await staffAccount(test, 'forschung', 'f.drei')
  const visitor = await test.login('JW')
  await visitor.get(`${visitor.home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Weis' })
  await visitor.submit()
  const request = { receivedOn: '2026-11-01', searched: 'Weis', by: 1 }
  const other = String(await addRequest(test.db, { kind: 'auskunft', ...request }))
  const wanted = String(await addRequest(test.db, { kind: 'berichtigung', ...request }))

  const shown = await run()
  t.match(shown.stdout, /1\. umfrage-1 117019 im_alpha_kom/)
  t.match(shown.stderr, /Noch ist nichts berichtigt/)
  const all = (changes: Record<string, string>) =>
    Object.entries({ nummer: '1', neu: 'laut Weiß', anliegen: wanted, als: 'd.eins', ...changes }).flatMap(
      ([name, value]) => [`--${name}`, value],
    )
  const cases: [args: string[], code: number, message: RegExp][] = [
    [[], 2, /--nummer, --neu und --anliegen/],
    [all({ nummer: '9' }), 1, /Gefunden sind 3 Texte/],
    [all({ als: 'f.drei' }), 1, /nicht die Rolle Datenschutz/],
    [all({ neu: 'laut Weis' }), 1, /derselbe Text/],
    [all({ anliegen: other }), 1, /keines auf Berichtigung/],
    [all({ anliegen: '99' }), 1, /Anliegen 99 gibt es nicht/],
  ]
  for (const [args, code, message] of cases) {
    const answer = await run('--ausfuehren', ...args)
    t.equal(answer.code, code, args.join(' '))
    t.match(answer.stderr, message)
  }
  t.match((await run('--ausfuehren', ...all({}))).stdout, /Berichtigt\. Entwürfe: 1, neue Fassungen: 1/)
  const rows = await test.db.selectFrom('submission').select(['comments', 'corrected_by']).orderBy('revision').execute()
  t.match(rows, [
    { comments: { im_alpha_kom: 'laut Weis' }, corrected_by: null },
    { comments: { im_alpha_kom: 'laut Weiß' }, corrected_by: 1 },
  ])
})
