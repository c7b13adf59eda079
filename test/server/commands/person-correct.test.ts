import { sql } from 'kysely'
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

t.test('an address that holds is corrected in the address book, another is not', async (t) => {
  const test = await testApp(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const run = (...args: string[]) => stichtag(['person', 'correct', 'Weis', ...args], env)
  await staffAccount(test, 'datenschutz', 'd.eins')
  await sql`insert into contact.address (unit, recipient, person, mail, source, since, until) values
    ('117026', 'Stadt', 'J. Weis', 'jw@b.example', 'file', now() - interval '2 days', now() - interval '1 day'),
    ('117026', 'Stadt', 'J. Weis', 'jw@b.example', 'file', now() - interval '1 day', null)`.execute(test.db)
  const request = { receivedOn: '2026-11-01', searched: 'Weis', by: 1 }
  const anliegen = String(await addRequest(test.db, { kind: 'berichtigung', ...request }))
  t.match((await run()).stdout, /1\. .*117026, gültig, Ansprechperson .*\n2\. .*117026, gültig bis/)
  const all = ['--ausfuehren', '--neu', 'Dr. Weiß', '--anliegen', anliegen, '--als', 'd.eins']
  t.match(await run('--nummer', '2', ...all), { code: 1, stderr: /Anschriften, die gelten/ })
  t.match(await run('--nummer', '1', '--neu', 'J. Weis', ...all.filter((one) => !/neu|Weiß/.test(one))), {
    code: 1,
    stderr: /derselbe Text/,
  })
  t.match(await run('--nummer', '1', ...all), { code: 0, stdout: /Angaben im Adressbuch: 1\./ })
  const rows = await test.db
    .selectFrom('contact.address')
    .select(['person', 'mail', 'source', 'account_id'])
    .where('until', 'is', null)
    .execute()
  t.strictSame(rows, [{ person: 'Dr. Weiß', mail: 'jw@b.example', source: 'office', account_id: 1 }])
})
