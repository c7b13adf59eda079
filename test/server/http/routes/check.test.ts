import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { readPdf, readQr } from '../../../support/read-pdf.ts'
import type { Visitor } from '../../../support/visitor.ts'

const check = '/erhebung/umfrage-1/117019/pruefen'

async function fill(visitor: Visitor, section: string, fields: Record<string, string>) {
  await visitor.get(`${visitor.home}/abschnitt/${section}`)
  await visitor.autosave(section, fields)
}

/** 118 of 120: a signal. */
const unequal = {
  zp_unterbringung_gemeinschaft: '100',
  zp_unterbringung_kommunal: '18',
  zp_unterbringung_privat: '0',
  zp_unterbringung_unbekannt: '0',
}

t.test('errors, signals and blanks stand in one list, each with the way to its field', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: '120' })
  await fill(visitor, 'zielpersonen', { ...unequal, zp_alter_a14_17: 'viele' })
  const page = await visitor.get(check)
  t.match(page.words, /„viele“ ist keine Zahl/)
  t.match(page.text, /value="berichtigen:zp_alter_a14_17:zp_alter_a14_17_lesbar"/)
  t.match(page.words, /118.*120.*es fehlen 2/)
  t.match(page.text, /value="berichtigen:zp_unterbringung_gemeinschaft:zp_unterbringung_summe"/)
  const way = await visitor.sendChecked({}, 'berichtigen:im_alpha:')
  t.equal(way.location, '/erhebung/umfrage-1/117019/abschnitt/sprache?von=pruefen#im_alpha')
})

t.test('an error stops the submission, and so does a signal without a reason', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: 'viele' })
  const refused = await visitor.submit()
  t.equal(refused.status, 422)
  t.match(refused.words, /noch nichts abgesendet/)
  await fill(visitor, 'zielgruppe', { zp_gesamt: '120' })
  await fill(visitor, 'zielpersonen', unequal)
  t.equal((await visitor.submit()).status, 422)
  t.strictSame(await db.selectFrom('submission').select('id').execute(), [])
})

t.test('a reason needs a kind and a sentence, and what was typed stays', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: '120' })
  await fill(visitor, 'zielpersonen', unequal)
  const without = await visitor.submit({
    'grund.zp_unterbringung_summe': '',
    'text.zp_unterbringung_summe': 'Zwei sind verzogen & „weg“.',
  })
  t.equal(without.status, 422)
  t.match(without.words, /fehlt noch ein Grund aus der Liste/)
  t.ok(without.text.includes('Zwei sind verzogen &amp; „weg“.'))
  t.match(
    (await visitor.submit({ 'grund.zp_unterbringung_summe': 'quelle', 'text.zp_unterbringung_summe': ' ' })).words,
    /fehlt noch ein Satz, warum die Zahlen so stimmen/,
  )
})

t.test('with a reason it is submitted; the reason lapses when the numbers change', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: '120' })
  await fill(visitor, 'zielpersonen', unequal)
  const reason = { 'grund.zp_unterbringung_summe': 'quelle', 'text.zp_unterbringung_summe': 'Zwei sind verzogen.' }
  const receipt = await visitor.submit(reason)
  t.equal(receipt.status, 303)
  const page = await visitor.get(receipt.location)
  t.match(page.words, /Zwei sind verzogen/)
  const stored = await db.selectFrom('submission').select(['justifications', 'answers']).executeTakeFirstOrThrow()
  t.equal(stored.justifications[0]?.check, 'zp_unterbringung_summe')
  t.equal(stored.justifications[0]?.values.zp_unterbringung_kommunal, '18')
  t.equal(stored.answers.zp_gesamt, 120)

  await fill(visitor, 'zielpersonen', { zp_unterbringung_kommunal: '17' })
  t.match((await visitor.get(check)).words, /galt für andere Zahlen/)
  t.equal((await visitor.submit()).status, 422)
})

t.test('the second click gets the same receipt', async (t) => {
  const { app, db, login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: '120' })
  await visitor.get(check)
  const send = () => visitor.sendChecked({}, 'absenden')
  const answers = await Promise.all([send(), send(), send()])
  t.equal(new Set(answers.map(({ location }) => location)).size, 1)
  t.match(answers[0]?.location, /quittung\/Q-/)
  t.equal((await send()).location, answers[0]?.location, 'also later')
  t.equal((await db.selectFrom('submission').select('id').execute()).length, 1)
  t.ok(app)
})

t.test('a correction is a second submission, whose receipt lists what changed', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: '1200' })
  await fill(visitor, 'angaben', { kuerzel: 'KM-4711' })
  const first = await visitor.submit()
  await fill(visitor, 'zielgruppe', { zp_gesamt: '1250', zp_gesamt_kom: 'Nachgezählt' })
  t.match((await visitor.get('/erhebung/umfrage-1/117019')).words, /geändert|nicht abgesendet/)
  const second = await visitor.submit()
  t.not(second.location, first.location)
  const page = await visitor.get(second.location)
  t.match(page.words, /1\.200.*1\.250/)
  t.match(page.words, /Nachgezählt/)
  t.equal((await visitor.get(first.location)).status, 200, 'the first can be read again at any time')
  const rows = await db
    .selectFrom('submission')
    .select(['revision', 'answers', 'comments'])
    .orderBy('revision')
    .execute()
  t.strictSame(
    rows.map(({ revision }) => revision),
    [1, 2],
  )
  t.notOk(JSON.stringify(rows).includes('KM-4711'), 'contact data is no answer')
  const contact = await db.selectFrom('contact.respondent').select('value').execute()
  t.strictSame(contact, [{ value: 'KM-4711' }])
})

t.test('contact data alone that has changed is asked for, sent and kept, and what is taken away is gone', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  const kept = () => db.selectFrom('contact.respondent').select('value').execute()
  await fill(visitor, 'zielgruppe', { zp_gesamt: '1200' })
  await fill(visitor, 'angaben', { kuerzel: 'KM-4711' })
  const first = await visitor.submit()
  t.match((await visitor.get(check)).words, /Genau diese Angaben sind schon eingegangen/)
  await fill(visitor, 'angaben', { kuerzel: 'KM-4712' })
  t.match((await visitor.get(visitor.home)).words, /Danach wurde noch etwas geändert/)
  t.match((await visitor.get('/erhebung')).words, /Änderungen nicht abgesendet/)
  t.notMatch((await visitor.get(check)).words, /Genau diese Angaben sind schon eingegangen/)
  t.equal((await visitor.submit()).location, first.location, 'the answers are the same')
  t.strictSame(await kept(), [{ value: 'KM-4712' }])
  t.match((await visitor.get(check)).words, /Genau diese Angaben sind schon eingegangen/)
  t.notMatch((await visitor.get(visitor.home)).words, /Danach wurde noch etwas geändert/)
  await fill(visitor, 'angaben', { kuerzel: '' })
  await visitor.submit()
  t.strictSame(await kept(), [])
  const noted = await db.selectFrom('audit').select('action').where('participant_id', 'is not', null).execute()
  t.strictSame(
    noted.map(({ action }) => action).filter((action) => action !== 'code_issued'),
    ['form_opened', 'submission', 'contact_changed', 'contact_changed'],
  )
})

t.test('what a colleague changed since the list was read is not submitted unseen', async (t) => {
  const { db, login } = await testApp(t)
  const [one, other] = [await login('KM'), await login('AB')]
  await fill(one, 'zielgruppe', { zp_gesamt: '120' })
  await one.get(check)
  await fill(other, 'zielgruppe', { zp_gesamt: '130' })
  const answer = await one.sendChecked({}, 'absenden')
  t.equal(answer.status, 409)
  t.match(answer.words, /Inzwischen wurde in diesem Fragebogen etwas geändert/)
  t.strictSame(await db.selectFrom('submission').select('id').execute(), [])
})

t.test('a receipt is for its Kommune only, can be kept as a file, and is found as it is dictated', async (t) => {
  const { app, login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: '120' })
  const { location } = await visitor.submit()
  const file = await app.inject({ url: `${location}/datei`, headers: { cookie: visitor.cookie } })
  t.match(file.headers, { 'content-type': 'application/pdf', 'cache-control': 'no-store' })
  t.match(file.headers['content-disposition'], /^attachment; filename="quittung-Q-[0-9A-Z-]+\.pdf"$/)
  const receipt = await readPdf(file.rawPayload)
  t.match(receipt.text, /F4 Wie viele Zielpersonen lebten am 15.12.2018 in Ihrer Kommune\? 120 /)
  const qr = await readQr(file.rawPayload)
  t.match(qr, /^http:\/\/.+\/erhebung\/umfrage-1\/117019\/quittung\/Q-/)
  t.equal(new URL(qr ?? '').pathname, location)
  t.equal((await visitor.get(location.toLowerCase())).status, 200)
  const stranger = await login('XY', '117026')
  t.match((await stranger.get(location)).location, /^\/zugang/)
  t.equal((await stranger.get(location.replace('117019', '117026'))).status, 404)
  t.equal((await visitor.get('/erhebung/umfrage-1/117019/quittung/Q-0000-0000-0000')).status, 404)
})

t.test('nothing that was submitted can be changed or deleted, not even by SQL', async (t) => {
  const { pool, owner, login } = await testApp(t)
  const visitor = await login('KM')
  await fill(visitor, 'zielgruppe', { zp_gesamt: '120' })
  await visitor.submit()
  for (const statement of [
    "update submission set answers = '{}'",
    'delete from submission',
    "update draft_change set value = 'x'",
    'delete from audit',
  ]) {
    await t.rejects(owner.pool.query(statement), { message: /append-only/ }, statement)
  }
  await t.resolves(pool.query('delete from contact.editor'), 'names of people can go')
})

t.test('a body that is not ours is refused, and names no field', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(check)
  const bodies: Record<string, string>[] = [
    { 'grund.gibt_es_nicht': 'quelle' },
    { admin: '1' },
    { 'text.__proto__': 'x' },
  ]
  for (const fields of bodies) {
    t.equal((await visitor.sendChecked(fields)).status, 400)
  }
})
