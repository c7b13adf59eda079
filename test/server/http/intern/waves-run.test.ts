import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { dayFromToday } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'
import { kiel, operatorFile } from '../../../support/operators.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

async function office(t: Test, env: Record<string, string> = {}) {
  const test = await testApp(t, {}, { STICHTAG_OPERATOR: operatorFile(kiel), ...env })
  const first = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const second = await signIn(test, await staffAccount(test, 'feldbuero', 'f.zwei'))
  const german = (day: string) => day.split('-').reverse().join('.')
  const days = {
    yesterday: german(await dayFromToday(test.db, -1)),
    today: german(await dayFromToday(test.db, 0)),
    soon: german(await dayFromToday(test.db, 10)),
    later: german(await dayFromToday(test.db, 30)),
  }
  return { ...test, test, first, second, days }
}

const form = { fragebogen: 'umfrage-1 2.0.0', kennung: 'lauf-2', stichtag: '', wer: 'alle' }

t.test('a wave is created for all, a Kreis, a list or those before; faults name their field', async (t) => {
  const { db, first, days } = await office(t)
  await first.get('/intern/erhebungen')
  const create = (more: Record<string, string>) =>
    first.post('/intern/erhebungen', { ...form, frist: days.later, ...more })
  const units = async (wave: string) =>
    (await db.selectFrom('participant').select('unit').where('wave_id', '=', wave).orderBy('unit').execute()).map(
      ({ unit }) => unit,
    )
  t.match((await create({ frist: days.yesterday })).words, /Diese Frist ist schon vorbei/)
  t.match((await create({ frist: 'bald' })).words, /Bitte geben Sie den Tag an/)
  t.match((await create({ kennung: 'Lauf 2' })).words, /ist keine Kennung/)
  t.match((await create({ kennung: 'umfrage-1' })).words, /gibt es schon/)
  t.match((await create({ wer: 'kreis' })).words, /Bitte wählen Sie den Kreis/)
  t.match((await create({ wer: 'liste', liste: '117019\n999999' })).words, /Liste: Eintrag 2/)
  t.match((await create({ stichtag: days.later, frist: days.soon })).words, /liegt vor dem Stichtag/)
  t.strictSame(await db.selectFrom('wave').select('id').execute(), [{ id: 'umfrage-1' }], 'nothing by halves')

  t.equal((await create({})).location, '/intern/erhebungen/lauf-2/ablauf?angelegt=ja')
  t.equal((await units('lauf-2')).length, 3)
  await create({ kennung: 'lauf-3', wer: 'liste', liste: 'name;gkz\nSalach;117042' })
  t.strictSame(await units('lauf-3'), ['117042'])
  await create({ kennung: 'lauf-4', wer: 'kreis', kreis: '117' })
  t.equal((await units('lauf-4')).length, 3)
  await db.updateTable('wave_retention').set({ days: 7 }).where('wave_id', '=', 'lauf-3').execute()
  const copy = await first.get('/intern/erhebungen?von=lauf-3')
  t.match(copy.words, /Übernommen von lauf-3/)
  await create({ kennung: 'lauf-5', wer: 'frueher', frueher: 'lauf-3', von: 'lauf-3' })
  t.strictSame(await units('lauf-5'), ['117042'])
  const kept = await db.selectFrom('wave_retention').select('days').where('wave_id', '=', 'lauf-5').execute()
  t.ok(kept.length > 0 && kept.every(({ days }) => days === 7), 'what is kept how long is copied too')
})

t.test('a wave is opened by two, closed by one, and opened again with a reason only', async (t) => {
  const { db, first, second, days, codeFor } = await office(t)
  await first.get('/intern/erhebungen')
  await first.post('/intern/erhebungen', { ...form, stichtag: days.soon, frist: days.later })
  const at = '/intern/erhebungen/lauf-2'
  const page = await first.get(`${at}/ablauf`)
  t.match(page.words, /Stichtag ist erst der/)
  t.match(page.words, /E-Mail geht hinaus.*nicht geprüft/)
  t.match(page.words, /Anschriften.*0 von 3 Kommunen/)
  const blind = await first.post(`${at}/oeffnen`, { am: '', grund: '' })
  t.equal(blind.status, 400)
  t.match(blind.words, /Es sind noch Punkte offen/)
  t.equal(
    (await first.post(`${at}/oeffnen`, { am: '', grund: 'Probe im Haus' })).location,
    `${at}/ablauf?vorgeschlagen=ja`,
  )
  await first.post(`${at}/oeffnen`, { am: '', grund: 'Probe im Haus' })
  t.equal((await db.selectFrom('staff.approval').selectAll().execute()).length, 1, 'proposed twice is proposed once')
  const state = async () =>
    (await db.selectFrom('wave').select('state').where('id', '=', 'lauf-2').executeTakeFirstOrThrow()).state
  t.equal(await state(), 'created')

  const own = await first.get('/intern/freigaben')
  t.match(own.words, /Zustimmen muss ein anderes Konto/)
  const self = await first.post('/intern/freigaben/1', { antwort: 'agreed' })
  t.equal(self.status, 409)
  t.match(self.words, /muss ein zweites Konto/)
  t.match((await second.get('/intern/freigaben')).words, /Erhebung öffnen: lauf-2.*Grund: Probe im Haus.*Öffnet sofort/)
  t.match((await second.post('/intern/freigaben/1', { antwort: 'withdrawn' })).words, /nur, wer es vorgeschlagen hat/)
  t.equal((await second.post('/intern/freigaben/1', { antwort: 'agreed' })).status, 303)
  t.equal(await state(), 'open')
  t.match((await second.post('/intern/freigaben/1', { antwort: 'agreed' })).words, /schon entschieden/)
  t.equal((await second.post('/intern/freigaben/99', { antwort: 'agreed' })).status, 404)

  await first.get(`${at}/ablauf`)
  await first.post(`${at}/schliessen`, { zu: '' })
  t.equal(await state(), 'closed')
  t.match((await first.post(`${at}/oeffnen`, { am: '', grund: '' })).words, /war schon geschlossen.*Grund an/)
  await first.post(`${at}/oeffnen`, { am: '', grund: 'Nachzügler' })
  await second.post('/intern/freigaben/2', { antwort: 'agreed' })
  t.equal(await state(), 'open')
  t.match((await first.get(`${at}/ablauf`)).words, /geöffnet: Nachzügler.*Zugestimmt: Erhebung öffnen/)
  t.ok(await codeFor('117019'))
})

t.test('a proposal falls with what it was about', async (t) => {
  const { db, first, second, days } = await office(t)
  await first.get('/intern/erhebungen/umfrage-1/fristen')
  const extend = (bis: string) =>
    first.post('/intern/erhebungen/umfrage-1/fristen', { wen: 'alle', einheiten: '', bis, grund: 'Schnee' })
  const fristOf = async () =>
    (await db.selectFrom('wave').select('frist').where('id', '=', 'umfrage-1').executeTakeFirstOrThrow()).frist
  const before = await fristOf()
  t.match((await extend(days.yesterday)).words, /ist schon vorbei/)
  await extend(days.later)
  await db.updateTable('wave').set({ closes_on: '2999-01-01' }).execute()
  await second.get('/intern/freigaben')
  const gone = await second.post('/intern/freigaben/1', { antwort: 'agreed' })
  t.match(gone.words, /Die Erhebung wurde seither geändert\. Der Vorschlag gilt nicht mehr/)
  t.equal(await fristOf(), before)
  t.match(await db.selectFrom('staff.approval').select('decision').execute(), [{ decision: 'void' }])

  await extend(days.soon)
  await db.updateTable('staff.account').set({ disabled_at: new Date() }).where('name', '=', 'f.eins').execute()
  t.match((await second.post('/intern/freigaben/2', { antwort: 'agreed' })).words, /inzwischen gesperrt/)
  await db.updateTable('staff.account').set({ disabled_at: null }).execute()
  await extend(days.soon)
  await first.post('/intern/freigaben/3', { antwort: 'withdrawn' })
  await extend(days.soon)
  await second.post('/intern/freigaben/4', { antwort: 'refused' })
  t.equal(await fristOf(), before)
  await extend(days.soon)
  const both = await Promise.all([1, 2].map(() => second.post('/intern/freigaben/5', { antwort: 'agreed' })))
  t.strictSame(both.map(({ status }) => status).sort(), [303, 409], 'it is done once')
  t.equal((await db.selectFrom('staff.extension').selectAll().execute()).length, 1)
  t.match((await second.get('/intern/freigaben')).words, /zugestimmt.*abgelehnt.*zurückgenommen.*verfallen.*verfallen/)
})

t.test('with the rule off an account acts alone, and the page says so', async (t) => {
  const { db, first, days } = await office(t, { STICHTAG_TWO_ACCOUNTS: 'off' })
  await first.get('/intern/erhebungen/umfrage-1/fristen')
  await first.post('/intern/erhebungen/umfrage-1/fristen', {
    wen: 'alle',
    einheiten: '',
    bis: days.soon,
    grund: 'Schnee',
  })
  t.equal((await db.selectFrom('staff.extension').selectAll().execute()).length, 1)
  t.match((await first.get('/intern/freigaben')).words, /Diese Regel ist abgeschaltet/)
})

t.test('a list of all is what reaches all: one account does not extend for them', async (t) => {
  const { first, db, days } = await office(t)
  await db
    .updateTable('wave')
    .set({ stichtag: null, frist: await dayFromToday(db, 1) })
    .execute()
  await first.get('/intern/erhebungen/umfrage-1/fristen')
  const list = { wen: 'einige', bis: days.soon, grund: 'Schnee', einheiten: '117019 117026 117042' }
  const refused = await first.post('/intern/erhebungen/umfrage-1/fristen', list)
  t.match(refused, { status: 400, words: /Das sind alle, die teilnehmen/ })
  t.match(refused.text, '117019 117026 117042', 'what was typed is still there')
  const some = await first.post('/intern/erhebungen/umfrage-1/fristen', { ...list, einheiten: '117019 117026' })
  t.equal(some.status, 303)
})

t.test('more time for one, from its own page, and back again', async (t) => {
  const { db, first, days, login } = await office(t)
  await db
    .updateTable('wave')
    .set({ stichtag: null, frist: await dayFromToday(db, 1) })
    .execute()
  await first.get('/intern/erhebungen/umfrage-1/fristen')
  const own = '/intern/erhebungen/umfrage-1/teilnehmende/117019/frist'
  const wrong = await first.post(own, { bis: days.yesterday, grund: '' })
  t.equal(wrong.status, 400)
  t.match(wrong.words, /schon vorbei.*Grund/)
  const done = await first.post(own, { bis: days.soon, grund: 'Umzug', zurueck: '/intern/erhebungen/umfrage-1' })
  t.equal(done.location, '/intern/erhebungen/umfrage-1?verlaengert=ja&mails=0')
  t.equal((await first.post(own.replace('117019', '117999'), { bis: days.soon, grund: 'x' })).status, 404)
  const kommune = await login('KM')
  t.match((await kommune.get(kommune.home)).words, /Ihre Frist ist verlängert/)
  const list = await first.get('/intern/erhebungen/umfrage-1/fristen')
  t.match(list.words, /Für einzelne bis.*f\.eins.*Grund: Umzug.*1 Kommune 117019/)
  await first.post('/intern/erhebungen/umfrage-1/fristen/zuruecknehmen', { verlaengerung: '1' })
  t.match(await db.selectFrom('participant').select('frist').where('unit', '=', '117019').execute(), [{ frist: null }])
  t.match(
    (await first.post('/intern/erhebungen/umfrage-1/fristen/zuruecknehmen', { verlaengerung: '1' })).words,
    /schon zurückgenommen/,
  )
})

t.test('days and participants change until a wave opens; afterwards nobody is taken out', async (t) => {
  const { db, first, days } = await office(t)
  await first.get('/intern/erhebungen')
  await first.post('/intern/erhebungen', { ...form, frist: days.soon, wer: 'liste', liste: '117019' })
  const at = '/intern/erhebungen/lauf-2'
  t.match((await first.post(`${at}/termine`, { stichtag: '', frist: days.later, warum: '' })).words, /Grund/)
  t.match((await first.post(`${at}/termine`, { stichtag: '', frist: days.yesterday, warum: 'x' })).words, /vorbei/)
  t.equal((await first.post(`${at}/termine`, { stichtag: '', frist: days.later, warum: 'Ferien' })).status, 303)
  t.match((await first.get(`${at}/ablauf`)).words, /Termine von lauf-2: Stichtag ohne, Frist .*Ferien/)
  t.match((await first.post(`${at}/beteiligte`, { dazu: '117019', weg: '' })).words, /nimmt schon teil/)
  t.equal((await first.post(`${at}/beteiligte`, { dazu: '117042', weg: '117019' })).status, 303)
  const rows = await sql<{ unit: string; drafts: number }>`select unit, (select count(*)::integer from draft d
    where d.participant_id = p.id) as drafts from participant p where wave_id = 'lauf-2'`.execute(db)
  t.strictSame(rows.rows, [{ unit: '117042', drafts: 1 }])
  await first.get('/intern/erhebungen/umfrage-1/ablauf')
  const late = await first.post('/intern/erhebungen/umfrage-1/beteiligte', { dazu: '', weg: '117019' })
  t.match(late.words, /war schon geöffnet/)
  await t.rejects(
    sql`delete from answer_change`.execute(db),
    /append-only/,
    'what was asked is kept by the database too',
  )
})
