import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { Visitor } from '../../../support/visitor.ts'

const sprache = '/erhebung/umfrage-1/117019/abschnitt/sprache'

t.test('a page is saved whole, shown again, and goes on to the next section', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  const answer = await visitor.save('sprache', { im_alpha: '12', im_alpha_kom: 'Zeile 1\r\nZeile 2' }, 'weiter')
  t.equal(answer.status, 303)
  t.equal(answer.location, '/erhebung/umfrage-1/117019/abschnitt/bildung')
  const page = await visitor.get(sprache)
  t.match(page.text, /name="im_alpha"[^>]*value="12"/)
  t.match(page.text, /Zeile 1\nZeile 2/)
  t.match((await visitor.save('sprache', {}, 'hub')).location, /\/erhebung\/umfrage-1\/117019$/)
})

t.test('what cannot be read is kept as typed, with a message at its field', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  const answer = await visitor.save('sprache', { im_alpha: 'ca. 12' }, 'weiter')
  t.match(answer.location, /\/sprache\?gespeichert=ja/)
  const page = await visitor.get(answer.location)
  t.match(page.text, /<title>Fehler/)
  t.match(page.text, /value="ca\. 12"/)
  t.match(page.words, /Bitte geben Sie nur die Zahl ein, also 12 statt „ca\. 12“/)
})

t.test('umlauts, quotation marks and pictures travel as UTF-8', async (t) => {
  const { login, app } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  const typed = '„Grüße“ – ß, ł, 🙂'
  await visitor.save('sprache', { im_alpha_kom: typed })
  const page = await app.inject({ url: sprache, headers: { cookie: visitor.cookie } })
  t.equal(page.headers['content-type'], 'text/html; charset=utf-8')
  t.ok(page.rawPayload.includes(Buffer.from(typed)))
})

t.test('every field of every section comes back as it was typed', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  const hub = await visitor.get('/erhebung/umfrage-1/117019')
  const sections = [...new Set([...hub.text.matchAll(/abschnitt\/([a-z]+)/g)].map((match) => match[1] ?? ''))]
  t.equal(sections.length, 9)
  for (const section of sections) {
    const page = await visitor.get(`/erhebung/umfrage-1/117019/abschnitt/${section}`)
    const names = [...page.text.matchAll(/<(?:input|textarea)[^>]* name="([a-z][a-z0-9_]*)"/g)].map(
      (match) => match[1] ?? '',
    )
    t.ok(names.length > 0, section)
    const boxes = new Set(
      [...page.text.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(
        (match) => /name="([^"]+)"/.exec(match[0])?.[1] ?? '',
      ),
    )
    const typed = Object.fromEntries(names.map((name) => [name, boxes.has(name) ? '1' : `<b>"'&${name}`]))
    t.equal((await visitor.save(section, typed)).status, 303, section)
    const again = await visitor.get(`/erhebung/umfrage-1/117019/abschnitt/${section}`)
    for (const name of names) {
      if (boxes.has(name)) t.match(again.text, new RegExp(`name="${name}"[^>]*checked`), name)
      else t.ok(again.text.includes(`&lt;b&gt;&quot;&#39;&amp;${name}`), name)
    }
  }
})

t.test('a number line says what is missing, on the same page and across pages', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get('/erhebung/umfrage-1/117019/abschnitt/zielgruppe')
  await visitor.save('zielgruppe', { zp_gesamt: '120' })
  await visitor.get('/erhebung/umfrage-1/117019/abschnitt/zielpersonen')
  const saved = await visitor.autosave('zielpersonen', { zp_unterbringung_privat: '88' })
  t.equal(saved.json.sums.zp_unterbringung_summe, '88 von 120, es fehlen 32')
  t.match((await visitor.get('/erhebung/umfrage-1/117019/abschnitt/zielpersonen')).words, /88 von 120, es fehlen 32/)
})

t.test('blank fields are filled with 0 at the press of a button', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get('/erhebung/umfrage-1/117019/abschnitt/zielpersonen')
  await visitor.save('zielpersonen', { zp_geschlecht_frauen: '3' }, 'null:zp_geschlecht')
  const page = await visitor.get('/erhebung/umfrage-1/117019/abschnitt/zielpersonen')
  t.match(page.text, /name="zp_geschlecht_frauen"[^>]*value="3"/)
  t.match(page.text, /name="zp_geschlecht_maenner"[^>]*value="0"/)
})

t.test('the key of the Kommune is filled in, checked, and corrected at the press of a button', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  const angaben = '/erhebung/umfrage-1/117019/abschnitt/angaben'
  t.match((await visitor.get(angaben)).text, /name="gkz"[^>]*value="117019"/)
  await visitor.save('angaben', { gkz: '08117019' })
  const page = await visitor.get(angaben)
  t.match(page.words, /beginnt hier ohne „08“\. Meinen Sie 117019 \(Eislingen\/Fils\)\?/)
  t.match(page.text, /value="uebernehmen:gkz:117019"/)
  await visitor.save('angaben', { gkz: '08117019' }, 'uebernehmen:gkz:117019')
  t.match((await visitor.get(angaben)).text, /name="gkz"[^>]*value="117019"/)
})

t.test('two people in one form: different fields merge', async (t) => {
  const { login } = await testApp(t)
  const [one, other] = [await login('KM'), await login('AB')]
  await one.get(sprache)
  await other.get(sprache)
  await one.save('sprache', { im_alpha: '12' })
  await other.save('sprache', { im_sprache_a: '7' })
  const page = await one.get(sprache)
  t.match(page.text, /name="im_alpha"[^>]*value="12"/)
  t.match(page.text, /name="im_sprache_a"[^>]*value="7"/)
})

t.test('two people in one field: both values are shown, and one decides', async (t) => {
  const { login } = await testApp(t)
  const [one, other] = [await login('KM'), await login('AB')]
  await one.get(sprache)
  await other.get(sprache)
  await one.save('sprache', { im_alpha: '12' })
  const asked = await other.save('sprache', { im_alpha: '15', im_sprache_a: '7' })
  t.equal(asked.status, 409)
  t.match(asked.text, /name="im_alpha"[^>]*value="15"/)
  t.match(asked.text, /name="im_alpha"[^>]*value="12"/)
  t.match(asked.words, /KM/)
  t.match((await one.get(sprache)).text, /name="im_alpha"[^>]*value="12"/, 'nothing was overwritten')
  t.match((await one.get(sprache)).text, /name="im_sprache_a"[^>]*value="7"/, 'the rest is saved')

  t.equal((await other.post(sprache, { _rev: other.rev, _umfang: 'felder', im_alpha: '15' })).status, 303)
  t.match((await one.get(sprache)).text, /name="im_alpha"[^>]*value="15"/)
})

t.test('a conflict that is not decided on is asked again, and neither value is dropped', async (t) => {
  const { login, db } = await testApp(t)
  const [one, other] = [await login('KM'), await login('AB')]
  await one.get(sprache)
  await other.get(sprache)
  await one.save('sprache', { im_alpha: '12', im_sprache_a: '3' })
  const asked = await other.save('sprache', { im_alpha: '15', im_sprache_a: '7' })
  const [, open = ''] = /name="_offen" value="([^"]+)"/.exec(asked.text) ?? []
  const _offen = open.replaceAll('&quot;', '"')
  const choose = (chosen: Record<string, string>) =>
    other.post(sprache, { _rev: other.rev, _umfang: 'felder', _offen, ...chosen })

  const nothing = await choose({})
  t.equal(nothing.status, 422)
  t.match(nothing.text, /<title>Fehler.*href="#im_alpha".*id="im_alpha-fehler"/s)
  t.match(nothing.words, /Bitte wählen Sie.* 15 .*Gespeichert von KM.* 12 .* 7 .* 3 /)
  t.match((await one.get(sprache)).text, /name="im_alpha"[^>]*value="12"/, 'nothing is dropped')

  const half = await choose({ im_alpha: '15' })
  t.equal(half.status, 422)
  t.match(half.text, /name="im_alpha" value="15" checked/, 'what was chosen stays so')
  t.notMatch(half.text, /id="im_alpha-fehler"/)
  t.match(half.text, /href="#im_sprache_a".*id="im_sprache_a-fehler"/s)
  t.match((await one.get(sprache)).text, /name="im_alpha"[^>]*value="12"/)

  await sql`update session set seen_at = now() - interval '2 hours'`.execute(db)
  t.match((await choose({ im_alpha: '12' })).location, /aufbewahrt=ja/)
  const kept = await db.selectFrom('parked_page').select('typed').execute()
  t.strictSame(kept, [{ typed: { im_sprache_a: '7' } }], 'the own value is kept after the end of the session as well')
  await sql`update session set seen_at = now()`.execute(db)

  t.equal((await choose({ im_alpha: '15', im_sprache_a: '3' })).status, 303)
  const page = await one.get(sprache)
  t.match(page.text, /name="im_alpha"[^>]*value="15"/)
  t.match(page.text, /name="im_sprache_a"[^>]*value="3"/)
})

t.test('a page that was open for long does not take back what others did meanwhile', async (t) => {
  const { login } = await testApp(t)
  const [one, other] = [await login('KM'), await login('AB')]
  await one.get(sprache)
  await one.save('sprache', { im_alpha: '12' })
  await one.get(sprache)
  await other.get(sprache)
  await one.save('sprache', { im_alpha: '20' })
  await other.save('sprache', { im_alpha: '12', im_sprache_a: '7' })
  t.match((await one.get(sprache)).text, /name="im_alpha"[^>]*value="20"/)
})

t.test('the script learns what others saved meanwhile', async (t) => {
  const { login } = await testApp(t)
  const [one, other] = [await login('KM'), await login('AB')]
  await one.get(sprache)
  await other.get(sprache)
  await one.autosave('sprache', { im_alpha: '12' })
  const saved = await other.autosave('sprache', { im_sprache_a: '7' })
  t.strictSame(saved.json.changes, { im_alpha: '12' })
  t.strictSame(saved.json.conflicts, [])
  const conflict = await other.autosave('sprache', { im_alpha: '13' })
  t.strictSame(
    conflict.json.conflicts.map(({ name, mine, theirs, by }: Record<string, string>) => [name, mine, theirs, by]),
    [['im_alpha', '13', '12', 'KM']],
  )
})

t.test('what arrives after the session has ended is kept, and offered after the next login', async (t) => {
  const { db, app, codeFor, login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(db)
  const late = await visitor.save('sprache', { im_alpha: '12' })
  t.match(late.location, /^\/zugang\?weiter=.*aufbewahrt=ja$/)
  t.match((await visitor.get(late.location)).words, /ist aufbewahrt/)

  const stranger = new Visitor(app)
  await stranger.get('/zugang')
  t.equal(
    (await stranger.post('/zugang', { code: await codeFor('117026') })).location,
    '/erhebung/umfrage-1/117026',
    'nobody else is offered it',
  )

  const login2 = await visitor.post('/zugang', { code: await codeFor('117019'), weiter: sprache })
  t.equal(login2.location, '/erhebung/umfrage-1/117019/aufbewahrt')
  const offered = await visitor.get(login2.location)
  t.match(offered.words, /12/)
  const { rev, seen } = visitor
  const decision = { _rev: rev, _gesehen: seen, _aktion: 'alle' }
  const taken = await visitor.post('/erhebung/umfrage-1/117019/aufbewahrt', decision)
  t.equal(taken.location, `${sprache}?gespeichert=ja`)
  t.match((await visitor.get(sprache)).text, /name="im_alpha"[^>]*value="12"/)
  t.equal((await visitor.get('/erhebung/umfrage-1/117019/aufbewahrt')).location, '/erhebung/umfrage-1/117019')
})

t.test('the script is told the same', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(db)
  const late = await visitor.autosave('sprache', { im_alpha: '12' })
  t.equal(late.status, 401)
  t.strictSame(late.json, { login: `/zugang?weiter=${encodeURIComponent(sprache)}`, parked: true })
})

t.test('a form of an earlier session is shown again with all that was typed', async (t) => {
  const { codeFor, login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  const old = visitor.csrf
  await visitor.post('/abmelden', {})
  await visitor.get('/zugang')
  await visitor.post('/zugang', { code: await codeFor('117019') })
  visitor.csrf = old
  const again = await visitor.save('sprache', { im_alpha: '12' })
  t.equal(again.status, 403)
  t.match(again.text, /name="im_alpha"[^>]*value="12"/)
  t.match(again.words, /Bitte speichern Sie noch einmal/)
  t.equal((await visitor.save('sprache', { im_alpha: '12' })).status, 303, 'and can be sent once more')
})

t.test('a text that is too long is shown again, with what to do', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  const long = 'ä'.repeat(10_001)
  const answer = await visitor.save('sprache', { im_alpha: '3', im_alpha_kom: long })
  t.equal(answer.status, 422)
  t.ok(answer.text.includes(long))
  t.match(answer.words, /F20, Kommentar zu F20: Der Text ist länger als 10\.000 Zeichen/)
})

t.test('after the Frist everything can be read, and nothing is taken', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get(sprache)
  await sql`update wave set frist = '2019-02-08'`.execute(db)
  const late = await visitor.save('sprache', { im_alpha: '12' })
  t.equal(late.status, 409)
  t.match(late.words, /Frist ist abgelaufen/)
  t.equal((await visitor.get(sprache)).status, 200)
  t.equal((await visitor.submit()).status, 409)
})

t.test('the Frist counts to the end of its day in Berlin', async (t) => {
  const { db } = await testApp(t)
  const ends: [string, string][] = [
    ['2026-12-31', '2026-12-31T23:00:00.000Z'],
    ['2027-03-28', '2027-03-28T22:00:00.000Z'],
    ['2027-10-30', '2027-10-30T22:00:00.000Z'],
    ['2027-10-31', '2027-10-31T23:00:00.000Z'],
    ['2028-02-29', '2028-02-29T23:00:00.000Z'],
  ]
  for (const [frist, end] of ends) {
    const { rows } = await sql<{ ends_at: Date }>`update wave set frist = ${frist} returning ends_at`.execute(db)
    t.equal(rows[0]?.ends_at.toISOString(), end)
  }
})
