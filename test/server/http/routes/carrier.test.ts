import { sql } from 'kysely'
import t from 'tap'
import { setScope } from '../../../../server/store/scopes.ts'
import { listParticipants } from '../../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import type { Teardown } from '../../../support/fresh-database.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { Visitor } from '../../../support/visitor.ts'

const codes = '/intern/erhebungen/umfrage-1/einladungen/sammelzugang'

/** The Landkreis answers for Göppingen and Salach; Eislingen keeps the task. */
async function world(t: Teardown) {
  const test = await testApp(t)
  await sql`insert into verbund_mitglied (gkz, gemeinde_valid_from, verbund, valid_from) values
    ('117026', '2000-01-01', '117000', '2018-01-01'), ('117042', '2000-01-01', '117000', '2018-01-01'),
    ('117019', '2000-01-01', '117019', '2018-01-01')`.execute(test.db)
  const office = await signIn(test, await staffAccount(test, 'feldbuero'))
  async function newCode() {
    const { text } = await office.get(`${codes}/117000`)
    const bisher = /name="bisher" value="(\d+)"/.exec(text)?.[1] ?? ''
    const told = await office.post(`${codes}/117000`, { bisher })
    return [...told.text.matchAll(/<li><code>([^<]+)/g)].map(([, group]) => group).join('-')
  }
  return { test, office, newCode }
}

async function enter(test: TestApp, code: string) {
  const visitor = new Visitor(test.app)
  await visitor.get('/zugang')
  const { location } = await visitor.post('/zugang', { code, kuerzel: 'KM' })
  return { visitor, location }
}

const open = async (visitor: Visitor, einheit: string) => {
  await visitor.get('/erhebung')
  return visitor.post('/erhebung/oeffnen', { einheit, kuerzel: 'KM' })
}

t.test('one code, one list, every form of those for whom the Landkreis answers', async (t) => {
  const { test, office, newCode } = await world(t)
  t.match((await office.get(codes)).words, /Landkreis Göppingen 117000 für 2 Kommunen kein Sammelzugang/)
  t.notMatch((await office.get(codes)).words, /Eislingen/, 'who answers for itself has its own code')
  const code = await newCode()
  t.match(code, /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  t.match((await office.get(codes)).words, /Landkreis Göppingen 117000 für 2 Kommunen Sammelzugang seit/)
  const kept = await test.db.selectFrom('carrier_code').selectAll().execute()
  t.notOk(JSON.stringify(kept).includes(code), 'it is stored as its hash alone')

  const salach = await office.get('/intern/erhebungen/umfrage-1/teilnehmende/117042')
  t.match(
    salach.words,
    /Sammelzugang [^,]*, [^,]* Uhr, Landkreis Göppingen .*Für sie antwortet \(der Landkreis\): Landkreis Göppingen/,
  )
  const eislingen = await office.get('/intern/erhebungen/umfrage-1/teilnehmende/117019')
  t.notMatch(eislingen.words, /Sammelzugang|Für sie antwortet/)
  const column = await office.get('/intern/erhebungen/umfrage-1/ruecklauf?spalte=zustaendig')
  t.equal([...column.text.matchAll(/data-label="Für sie antwortet">Landkreis Göppingen</g)].length, 2)
  t.match(
    (await office.get('/intern/erhebungen/umfrage-1/anrufe')).words,
    /Salach .*Für sie antwortet: Landkreis Göppingen/,
  )

  const { visitor, location } = await enter(test, code)
  t.equal(location, '/erhebung')
  const list = await visitor.get('/erhebung')
  t.match(
    list.words,
    /Landkreis Göppingen .*Sie antworten für 2 Kommunen: 0 von 2 abgesendet, 2 leer.*Göppingen.*leer.*Salach.*leer/,
  )
  t.notMatch(list.words, /Eislingen/)
  const { rows: nobody } = await sql`select from participant where opened_at is not null`.execute(test.db)
  t.equal(nobody.length, 0, 'a list is no form that somebody has opened')

  t.equal((await open(visitor, 'umfrage-1/117042')).location, '/erhebung/umfrage-1/117042')
  visitor.home = '/erhebung/umfrage-1/117042'
  t.match((await visitor.get(visitor.home)).text, /<a href="\/erhebung">wechseln<\/a>/)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '120' })
  t.match((await visitor.get('/erhebung')).words, /2 Kommunen: 0 von 2 abgesendet, 1 begonnen, 1 leer.*Salach.*Feldern/)
  t.match((await visitor.submit()).location, /quittung/)
  const after = (await visitor.get('/erhebung')).words
  t.match(after, /1 von 2 abgesendet, 1 leer.*Salach.*Quittung/)
  t.equal([...after.matchAll(/Salach/g)].length, 1, 'it stands in one list')

  const again = await enter(test, code)
  t.match((await again.visitor.get('/erhebung')).words, /1 von 2 abgesendet.*Salach.*Quittung .*abgesendet/)
  await visitor.get('/erhebung')
  await visitor.post('/abmelden', {})
  t.equal((await visitor.get('/erhebung')).location, '/zugang')
  t.equal((await again.visitor.get('/erhebung')).status, 200, 'a colleague stays logged in')
})

t.test('a foreign unit is refused, also once the register says so', async (t) => {
  const { test, newCode } = await world(t)
  const { visitor } = await enter(test, await newCode())
  for (const einheit of ['umfrage-1/117019', 'umfrage-2/117042', '117042', 'umfrage-1/', ''])
    t.equal((await open(visitor, einheit)).status, 404, einheit)
  for (const path of ['', '/abschnitt/zielgruppe', '/pruefen', '/drucken'])
    t.match((await visitor.get(`/erhebung/umfrage-1/117019${path}`)).location, /^\/zugang/, path)
  t.match((await visitor.get('/erhebung/umfrage-1/117042')).location, /^\/zugang/, 'nor without having opened it')
  const stranger = await test.login('KM')
  t.equal((await open(stranger, 'umfrage-1/117042')).status, 404, 'nor for whoever has the code of one Kommune')

  await sql`update verbund_mitglied set verbund = '117019' where gkz = '117042'`.execute(test.owner.db)
  t.equal((await open(visitor, 'umfrage-1/117042')).status, 404, 'the register counts, not what was so at the login')
  t.equal((await open(visitor, 'umfrage-1/117026')).status, 303)
  const { rows } = await sql<{ unit: string }>`
    select unit from session s join participant p on p.id = s.participant_id order by unit`.execute(test.db)
  t.strictSame(
    rows.map(({ unit }) => unit),
    ['117019', '117026'],
  )
})

t.test('a new code ends the former one and all that it opened', async (t) => {
  const { test, office, newCode } = await world(t)
  const first = await newCode()
  const { visitor } = await enter(test, first)
  await open(visitor, 'umfrage-1/117042')
  t.equal((await visitor.get('/erhebung/umfrage-1/117042')).status, 200)
  const stale = await office.post(`${codes}/117000`, { bisher: '0' })
  t.equal(stale.status, 409, 'a second click ends nothing')
  const second = await newCode()
  t.match((await visitor.get('/erhebung/umfrage-1/117042')).location, /^\/zugang/)
  t.equal((await visitor.get('/erhebung')).location, '/zugang')
  t.notOk((await enter(test, first)).location)
  t.equal((await enter(test, second)).location, '/erhebung')
  const single = await test.login('KM', '117042')
  t.equal((await single.get('/erhebung/umfrage-1/117042')).status, 200, 'the code of the Kommune goes on')
  await sql`update wave set state = 'closed'`.execute(test.db)
  const after = await enter(test, second)
  t.equal(after.location, '/erhebung', 'what was answered can be read once the wave is closed')
  t.match((await after.visitor.get('/erhebung')).words, /Erhebung geschlossen/)
})

t.test('an account with a scope gives out a code only where all of the Kommunen are its own', async (t) => {
  const { test } = await world(t)
  const account = await staffAccount(test, 'feldbuero', 'k.teil')
  const visitor = await signIn(test, account)
  await setScope(test.db, { account: account.id, parts: [{ kind: 'unit', key: '117042' }] })
  t.match((await visitor.get(codes)).words, /antwortet hier niemand für andere/)
  t.equal((await visitor.get(`${codes}/117000`)).status, 404)
  t.equal((await visitor.post(`${codes}/117000`, { bisher: '0' })).status, 404)
  await setScope(test.db, { account: account.id, parts: [{ kind: 'kreis', key: '117' }] })
  t.equal((await visitor.get(`${codes}/117000`)).status, 200)
  t.equal((await visitor.get(`${codes}/117019`)).status, 404, 'nor for who answers for itself alone')
})

t.test('the same on the command line, and in the log', async (t) => {
  const { test } = await world(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) }
  const run = (...args: string[]) => stichtag(['code', 'replace', 'umfrage-1', ...args], env, t.testdir({}))
  const told = await run('117000', '--sammelzugang')
  t.equal(told.code, 0, told.stderr)
  t.equal((await enter(test, told.stdout.trim())).location, '/erhebung')
  t.match(await run('117019', '--sammelzugang'), { code: 1, stderr: /„117019“ antwortet an umfrage-1 für niemanden/ })
  const admin = await signIn(test, await staffAccount(test, 'administration'))
  t.match((await admin.get('/intern/protokoll')).words, /Neuer Sammelzugang am Telefon: 117000, umfrage-1/)
  t.equal((await listParticipants(test.db, 'umfrage-1')).length, 3)
})

t.test('a code that was replaced while somebody typed it opens nothing', async (t) => {
  const { test, newCode } = await world(t)
  const code = await newCode()
  const [former] = await test.db.selectFrom('carrier_code').selectAll().execute()
  const { visitor } = await enter(test, code)
  t.equal((await visitor.get('/erhebung')).status, 200)
  await newCode()
  // As it comes to be where the code is looked up before, and the session written after it was replaced.
  await sql`update carrier_session set ended_at = null where code_id = ${former?.id}`.execute(test.db)
  t.equal((await visitor.get('/erhebung')).location, '/zugang')
  t.equal((await open(visitor, 'umfrage-1/117042')).status, 303)
  const { rows } = await sql`select from session where ended_at is null`.execute(test.db)
  t.equal(rows.length, 0)
})
