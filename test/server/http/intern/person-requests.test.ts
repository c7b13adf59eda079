import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { berlinDay } from '../../../../server/domain/german-time.ts'
import { keptMails } from '../../../../server/persons/mail-files.ts'
import { textPlaces } from '../../../../server/persons/places.ts'
import { runRetention } from '../../../../server/retention/run.ts'
import { addRequest } from '../../../../server/store/person-requests.ts'
import { findTexts } from '../../../../server/store/person-texts.ts'
import { noteStaff } from '../../../../server/store/staff-audit.ts'
import { testApp } from '../../../support/app.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { seedOffice } from '../../../support/seed-office.ts'
import { seedPerson } from '../../../support/seed-person.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { tableSums } from '../../../support/table-sums.ts'
import { tick } from '../../../support/tick.ts'
import type { Answer, Visitor } from '../../../support/visitor.ts'
import { whereStands } from '../../../support/where-stands.ts'

const person = 'Jürgen Weiß'
const today = berlinDay(new Date()).split('-').reverse().join('.')

async function office(t: Test) {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  const first = await signIn(test, await staffAccount(test, 'datenschutz', 'd.eins'))
  const second = await signIn(test, await staffAccount(test, 'datenschutz', 'd.zwei'))
  return { ...test, test, first, second }
}

async function open(visitor: Visitor, art: string, suche = person): Promise<string> {
  await visitor.get('/intern/personen')
  return (await visitor.post('/intern/personen', { art, eingang: today, suche })).location
}

t.test('a person is erased everywhere by two people, and nothing else changes', async (t) => {
  const { test, db, pool, first, second, participants } = await office(t)
  await seedPerson(test, person)
  await seedOffice(test, person, 1)
  const kommune = await test.login('KM')
  await kommune.get(`${kommune.home}/abschnitt/sprache`)
  t.strictSame(
    new Set((await findTexts(db, { term: person })).map(({ table, column }) => `${table}.${column}`)),
    new Set(textPlaces.map(({ table, column }) => `${table}.${column}`)),
    'the person stands in every place',
  )
  await noteStaff(db, { action: 'download', wave: 'umfrage-1', detail: { file: 'anmerkungen', sha256: 'abc' } })
  await noteStaff(db, { action: 'download', wave: 'umfrage-1', detail: { file: 'codebuch' } })

  const href = await open(first, 'loeschung')
  const page = await first.get(href)
  t.match(page.words, /Anliegen 1: Löschung.*noch \d+ Tage/)
  t.match(page.words, /laut Jürgen Weiß.*im Entwurf/)
  const none = await first.post(`${href}/auswahl`, { aktion: 'loeschen', schwaerzen: '' })
  t.equal(none.status, 400)
  t.match(none.words, /Bitte kreuzen Sie an, was gelöscht werden soll/)
  const chosen = await tick(first, `${href}/auswahl`, none, { aktion: 'loeschen' })
  t.equal(chosen.location, `${href}/loeschung`)

  const preview = await first.get(`${href}/loeschung`)
  t.match(preview.words, /Das Feld ist leer.*Eine Person hat ein betroffenes Formular gerade offen/)
  t.match(preview.words, /Name der Datei Jürgen Weiß\.csv eingelesen.*Dort steht dann „gelöscht“/)
  t.match(preview.words, /Anschrift im Verzeichnis 117042, gültig .*Die Angabe ist leer/)
  t.match(preview.words, /E-Mail, die als Datei liegt .*Die ganze Datei ist weg/)
  t.match(preview.words, /Was in diesem Anliegen selbst steht, bleibt als Nachweis, bis es 3 Jahre abgeschlossen ist/)
  t.equal((await first.post(`${href}/loeschung`, { _gesehen: first.seen })).status, 400)
  t.equal((await first.post(`${href}/loeschung`, { grund: 'b', _gesehen: first.seen })).location, href)
  t.match((await first.get(`${href}/loeschung`)).words, /Zustimmen muss eine andere Person/)
  const own = await first.post(`${href}/zustimmung`, { _gesehen: first.seen })
  t.equal(own.status, 403)
  t.match(own.words, /Zustimmen muss eine zweite Person/)
  t.equal((await whereStands(db, person)).length, 36, 'nothing is gone yet')

  // What is written once the erasure is laid before the second person was seen by nobody.
  await sql`insert into draft_value (participant_id, field, value, rev, contact)
    values (${participants.get('117026')}, 'anmerkungen', ${`neu: ${person}`}, 3, false)`.execute(db)
  const before = await tableSums(pool)
  t.match((await second.get('/intern/personen')).words, /wartet auf Zustimmung/)
  t.match((await second.get(`${href}/loeschung`)).words, /Zustimmen und löschen/)
  t.equal((await second.post(`${href}/zustimmung`, { _gesehen: second.seen })).location, href)

  t.strictSame(await whereStands(db, person), ['contact.person_request', 'public.answer_value'])
  t.strictSame(await keptMails(test.config.dataDir), [], 'nor does a mail to the person lie there')
  t.match(await findTexts(db, { term: person }), [{ unit: '117026', text: `neu: ${person}` }])
  const after = await tableSums(pool)
  t.strictSame(
    Object.keys(after).filter((table) => after[table] !== before[table] && table !== 'staff.session'),
    [
      'contact.address',
      'contact.delegation',
      'contact.dispatch',
      'contact.draft_change',
      'contact.draft_value',
      'contact.editor',
      'contact.field_note',
      'contact.figure_place',
      'contact.paper_entry',
      'contact.paper_scan',
      'contact.paper_scan_piece',
      'contact.parked_page',
      'contact.person_request',
      'contact.query_entry',
      'contact.respondent',
      'contact.roll_up_said',
      'public.amendment',
      'public.annex_plan',
      'public.answer_change',
      'public.answer_page',
      'public.answer_value',
      'public.audit',
      'public.audit_aside',
      'public.codebook',
      'public.codebook_version',
      'public.coding_settlement',
      'public.data_state',
      'public.draft',
      'public.draft_change',
      'public.draft_value',
      'public.erasure',
      'public.import_batch',
      'public.job',
      'public.kreis_paragraph',
      'public.parked_page',
      'public.registry_import',
      'public.saved_view',
      'public.screening_decision',
      'public.session',
      'public.submission',
      'public.text_release',
      'public.text_source',
      'public.written_text',
      'staff.approval',
      'staff.upload',
    ],
  )
  t.strictSame(await sql`select account_id, consent_id from erasure limit 1`.execute(db).then(({ rows }) => rows), [
    { account_id: 1, consent_id: 2 },
  ])

  const proof = (await second.get(href)).words
  t.match(proof, /Vorher an den gewählten Stellen 63 .*Nachher an den gewählten Stellen 0/)
  t.match(proof, /Nachher gefunden 1 /)
  t.match(proof, /Dateien, in denen es gestanden haben kann.*Download: Anmerkungen und Begründungen, umfrage-1/)
  t.notMatch(proof, /Codebuch/)
  t.equal(
    (await second.post(`${href}/zustimmung`, { _gesehen: second.seen })).location,
    href,
    'a second time does nothing',
  )
  const log = await db.selectFrom('audit').select(['action', 'detail']).where('action', 'like', 'person%').execute()
  t.notMatch(JSON.stringify(log), /Weiß/)
  t.equal(log.filter(({ action }) => action === 'person_erased').length, 1)
})

t.test('a proposal can be taken back, and is then as open as before', async (t) => {
  const { test, first, second, db } = await office(t)
  await seedPerson(test, person)
  const href = await open(first, 'widerspruch')
  await tick(first, `${href}/auswahl`, await first.get(href), { aktion: 'loeschen' })
  await first.get(`${href}/loeschung`)
  await first.post(`${href}/loeschung`, { grund: 'c', _gesehen: first.seen })
  await second.get(`${href}/loeschung`)
  await second.post(`${href}/zuruecknahme`, {})
  await second.post(`${href}/zustimmung`, { _gesehen: second.seen })
  t.equal((await findTexts(db, { term: person })).length, 10)
  const page = await first.get(href)
  t.match(page.words, /Löschung vorbereiten/)
  t.match(page.text, /checked/, 'what was ticked stays ticked')
})

t.test('nothing is erased that was not in sight when it was laid before a second person', async (t) => {
  const { test, first, second, db, participants } = await office(t)
  await seedPerson(test, person)
  const href = await open(first, 'loeschung')
  const kept = sql`select value from draft_value where field = 'anmerkungen' and participant_id = ${participants.get('117019')}`
  await tick(first, `${href}/auswahl`, await first.get(href), { aktion: 'loeschen' })
  await first.get(`${href}/loeschung`)
  await sql`update draft_value set value = 'ganz anders', saved_at = now() where field = 'anmerkungen'`.execute(db)
  await first.post(`${href}/loeschung`, { grund: 'b', _gesehen: first.seen })
  await second.get(`${href}/loeschung`)
  await second.post(`${href}/zustimmung`, { _gesehen: second.seen })
  t.strictSame((await kept.execute(db)).rows, [{ value: 'ganz anders' }])

  const other = await open(first, 'loeschung', 'ganz anders')
  await tick(first, `${other}/auswahl`, await first.get(other), { aktion: 'loeschen' })
  const faulty = await first.post(`${other}/suche`, { suche: 'x' })
  t.equal(faulty.status, 400)
  t.match(faulty.text, /id="suche"[^>]*value="x"/, 'what was typed is still there')
  await first.post(`${other}/suche`, { suche: 'gibt es nicht' })
  t.equal((await first.get(`${other}/loeschung`)).location, other, 'another search has another choice')
})

t.test('nothing is decided on that was exchanged after somebody had looked at it', async (t) => {
  const { test, first, second, db } = await office(t)
  await seedPerson(test, person)
  const href = await open(first, 'loeschung')
  const choose = (visitor: Visitor, page: Answer) => tick(visitor, `${href}/auswahl`, page, { aktion: 'loeschen' })
  const all = await first.get(href)
  const one = { ...all, text: /name="was" value="[^"]+"/.exec(all.text)?.[0] ?? '' }
  const actions = async () =>
    (
      await db.selectFrom('audit').select('action').where('action', 'like', 'person_erasure%').orderBy('id').execute()
    ).map(({ action }) => action)

  await choose(first, one)
  await first.get(`${href}/loeschung`)
  await second.get(href)
  await choose(second, all)
  const exchanged = await first.post(`${href}/loeschung`, { grund: 'b', _gesehen: first.seen })
  t.equal(exchanged.status, 409)
  t.match(exchanged.words, /Inzwischen steht hier etwas anderes/)
  t.strictSame(await actions(), [])

  await first.get(href)
  await choose(first, one)
  await first.get(`${href}/loeschung`)
  await first.post(`${href}/loeschung`, { grund: 'b', _gesehen: first.seen })
  await second.get(`${href}/loeschung`)
  const { seen } = second
  await first.get(`${href}/loeschung`)
  await first.post(`${href}/zuruecknahme`, {})
  await first.get(href)
  await choose(first, all)
  await first.get(`${href}/loeschung`)
  await first.post(`${href}/loeschung`, { grund: 'b', _gesehen: first.seen })
  const refused = await second.post(`${href}/zustimmung`, { _gesehen: seen })
  t.equal(refused.status, 409)
  t.match(refused.words, /Inzwischen steht hier etwas anderes/)
  t.equal((await findTexts(db, { term: person })).length, 10, 'nothing is gone')
  t.equal((await second.post(`${href}/zustimmung`, {})).status, 400, 'without having looked at anything')
  t.equal((await second.post(`${href}/zustimmung`, { _gesehen: second.seen })).location, href)
  t.strictSame(await findTexts(db, { term: person }), [])
})

t.test('of two who decide at once one does, and the log knows of one', async (t) => {
  const { first, second, db } = await office(t)
  const href = await open(first, 'loeschung')
  for (const visitor of [first, second]) await visitor.get(href)
  const both = (step: string, fields: Record<string, string>) =>
    Promise.all([first, second].map((visitor) => visitor.post(`${href}/${step}`, fields)))
  await both('frist', { warum: 'viele Formulare' })
  await both('abschluss', { ergebnis: 'd', antwort: 'Statistik' })
  const noted = await db.selectFrom('audit').select('action').where('action', 'like', 'person_request_%').execute()
  t.strictSame(noted.map(({ action }) => action).sort(), [
    'person_request_closed',
    'person_request_extended',
    'person_request_opened',
  ])
})

t.test('what was ticked is handed out as PDF and JSON, others in it unreadable', async (t) => {
  const { test, first, db } = await office(t)
  await seedPerson(test, 'Jürgen Weiß mit Petra Schwarz')
  const href = await open(first, 'auskunft')
  const page = await first.get(href)
  t.notMatch(page.words, /Löschung vorbereiten/)
  const json = await tick(first, `${href}/auswahl`, page, { aktion: 'json', schwaerzen: 'Petra; schwarz' })
  t.match(json.headers['content-disposition'], 'anliegen-1-auskunft.json')
  t.equal(json.json.texts.length, 10)
  t.notMatch(json.text, /Petra|Schwarz/)
  await first.get(href)
  const sent = await test.app.inject({
    method: 'POST',
    url: `${href}/auswahl`,
    payload: new URLSearchParams({ _csrf: first.csrf, aktion: 'pdf', schwaerzen: '' }).toString(),
    headers: { cookie: first.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
  const { text, accessible } = await readPdf(sent.rawPayload)
  t.equal(accessible, '1')
  t.match(text, /Über Sie ist nichts gespeichert/, 'nothing was ticked')
  const noted = await db.selectFrom('audit').select('detail').where('action', '=', 'person_exported').execute()
  t.match(noted, [{ detail: { request: 1, texts: 10 } }, { detail: { texts: 0 } }])
})

t.test('a request has a clock, can be refused on a ground of law, and its words go', async (t) => {
  const { first, db, test } = await office(t)
  await first.get('/intern/personen')
  const faulty = await first.post('/intern/personen', { art: '', eingang: '31.12.2099', suche: 'x' })
  t.equal(faulty.status, 400)
  t.match(faulty.words, /worum es geht.*Tag des Eingangs.*mindestens zwei Zeichen/)

  const id = await addRequest(db, { kind: 'loeschung', receivedOn: '2026-01-31', searched: person, by: 1 })
  const href = `/intern/personen/${id}`
  t.match((await first.get(href)).words, /überfällig: \d+ Tage .*Frist 28\.02\.2026/)
  t.equal((await first.post(`${href}/frist`, { warum: '' })).status, 400)
  t.equal((await first.post(`${href}/frist`, { warum: 'viele Formulare' })).location, href)
  t.match((await first.get(href)).words, /Frist 30\.04\.2026 Verlängert, weil viele Formulare/)

  t.equal((await first.post(`${href}/abschluss`, { ergebnis: 'abgelehnt', antwort: 'nein' })).status, 400)
  t.equal((await first.post(`${href}/abschluss`, { ergebnis: 'd', antwort: '' })).status, 400)
  await first.post(`${href}/abschluss`, { ergebnis: 'd', antwort: `An ${person}: Statistik` })
  t.match((await first.get(href)).words, /abgelehnt.*Art\. 17 Absatz 3 Buchstabe d DSGVO.*An Jürgen Weiß: Statistik/)

  await runRetention(test)
  t.strictSame(await whereStands(db, person), ['contact.person_request'])
  await sql`update contact.person_request set closed_at = now() - interval '3 years 1 day'`.execute(db)
  await runRetention(test)
  t.strictSame(await whereStands(db, person), [])
  t.match((await first.get('/intern/personen')).words, /Anliegen 1: Löschung eingegangen 31\.01\.2026/)
})
