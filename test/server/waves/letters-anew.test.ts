import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { listIssues } from '../../../server/store/letter-issues.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { Visitor } from '../../support/visitor.ts'

const href = '/intern/erhebungen/umfrage-1/einladungen'

async function office(t: Test, above: string) {
  const test = await testApp(t, {}, { STICHTAG_TWO_ACCOUNTS_ABOVE: above })
  const first = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const second = await signIn(test, await staffAccount(test, 'feldbuero', 'f.zwei'))
  const codes = [await test.codeFor('117019'), await test.codeFor('117026'), await test.codeFor('117042')]
  const enters = async (code: string) => {
    const guest = new Visitor(test.app)
    await guest.get('/zugang')
    return (await guest.post('/zugang', { code })).status === 303
  }
  const issues = async () => (await listIssues(test.db, 'umfrage-1')).length
  return { ...test, test, first, second, codes, enters, issues }
}

t.test('letters that end more codes than one account may wait for a second one', async (t) => {
  const { first, second, issues, codes, enters } = await office(t, '2')
  t.match((await first.get(href)).words, /Enden damit mehr als 2 gültige Zugangscodes, muss zuerst ein zweites Konto/)
  const asked = { neu: 'ja', form: 'csv' }
  t.equal((await first.post(href, asked)).location, `${href}?vorgeschlagen=ja`)
  t.equal((await first.post(href, asked)).location, `${href}?vorgeschlagen=ja`, 'asked twice is asked once')
  t.equal(await issues(), 0)
  const seen = await second.get('/intern/freigaben')
  t.match(seen.words, /Zugangscodes ersetzen: umfrage-1.*Schreiben 3 Was endet 3 Zugangscodes, die jetzt gelten/)
  t.equal((await first.post('/intern/freigaben/1', { antwort: 'agreed' })).status, 409)
  await second.post('/intern/freigaben/1', { antwort: 'agreed' })
  t.equal(await issues(), 1)
  t.ok(await enters(codes[0] ?? ''), 'nothing ends before the file is there')
  t.match((await first.get(`${href}/ausgaben/1`)).words, /Damit enden 3 bisherige Zugangscodes/)
  const few = await first.post(href, { ...asked, liste: '117019\n117026' })
  t.equal(few.location, `${href}/ausgaben/2`, 'as many as one may go at once')
})

t.test('by command it waits too, and the file is written once somebody agreed', async (t) => {
  const { url, second, issues, codes, enters } = await office(t, '2')
  const folder = t.testdir()
  const env = { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_TWO_ACCOUNTS_ABOVE: '2' }
  const run = (...args: string[]) => stichtag(['invite', 'umfrage-1', ...args], env, folder)
  t.match((await run('--alle-neu', '--out', 'a.csv')).stderr, /nennen Sie mit --als/)
  const waits = await run('--alle-neu', '--out', 'a.csv', '--als', 'f.eins')
  t.match(waits.stdout, /Vorgeschlagen.*zweites Konto/)
  t.match(waits.stderr, /invite umfrage-1 --ausgabe NUMMER/)
  await t.rejects(readFile(join(folder, 'a.csv')), 'no file yet')
  t.match((await run('--ausgabe', '1', '--out', 'a.csv')).stderr, /Die Ausgabe 1 gibt es in umfrage-1 nicht/)
  await second.get('/intern/freigaben')
  await second.post('/intern/freigaben/1', { antwort: 'agreed' })
  t.match((await run('--ausgabe', '1', '--out', 'a.csv', '--codes', 'b.csv')).stderr, /--codes geht nicht dazu/)
  t.equal((await run('--ausgabe', '1', '--alle-neu', '--out', 'a.csv')).code, 2)
  const made = await run('--ausgabe', '1', '--out', 'a.csv', '--als', 'f.eins')
  t.match(made.stdout, /3 Zugangscodes stehen in a\.csv/)
  const [told = ''] = /\w{4}-\w{4}-\w{4}-\w{4}/.exec(await readFile(join(folder, 'a.csv'), 'utf8')) ?? []
  t.ok(await enters(told))
  t.notOk(await enters(codes[0] ?? ''))
  t.match((await run('--ausgabe', '1', '--out', 'c.csv')).stderr, /schon abgeschlossen/)
  t.equal(await issues(), 1)
})

t.test('an issue from before there were codes ends them no sooner than a new one', async (t) => {
  const test = await testApp(t, {}, { STICHTAG_TWO_ACCOUNTS_ABOVE: '2' })
  const clerk = await signIn(test, await staffAccount(test, 'feldbuero'))
  await clerk.get(href)
  t.equal((await clerk.post(href, { form: 'csv' })).location, `${href}/ausgaben/1`, 'nobody has a code that would end')
  const code = await test.codeFor('117019')
  for (const unit of ['117026', '117042']) await test.codeFor(unit)
  await clerk.get(`${href}/ausgaben/1`)
  const drawn = await clerk.post(`${href}/ausgaben/1/datei`, {})
  t.match(drawn, { status: 422, words: /haben 3 daraus einen Zugangscode bekommen/ })
  t.equal((await clerk.post(`${href}/ausgaben/1/bestaetigung`, { datei: '1' })).status, 409)
  const guest = new Visitor(test.app)
  await guest.get('/zugang')
  t.equal((await guest.post('/zugang', { code })).status, 303)
})
