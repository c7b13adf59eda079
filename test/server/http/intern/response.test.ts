import { sql } from 'kysely'
import Papa from 'papaparse'
import t from 'tap'
import { setScope } from '../../../../server/store/scopes.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const list = '/intern/erhebungen/umfrage-1/ruecklauf'
const one = (unit: string) => `/intern/erhebungen/umfrage-1/teilnehmende/${unit}`

async function office(test: TestApp, name = 'feldbuero') {
  const account = await staffAccount(test, 'feldbuero', name)
  return { account, visitor: await signIn(test, account) }
}

/** The names in the list, in their order. */
const names = (text: string) =>
  [...text.matchAll(/<a href="\/intern\/erhebungen\/umfrage-1\/teilnehmende\/\d+">([^<]*)<\/a>/g)].map(
    ([, name]) => name,
  )

t.test('the office sees who has answered and who has not', async (t) => {
  const test = await testApp(t)
  const { visitor } = await office(test)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })

  const all = await visitor.get(list)
  t.equal(all.status, 200)
  t.strictSame(names(all.text), ['Eislingen/Fils', 'Göppingen', 'Salach'])
  t.match(all.words, /3 alle.*2 nicht angeschrieben.*1 begonnen/)
  const { words } = await respondent.get(respondent.home)
  const counted = /(\d+ von \d+) Feldern ausgefüllt/.exec(words)?.[1]
  t.match(all.words, new RegExp(`Eislingen/Fils.* begonnen .*${counted}`))

  t.strictSame(names((await visitor.get(`${list}?zustand=begonnen`)).text), ['Eislingen/Fils'])
  t.strictSame(names((await visitor.get(`${list}?suche=goppin`)).text), ['Göppingen'], 'without regard to dots')
  t.strictSame(names((await visitor.get(`${list}?suche=117042`)).text), ['Salach'])
  t.strictSame(names((await visitor.get(`${list}?groesse=50_100`)).text), ['Göppingen'])
  t.strictSame(names((await visitor.get(`${list}?kreis=999`)).text), [])
  t.strictSame(names((await visitor.get(`${list}?sortierung=-einwohner`)).text), [
    'Göppingen',
    'Eislingen/Fils',
    'Salach',
  ])
  const chosen = await visitor.get(`${list}?spalte=einwohner&spalte=geoeffnet`)
  t.match(chosen.words, /Einwohner Geöffnet/)
  t.notMatch(chosen.text, 'data-label="Kreis"')

  await test.codeFor('117042')
  await sql`update access_code set created_at = '2026-10-01' where participant_id = ${test.participants.get('117042')}`.execute(
    test.db,
  )
  t.strictSame(names((await visitor.get(`${list}?ungeoeffnet=2026-10-02`)).text), ['Salach'])
  t.strictSame(names((await visitor.get(`${list}?ungeoeffnet=2026-09-30`)).text), [])
  t.equal((await visitor.get('/intern/erhebungen/gibt-es-nicht/ruecklauf')).status, 404)
})

t.test('fifty a page', async (t) => {
  const test = await testApp(t)
  await sql`with g as (
      insert into gemeinde (gkz, name, kreis, population, population_date, valid_from, valid_to)
      select '117' || n, 'Ort ' || n, '117', n, '2024-12-31', '2000-01-01', null from generate_series(200, 299) n returning gkz
    ), p as (insert into participant (wave_id, gkz, gemeinde_valid_from) select 'umfrage-1', gkz, '2000-01-01' from g returning id)
    insert into draft (participant_id) select id from p`.execute(test.db)
  const { visitor } = await office(test)
  const first = await visitor.get(`${list}?suche=Ort`)
  t.equal(names(first.text).length, 50)
  t.match(first.words, /100 von 103 Kommunen.*Seite 1 von 2/)
  const next = /href="([^"]*)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  t.strictSame(names((await visitor.get(next)).text).slice(0, 1), ['Ort 250'])
  t.equal(names((await visitor.get(`${list}?seite=99`)).text).length, 3, 'past the end is the end')

  await visitor.get(`${list}?suche=Ort`)
  const act = { aktion: 'befreit', umfang: 'auswahl', auswahl: 'suche=Ort', text: 'zu klein' }
  const { location } = await visitor.post(list, act)
  t.match((await visitor.get(location)).words, /Befreit: bei 100 vermerkt/)
})

t.test('many at once: a reason is asked for, who has sent stays, and all is undone', async (t) => {
  const test = await testApp(t)
  const { visitor } = await office(test)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  await respondent.submit()

  await visitor.get(list)
  const without = await visitor.post(list, { aktion: 'lehnt-ab', teilnahme: '117042', text: ' ' })
  t.equal(without.status, 400)
  t.match(without.words, /Bitte schreiben Sie den Grund dazu/)
  t.match(without.text, /value="117042"[^>]*checked/, 'what was ticked still is')
  t.match((await visitor.post(list, { aktion: 'notiz', text: 'x' })).words, /kreuzen Sie an, wen es betrifft/)
  t.equal((await visitor.post(list, { aktion: 'loeschen', teilnahme: '117042', text: 'x' })).status, 400)

  const body = new URLSearchParams([
    ['_csrf', visitor.csrf],
    ['aktion', 'lehnt-ab'],
    ['text', 'Keine Geflüchteten'],
    ['auswahl', 'sortierung=-name'],
    ['teilnahme', '117019'],
    ['teilnahme', '117042'],
  ]).toString()
  const headers = { cookie: visitor.cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const done = await visitor.send({ method: 'POST', url: list, payload: body, headers })
  t.match(done.location, `${list}?sortierung=-name&getan=lehnt-ab&bei=1&von=2`)
  t.match((await visitor.get(done.location)).words, /bei 1 vermerkt\. Bei 1 ist nichts geändert/)
  t.strictSame(names((await visitor.get(`${list}?zustand=lehnt-ab`)).text), ['Salach'])
  t.match((await visitor.get(one('117042'))).words, /Lehnt ab: Keine Geflüchteten/)
  t.notMatch((await visitor.get(one('117019'))).words, /Lehnt ab: Keine/, 'whose answers are here gets no such note')

  await visitor.get(one('117042'))
  t.equal((await visitor.post(one('117042'), { aktion: 'offen', warum: '' })).status, 400)
  await visitor.post(one('117042'), { aktion: 'offen', warum: 'rief zurück' })
  t.match(
    (await visitor.get(one('117042'))).words,
    /nicht angeschrieben.*Wird wieder erwartet: rief zurück.*Verlauf.*Wird wieder erwartet.*Lehnt ab/,
  )
  const { rows } = await sql<{ detail: object }>`select detail from audit where action = 'standing_set'`.execute(
    test.db,
  )
  t.notMatch(JSON.stringify(rows), /Geflüchtete|zurück/, 'the log holds no words')
})

t.test('the list as a file, in the log', async (t) => {
  const test = await testApp(t)
  const { visitor } = await office(test)
  const answer = await visitor.get(`${list}/datei?suche=Salach&format=csv`)
  t.match(answer.headers['content-disposition'], /umfrage-1-teilnehmende_Arbeitsansicht/)
  const { data } = Papa.parse<Record<string, string>>(answer.text, { header: true, skipEmptyLines: true })
  t.match(data, [
    { kennung: '117042', zustand: 'nicht-angeschrieben', kreis: '117', einwohner: '8042', synthetisch: '0' },
  ])
  t.equal(data.length, 1)
  const { rows } = await sql<{
    file: string
  }>`select detail ->> 'file' as file from audit where action = 'download'`.execute(test.db)
  t.strictSame(rows, [{ file: 'teilnehmende' }])
})

t.test('notes do not vanish, and each clerk has their own', async (t) => {
  const test = await testApp(t)
  const { visitor } = await office(test, 'k.meier')
  const { visitor: other } = await office(test, 'r.fuchs')
  await visitor.get(one('117042'))
  const json = { accept: 'application/json' }
  const kept = await visitor.post(one('117042'), { art: 'mail', text: 'Ruft am Mon' }, json)
  t.match(kept.json, { keptAt: /^\d\d:\d\d$/ })
  t.match((await visitor.get(one('117042'))).text, /Ruft am Mon<\/textarea>/, 'it is there again')
  const beside = await other.get(one('117042'))
  t.notMatch(beside.text, 'Ruft am Mon')
  t.match(beside.words, /Gerade schreibt hier auch: k\.meier/)
  await other.post(one('117042'), { art: 'call', text: 'Zuständig ist Frau Beispiel', aktion: 'notiz' })
  const { location } = await visitor.post(one('117042'), {
    art: 'call',
    text: 'Ruft am Montag zurück',
    aktion: 'notiz',
  })
  const { words, text } = await visitor.get(location)
  t.match(words, /Die Notiz ist gespeichert.*Telefon, .*k\.meier Ruft am Montag zurück .*r\.fuchs Zuständig ist Frau/)
  t.notMatch(text, /Ruft am Mon\S*<\/textarea>/, 'what was a draft is a note')
  t.match((await visitor.get(list)).text, /data-label="Letzte Notiz"/)
  t.match((await visitor.post(one('117042'), { text: '  ', aktion: 'notiz' })).words, /Bitte schreiben Sie die Notiz/)
})

t.test('an account for one Kreis or some units sees and changes those alone', async (t) => {
  const test = await testApp(t)
  await sql`insert into kreis values ('211', 'Baden', 'Landkreis', 'Karlsruhe', '2000-01-01', null)`.execute(test.db)
  await sql`with g as (insert into gemeinde (gkz, name, kreis, population, population_date, valid_from, valid_to)
      values ('211001', 'Fernau', '211', 900, '2024-12-31', '2000-01-01', null) returning gkz),
    p as (insert into participant (wave_id, gkz, gemeinde_valid_from) select 'umfrage-1', gkz, '2000-01-01' from g returning id)
    insert into draft (participant_id) select id from p`.execute(test.db)
  const { visitor, account } = await office(test)
  t.equal(names((await visitor.get(list)).text).length, 4)
  t.equal((await visitor.get(one('211001'))).status, 200)

  await setScope(test.db, { account: account.id, parts: [{ kind: 'kreis', key: '117' }] })
  const seen = await visitor.get(list)
  t.strictSame(names(seen.text), ['Eislingen/Fils', 'Göppingen', 'Salach'])
  t.match(seen.words, /Ihr Konto ist zuständig für: Landkreis Göppingen.*3 von 3 Kommunen/)
  t.equal((await visitor.get(one('211001'))).status, 404, 'not that it is forbidden, but that there is none')
  t.equal((await visitor.post(one('211001'), { text: 'x', aktion: 'notiz' })).status, 404)
  await visitor.post(list, { aktion: 'befreit', teilnahme: '211001', text: 'x' })
  await visitor.post(list, { aktion: 'befreit', umfang: 'auswahl', text: 'x' })
  const { rows } = await sql<{
    unit: string
  }>`select unit from participant where standing is not null order by unit`.execute(test.db)
  t.strictSame(
    rows.map(({ unit }) => unit),
    ['117019', '117026', '117042'],
  )
  t.notMatch((await visitor.get(`${list}/datei`)).text, /Fernau/)

  await setScope(test.db, {
    account: account.id,
    parts: [
      { kind: 'unit', key: '211001' },
      { kind: 'unit', key: '117042' },
    ],
  })
  t.strictSame(names((await visitor.get(list)).text), ['Fernau', 'Salach'])
})
