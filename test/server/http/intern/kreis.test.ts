import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { mayUse, type Right, rights } from '../../../../server/domain/rights.ts'
import { storeDurchfuehrung, storeEinsaetze, storeEmpfaenger } from '../../../../server/store/funding.ts'
import { listJobs } from '../../../../server/store/jobs.ts'
import { type ScopePart, setScope } from '../../../../server/store/scopes.ts'
import { testApp } from '../../../support/app.ts'
import { addAddresses } from '../../../support/mailing.ts'
import { password, signIn, staffAccount } from '../../../support/staff.ts'

const page = '/intern/kreis/117'
const always = { valid_from: '2018-01-01', valid_to: null }

async function world(t: Test) {
  const test = await testApp(t)
  await sql`insert into kreis values ('211', 'Baden', 'Landkreis', 'Karlsruhe', '2000-01-01', null)`.execute(test.db)
  await storeEmpfaenger(test.db, [{ empfaenger: '117000', art: 'kreis', name: 'Landkreis Göppingen', ...always }])
  const own = { gemeinde_valid_from: '2000-01-01', empfaenger: '117000', ...always }
  await storeDurchfuehrung(test.db, [
    { gkz: '117019', wer: 'selbst', durch: '117019', ...own },
    { gkz: '117042', wer: 'kreis', durch: '117000', ...own },
    { gkz: '117026', wer: 'frei', durch: 'Caritasverband', ...own },
  ])
  await storeEinsaetze(test.db, [
    { einsatz: '117000-001 117000', im_nummer: '117000-001', empfaenger: '117000', vzae: 0.8, ...always },
  ])
  await addAddresses(test)
  const landkreis = async (name: string, parts: ScopePart[]) => {
    const account = await staffAccount(test, 'landkreis', name)
    if (parts.length > 0) await setScope(test.db, { account: account.id, parts })
    return signIn(test, account)
  }
  return { ...test, test, landkreis }
}

t.test('a Landkreis sees who carries out what and where its Kommunen stand, and no answer', async (t) => {
  const { test, landkreis } = await world(t)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '98765' })
  const visitor = await landkreis('l.kreis', [{ kind: 'kreis', key: '117' }])
  t.match(await visitor.get('/intern/kreis'), { status: 303, location: page })
  const { words, text } = await visitor.get(page)
  t.match(words, /Landkreis Göppingen.*Antworten stehen hier nicht/)
  t.match(words, /Kommunen 3 die eigene Verwaltung: 1, der Kreis: 1, ein freier Träger: 1/)
  t.match(words, /Integrationsmanager\/-innen 1 0,8 VZÄ, jede Person einmal/)
  t.match(words, /läuft 0 von 3 Kommunen abgesendet/)
  t.match(words, /Eislingen\/Fils \(117019\) die eigene Verwaltung begonnen/)
  t.match(words, /Göppingen \(117026\) ein freier Träger: Caritasverband nicht angeschrieben/)
  t.match(words, /Salach \(117042\) der Kreis: Landkreis Göppingen/)
  t.notMatch(text, /98765|@eislingen|Müßig/, 'neither answers nor addresses')
  for (const closed of [
    '/intern/erhebungen/umfrage-1/ruecklauf',
    '/intern/erhebungen/umfrage-1/teilnehmende/117019',
    '/intern/erhebungen/umfrage-1/teilnehmende/117019/fragebogen',
    '/intern/verzeichnis',
    '/intern/exporte',
    '/intern/post',
    '/intern/personen',
  ])
    t.equal((await visitor.get(closed)).status, 403, closed)
})

t.test('another Kreis is not there for it, and a list of units is all that it sees', async (t) => {
  const { landkreis } = await world(t)
  const foreign = await landkreis('l.fremd', [{ kind: 'kreis', key: '211' }])
  for (const url of [page, `${page}/erinnern/umfrage-1`]) t.equal((await foreign.get(url)).status, 404, url)
  await foreign.get('/intern/konto')
  const marke = '0b7f1f0e-6a5b-4a55-9d53-0c3f7f4f2c11'
  t.equal((await foreign.post(`${page}/erinnern/umfrage-1`, { marke })).status, 404)
  const one = await landkreis('l.eins', [{ kind: 'unit', key: '117042' }])
  const { words } = await one.get(page)
  t.match(words, /zuständig für: Salach.*0 von 1 Kommunen abgesendet/)
  t.notMatch(words, /Eislingen|Caritas/)
})

t.test('without a list it works for nobody, and is not made so', async (t) => {
  const { test, landkreis } = await world(t)
  const nobody = await landkreis('l.leer', [])
  t.equal((await nobody.get(page)).status, 403)
  const admin = await signIn(test, await staffAccount(test, 'administration'))
  await admin.get('/intern/konten')
  const order = { name: 'l.neu', rolle: 'landkreis', bisher: password }
  t.match((await admin.post('/intern/konten', { ...order, zustaendig: '' })).words, /braucht mindestens einen Kreis/)
  t.equal((await admin.post('/intern/konten', { ...order, zustaendig: '117' })).status, 200)
  await admin.get('/intern/konten/l.neu')
  const taken = await admin.post('/intern/konten/l.neu', { aktion: 'zustaendigkeit', zustaendig: '', bisher: password })
  t.match(taken.words, /braucht mindestens einen Kreis/)
  const mays = (isScoped: boolean) =>
    (Object.keys(rights) as Right[]).filter((right) => mayUse({ role: 'landkreis', isScoped }, right))
  t.strictSame(mays(true), [
    ...['account.own', 'wave.read', 'kreis.read', 'kreis.remind', 'kreis.report', 'figures.read', 'figures.sign'],
  ])
  t.strictSame(mays(false), ['account.own', 'wave.read'])
})

t.test('it reminds its own, and nobody else', async (t) => {
  const { test, landkreis } = await world(t)
  const visitor = await landkreis('l.eins', [{ kind: 'unit', key: '117042' }])
  const form = await visitor.get(`${page}/erinnern/umfrage-1`)
  t.match(form.words, /An 1 Salach \(117042\) Jetzt erinnern/)
  const marke = /name="marke" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
  const sent = await visitor.post(`${page}/erinnern/umfrage-1`, { marke })
  t.match(sent, { status: 303, location: `${page}?getan=geplant` })
  t.match((await visitor.get(sent.location)).words, /Die Erinnerung ist geplant/)
  await visitor.get(`${page}/erinnern/umfrage-1`)
  await visitor.post(`${page}/erinnern/umfrage-1`, { marke })
  const jobs = await listJobs(test.db)
  t.equal(jobs.length, 1, 'a second click is the same mailing')
  const { rows } = await sql<{ only: number[] }>`select detail -> 'only' as only from job`.execute(test.db)
  t.strictSame(rows[0]?.only, [test.participants.get('117042')])
  await sql`update wave set state = 'closed'`.execute(test.db)
  const late = await visitor.post(`${page}/erinnern/umfrage-1`, { marke: '0b7f1f0e-6a5b-4a55-9d53-0c3f7f4f2c12' })
  t.match(late, { status: 409, words: /Die Erhebung umfrage-1 ist geschlossen/ })
})
