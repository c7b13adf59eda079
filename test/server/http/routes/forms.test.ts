import { sql } from 'kysely'
import t from 'tap'
import { codeAdvice } from '../../../../server/domain/code-advice.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { Visitor } from '../../../support/visitor.ts'

const eislingen = '/erhebung/umfrage-1/117019'
const salach = '/erhebung/umfrage-1/117042'

/** Somebody who has given two codes, and the same browser seen from a second tab. */
async function twoTabs({ app, login, codeFor }: TestApp): Promise<[Visitor, Visitor]> {
  const first = await login('KM')
  await first.get('/erhebung')
  const added = await first.post('/erhebung', { code: await codeFor('117042'), kuerzel: 'KM' })
  if (added.location !== '/erhebung?hinzugefuegt=ja') throw new Error(`${added.status} ${added.location}`)
  const second = new Visitor(app)
  second.cookie = first.cookie
  second.home = salach
  return [first, second]
}

t.test('a second code opens a second form beside the first, in one list', async (t) => {
  const test = await testApp(t)
  const [visitor] = await twoTabs(test)
  const list = await visitor.get('/erhebung')
  t.match(list.words, /Eislingen\/Fils.*GKZ 117019.*leer.*Salach.*GKZ 117042.*leer/)
  t.match((await visitor.get(eislingen)).words, /Kommune Eislingen\/Fils GKZ 117019 wechseln/)
  t.match((await visitor.get(salach)).words, /Kommune Salach GKZ 117042 wechseln/)
  t.equal((await visitor.get('/erhebung/umfrage-1')).location, '/erhebung')
  const alone = await test.login('AB', '117026')
  t.notMatch((await alone.get(alone.home)).words, /wechseln/)
  t.equal((await alone.get('/erhebung/umfrage-1')).location, alone.home)
})

t.test('the list says how far each form is', async (t) => {
  const test = await testApp(t)
  const [eins, zwei] = await twoTabs(test)
  await zwei.get(`${salach}/abschnitt/zielgruppe`)
  await zwei.autosave('zielgruppe', { zp_gesamt: '12' })
  t.match((await eins.get('/erhebung')).words, /leer.*Salach.*1 von \d+ Feldern.*zuletzt gespeichert.*begonnen/)
  const { location } = await zwei.submit()
  const receipt = location.split('/').at(-1) ?? ''
  t.match((await eins.get('/erhebung')).words, new RegExp(`Salach.*Quittung ${receipt} abgesendet`))
  await zwei.autosave('zielgruppe', { zp_gesamt: '13' })
  t.match((await eins.get('/erhebung')).words, /Salach.*Änderungen nicht abgesendet/)
})

t.test('what two tabs send lands in the form that each of them shows', async (t) => {
  const test = await testApp(t)
  const [eins, zwei] = await twoTabs(test)
  await eins.get(`${eislingen}/abschnitt/sprache`)
  await zwei.get(`${salach}/abschnitt/sprache`)
  await eins.autosave('sprache', { im_alpha: '19' })
  await zwei.save('sprache', { im_alpha: '42' })
  await eins.save('sprache', { im_alpha: '19', im_sprache_a: '1' })
  await zwei.autosave('sprache', { im_sprache_a: '4' })
  const { rows } = await sql<{ unit: string; typed: Record<string, string> }>`
    select unit, json_object_agg(field, value) as typed from draft_value join participant on id = participant_id
    where field in ('im_alpha', 'im_sprache_a') group by unit order by unit`.execute(test.db)
  t.strictSame(rows, [
    { unit: '117019', typed: { im_alpha: '19', im_sprache_a: '1' } },
    { unit: '117042', typed: { im_alpha: '42', im_sprache_a: '4' } },
  ])
})

t.test('a form for which no code was given is closed, and asks for its code', async (t) => {
  const { login, codeFor, db } = await testApp(t)
  const visitor = await login('KM')
  const place = `${salach}/abschnitt/sprache`
  const asked = await visitor.get(place)
  t.match(asked.location, /^\/zugang\?weiter=/)
  const list = await visitor.get((await visitor.get(asked.location)).location)
  t.match(list.words, /Für die Seite, die Sie öffnen wollten, sind Sie noch nicht angemeldet/)
  const weiter = /name="weiter" value="([^"]+)"/.exec(list.text)?.[1] ?? ''
  t.equal(weiter, place)

  const refused = await visitor.post(place, { _rev: '0', _umfang: 'abschnitt', im_alpha: '5' })
  t.equal(refused.status, 403)
  t.match(refused.text, /<input type="hidden" name="im_alpha" value="5">/, 'nothing typed is lost')
  t.match(refused.text, new RegExp(`action="${place}"`))
  const script = await visitor.post(
    place,
    { _rev: '0', _umfang: 'felder', im_alpha: '5' },
    { accept: 'application/json' },
  )
  t.equal(script.status, 401)
  t.strictSame(script.json, { login: `/zugang?weiter=${encodeURIComponent(place)}`, parked: false })
  t.strictSame(await db.selectFrom('draft_value').select('field').where('field', '=', 'im_alpha').execute(), [])
  t.strictSame(await db.selectFrom('parked_page').select('id').execute(), [])

  t.equal((await visitor.post('/erhebung', { code: await codeFor('117042'), weiter })).location, place)
  const again = await visitor.post(place, { _rev: '0', _umfang: 'abschnitt', im_alpha: '5' })
  t.equal(again.status, 303, 'sent again, it is saved')
})

t.test('a wrong further code gets the answer of the login, and counts with it', async (t) => {
  const { login, replaceCode, db } = await testApp(t)
  const visitor = await login('KM')
  const replaced = await replaceCode('117042')
  await replaceCode('117042')
  await visitor.get('/erhebung')
  const wrong = await visitor.post('/erhebung', { code: '0000-0000-0000-0000', kuerzel: 'XY' })
  t.equal(wrong.status, 422)
  t.match(wrong.words, /Mit diesem Zugangscode ist keine Anmeldung möglich.*Eislingen/)
  t.match(wrong.text, /name="kuerzel" value="XY"/)
  t.match(wrong.text, /name="code" value="0000-0000-0000-0000"/)
  const other = await visitor.post('/erhebung', { code: replaced, kuerzel: 'XY' })
  const withoutAdvice = (words: string, code: string) => words.replaceAll(codeAdvice(code), '')
  t.equal(withoutAdvice(other.words, replaced), withoutAdvice(wrong.words, '0000-0000-0000-0000'))
  for (let round = 1; round < 10; round += 1) await visitor.post('/erhebung', { code: '0000-0000-0000-0000' })
  const waits = await visitor.post('/erhebung', { code: '0000-0000-0000-0000' })
  t.equal(waits.status, 429)
  t.ok(Number(waits.headers['retry-after']) > 0)
  t.match(waits.words, /ein richtiger wird trotzdem sofort angenommen/)
  t.equal((await db.selectFrom('session').select('participant_id').execute()).length, 1)
})

t.test('one logout ends all forms; a late page of each goes back to where it came from', async (t) => {
  const test = await testApp(t)
  const { db } = test
  const [eins, zwei] = await twoTabs(test)
  await eins.get(`${eislingen}/abschnitt/sprache`)
  await zwei.get(`${salach}/abschnitt/sprache`)
  await eins.get('/erhebung')
  await eins.post('/abmelden', {})
  for (const tab of [eins, zwei]) t.match((await tab.get(tab.home)).location, /^\/zugang/)
  t.equal((await eins.get('/erhebung')).location, '/zugang')
  for (const tab of [eins, zwei]) {
    const late = await tab.save('sprache', { im_alpha: '19' })
    t.equal(late.status, 403)
    t.match(late.text, new RegExp(`action="${tab.home}/abschnitt/sprache".*name="im_alpha" value="19"`, 's'))
  }
  t.strictSame(await db.selectFrom('parked_page').select('id').execute(), [])
  t.equal((await eins.post('/erhebung', { code: await test.codeFor('117026') })).location, '/zugang')
})

t.test('the forms of a session live and end together', async (t) => {
  const test = await testApp(t)
  const { db, codeFor } = test
  const visitor = await test.login('KM')
  await visitor.get('/erhebung')
  await sql`update session set seen_at = now() - interval '50 minutes', ends_at = now() + interval '3 hours'`.execute(
    db,
  )
  await visitor.post('/erhebung', { code: await codeFor('117042') })
  const times = () => db.selectFrom('session').select(['seen_at', 'ends_at']).execute()
  const [old, added] = await times()
  t.strictSame(added?.ends_at, old?.ends_at, 'a further code does not prolong the session')
  t.ok(Math.abs(Number(added?.seen_at) - Number(old?.seen_at)) < 5_000, 'but shows that somebody is there')
  await sql`update session set seen_at = now() - interval '50 minutes'`.execute(db)
  await visitor.get(salach)
  for (const { seen_at } of await times()) t.ok(Date.now() - Number(seen_at) < 5_000, 'a page of one keeps all alive')
  await sql`update session set seen_at = now() - interval '61 minutes'`.execute(db)
  t.equal((await visitor.get('/erhebung')).location, '/zugang')
})

t.test('somebody else at the same browser, after the session has ended, sees nothing of it', async (t) => {
  const test = await testApp(t)
  const { db, codeFor } = test
  const visitor = await test.login('KM')
  await visitor.get(`${eislingen}/abschnitt/sprache`)
  const { csrf } = visitor
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(db)
  await visitor.get('/zugang')
  await visitor.post('/zugang', { code: await codeFor('117042') })
  t.notMatch((await visitor.get('/erhebung')).words, /Eislingen/)
  visitor.csrf = csrf
  const late = await visitor.save('sprache', { im_alpha: '19' })
  t.equal(late.status, 403)
  t.match(late.words, /117019.*noch einmal senden/)
  t.strictSame(await db.selectFrom('draft_value').select('field').where('field', '=', 'im_alpha').execute(), [])
})
