import t, { type Test } from 'tap'
import { berlinDay } from '../../../../server/domain/german-time.ts'
import { noteStaff } from '../../../../server/store/staff-audit.ts'
import { createWave } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'
import { newWave, published } from '../../../support/published.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { tick } from '../../../support/tick.ts'

const today = berlinDay(new Date()).split('-').reverse().join('.')

async function office(t: Test) {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  const officer = await signIn(test, await staffAccount(test, 'datenschutz', 'd.eins'))
  const kommune = await test.login('KM')
  await kommune.get(`${kommune.home}/abschnitt/sprache`)
  await kommune.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Weiß' })
  t.equal((await kommune.submit()).status, 303)
  return { ...test, test, officer }
}

t.test('a text is restricted on request, listed with its proof, and lifted when the person was told', async (t) => {
  const { db, officer } = await office(t)
  await noteStaff(db, { action: 'download', wave: 'umfrage-1', detail: { file: 'anmerkungen', sha256: 'abc' } })
  await officer.get('/intern/personen')
  const opening = { art: 'einschraenkung', eingang: today, suche: 'Weiß' }
  const { location: href } = await officer.post('/intern/personen', opening)
  const page = await officer.get(href)
  t.match(page.words, /vorerst nicht benutzt/)
  const none = await officer.post(`${href}/auswahl`, { aktion: 'einschraenken', schwaerzen: '' })
  t.equal(none.status, 400)
  t.match(none.words, /Bitte kreuzen Sie an, was eingeschränkt werden soll/)
  const step = `${href}/einschraenkung`
  t.match((await officer.get(step)).words, /Zurzeit ist nichts gewählt/)
  t.equal((await tick(officer, `${href}/auswahl`, page, { aktion: 'einschraenken' })).location, step)

  const preview = await officer.get(step)
  t.match(
    preview.words,
    /Noch ist nichts geändert.*laut Weiß.*abgesendet.*Alle Kontaktdaten dieses Bogens.*Fristen löschen nichts/,
  )
  const faulty = await officer.post(step, { grund: '', ganz: '1' })
  t.equal(faulty.status, 400)
  t.match(faulty.words, /Bitte wählen Sie den Grund/)
  t.match(faulty.text, /name="ganz" value="1" checked/, 'what was ticked stays ticked')
  t.equal((await officer.post(step, { grund: 'b', ganz: '1' })).location, href)

  const done = await officer.get(href)
  t.match(done.words, /erledigt Einschränkung gilt/)
  t.match(
    done.words,
    /Nachweis der Einschränkung einzelne Felder 1 alle Kontaktdaten eines Bogens 1 .*Download: Anmerkungen/,
  )
  t.match(done.words, /umfrage-1, 117019: F20 .*seit \d+\.\d+\.\d+, Art\. 18 Absatz 1 Buchstabe b DSGVO/)
  t.match((await officer.get('/intern/personen')).words, /Einschränkung gilt/)
  t.equal((await officer.get(step)).location, href, 'it is done once')

  const early = await officer.post(`${href}/aufhebung`, { unterrichtet: '31.12.2099' })
  t.equal(early.status, 400)
  t.match(early.words, /was aufgehoben wird.*an dem Sie die Person unterrichtet haben/)
  t.match(early.text, /value="31\.12\.2099"/)
  t.equal((await tick(officer, `${href}/aufhebung`, early, { unterrichtet: today })).location, href)
  t.match(
    (await officer.get(href)).words,
    /umfrage-1, 117019: alle Kontaktdaten: vom .* aufgehoben von d\.eins.*Keine davon gilt noch/,
  )
  const log = await db.selectFrom('audit').select(['action', 'detail']).where('action', 'like', 'person%').execute()
  t.match(
    log.filter(({ action }) => /restricted|lifted/.test(action)),
    [{ detail: { marks: 2 } }, { detail: { marks: 2 } }],
  )
  t.notMatch(JSON.stringify(log), /Weiß/)
})

t.test('the form of a person is restricted as a whole; the wave says so, and an Auskunft, too', async (t) => {
  const { test, db, officer } = await office(t)
  await createWave(db, newWave(await published('umfrage-3'), ['117000-001']))
  await officer.get('/intern/personen')
  const opening = { art: 'einschraenkung', eingang: today, suche: '117000-001' }
  const { location: href } = await officer.post('/intern/personen', opening)
  t.equal(
    (await officer.post(`${href}/auswahl`, { aktion: 'einschraenken', schwaerzen: '' })).location,
    `${href}/einschraenkung`,
  )
  const preview = await officer.get(`${href}/einschraenkung`)
  t.match(preview.words, /Den ganzen Bogen dieser Person/)
  t.equal((await officer.post(`${href}/einschraenkung`, { grund: 'a' })).status, 400, 'nothing is ticked')
  const [, value = ''] = /name="ganz" value="(\d+)"/.exec(preview.text) ?? []
  t.equal((await officer.post(`${href}/einschraenkung`, { grund: 'a', ganz: value })).location, href)

  const field = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  t.match(
    (await field.get('/intern/erhebungen/umfrage-3')).words,
    /1 Bogen eingeschränkt \(Art\. 18 DSGVO\), nicht gezählt/,
  )
  t.notMatch((await field.get('/intern/erhebungen/umfrage-1')).words, /eingeschränkt/)

  const { location: asking } = await officer.post('/intern/personen', { ...opening, art: 'auskunft' })
  const json = await tick(officer, `${asking}/auswahl`, await officer.get(asking), { aktion: 'json', schwaerzen: '' })
  t.match(json.json.restrictions, [
    /umfrage-3, 117000-001: der ganze Bogen: seit .*, Art\. 18 Absatz 1 Buchstabe a DSGVO/,
  ])
})
