import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { importShippedRegistry } from '../../../../server/registry/import-registry.ts'
import { presentAddresses } from '../../../../server/store/addresses.ts'
import { storeImNummern, storeVerbuende } from '../../../../server/store/verbuende.ts'
import { testApp } from '../../../support/app.ts'
import { gv100ad, type Listed } from '../../../support/official-directory.ts'
import { addWave } from '../../../support/panel-world.ts'
import { sendFile } from '../../../support/send-file.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const list = '/intern/verzeichnis'
const files = `${list}/dateien`

async function office(t: Test) {
  const test = await testApp(t)
  const visitor = await signIn(test, await staffAccount(test, 'feldbuero', 'f.ring'))
  await visitor.get(files)
  return { ...test, visitor }
}

t.test('Kommunen, Kreise, Verbünde and numbers: searched, as of a day, page by page', async (t) => {
  const { db, visitor } = await office(t)
  const small = await visitor.get(list)
  t.match(small.words, /3 Kommunen am .*Eislingen\/Fils 117019 Landkreis Göppingen 22\.325/)
  await importShippedRegistry(db)
  const first = await visitor.get(list)
  t.match(first.words, /1\.101 Kommunen am [\d.]+, gezeigt 1 bis 50\..*Nächste Seite/)
  t.match((await visitor.get(`${list}?seite=23`)).words, /gezeigt 1\.101 bis 1\.101.*Vorige Seite/)
  const found = await visitor.get(`${list}?suche=GÖPP`)
  t.match(found.words, /1 Kommune am .*Göppingen 117026/)
  t.match((await visitor.get(`${list}?suche=%25&kreis=117`)).words, /0 Kommunen am .*Dazu steht nichts im Verzeichnis/)
  t.match((await visitor.get(`${list}?kreis=117`)).words, /38 Kommunen am/)
  t.match((await visitor.get(`${list}?ansicht=kreise`)).words, /44 Kreise am .*Alb-Donau-Kreis 425 Tübingen 55/)
  t.match((await visitor.get(`${list}?ansicht=kreise&tag=31.12.1999`)).words, /0 Kreise am 31\.12\.1999/)
  t.match((await visitor.get(`${list}?ansicht=nummern`)).words, /3 IM-Nummern am .*117000-001/)
  const unread = await visitor.get(`${list}?tag=gestern`)
  t.match(unread, { status: 400, words: /Bitte geben Sie einen Tag an/ })
})

t.test('the page of a Kommune, a Verbund, a Kreis, a person; there is no other', async (t) => {
  const { db, visitor } = await office(t)
  const row = {
    verbund: '117000',
    name: 'Landkreis Göppingen',
    gemeinde_valid_from: '2000-01-01',
    valid_from: '2018-01-01',
  }
  await storeVerbuende(db, [{ ...row, gkz: '117042', valid_to: null }])
  await storeImNummern(db, [
    { im_nummer: '117000-009', verbund: '117000', valid_from: '2018-01-01', valid_to: '2019-12-31' },
  ])
  const kommune = await visitor.get(`${list}/117042`)
  t.match(
    kommune.words,
    /Salach.*Die Kommune hat es dem Landkreis übertragen: Landkreis Göppingen.*Erhebungen umfrage-1/,
  )
  t.match(
    (await visitor.get(`${list}/117000`)).words,
    /Zuständig für eine Kommune.*Salach 117042.*117000-009 01\.01\.2018 bis 31\.12\.2019/,
  )
  t.match((await visitor.get(`${list}/117`)).words, /Landkreis Göppingen Landkreis Schlüssel 117/)
  t.match(
    (await visitor.get(`${list}/117000-001`)).words,
    /Nummer 117000-001.*Noch keine Anschrift|keine Anschrift bekannt/,
  )
  for (const none of ['999999', '9', 'x', '117000-999'])
    t.equal((await visitor.get(`${list}/${none}`)).status, 404, none)
})

t.test('a directory: looked at, told what became of whom, read in with a second click, taken back', async (t) => {
  const { db, visitor } = await office(t)
  await importShippedRegistry(db)
  const rows = await db
    .selectFrom('gemeinde')
    .select(['gkz', 'name', 'population'])
    .where('kreis', '=', '117')
    .where('valid_to', 'is', null)
    .execute()
  const listed: Listed[] = rows
    .filter(({ gkz }) => gkz !== '117003')
    .map(({ gkz, name, population }) => ({
      gkz,
      name: gkz === '117001' ? 'Adelberg am Wald' : name,
      population: population ?? 0,
    }))
  const none = await sendFile(visitor, `${files}/hochladen`, '')
  t.match(none, { status: 400, words: /Bitte wählen Sie eine Datei aus/ })
  const { location } = await sendFile(visitor, `${files}/hochladen`, gv100ad(listed), 'GV100AD.txt')
  const asked = await visitor.get(location)
  t.match(
    asked.words,
    /117003 Albershausen.* steht nicht mehr in der Datei.*Albershausen \(117003\) ist aufgegangen in/,
  )
  t.notMatch(asked.text, /value="einlesen"/)
  const wrong = await visitor.post(location, { aktion: 'pruefen', ab: 'bald', stand: '', 'nachfolge-117003': '1170' })
  t.match(wrong, { status: 400, words: /Gilt ab: „bald“ ist kein Tag.*„1170“ ist keine Gemeindekennziffer/ })
  const answer = { ab: '', stand: '', 'nachfolge-117003': '117026' }
  t.equal((await visitor.post(location, { aktion: 'einlesen', ...answer })).location, location, 'a new preview first')
  const preview = await visitor.get(location)
  t.match(
    preview.words,
    /2 Änderungen stehen an.*Umbenannt: 1 117001 Adelberg → Adelberg am Wald.*Aufgegangen in einer anderen Kommune: 1/,
  )
  const done = await visitor.post(location, { aktion: 'einlesen', ...answer })
  const [, number = ''] = /eingelesen=(\d+)/.exec(done.location) ?? []
  t.match(
    (await visitor.get(done.location)).words,
    new RegExp(`Das ist eingelesen, unter Nummer ${number}\\..*GV100AD\\.txt.*von f\\.ring`),
  )
  t.match((await visitor.get(`${list}/117001`)).words, /Adelberg am Wald.*Im Lauf der Zeit.*bis 29\.11\.2025 Adelberg/)
  t.match(
    (await visitor.get(`${list}/117003`)).words,
    /gab es bis 29\.11\.2025.*Aufgegangen am 30\.11\.2025 in Göppingen/,
  )
  t.match((await visitor.get(`${list}/117026`)).words, /Hierin aufgegangen am 30\.11\.2025: Albershausen/)
  const undo = `${files}/${number}/zuruecknehmen`
  t.match((await visitor.get(undo)).words, /Zurücknehmen: GV100AD\.txt.*117001 Adelberg → Adelberg am Wald/)
  t.equal((await visitor.post(undo, {})).location, `${files}?zurueckgenommen=${number}`)
  t.equal((await visitor.get(undo)).status, 404)
  t.match((await visitor.get(`${list}?suche=117001`)).words, /Adelberg 117001/)
  t.notMatch((await visitor.get(`${list}/117001`)).words, /am Wald/)
})

t.test('a list of addresses, and one by hand, with its past', async (t) => {
  const { db, visitor } = await office(t)
  const csv = 'gkz;Empfänger;Straße;PLZ;Ort\n117019;Stadt Eislingen;Platz 1;73054;Eislingen\n'
  const faulty = await sendFile(visitor, `${list}/anschriften/hochladen`, csv.replace('73054', '7'))
  const problems = await visitor.get(faulty.location)
  t.match(problems.words, /datei\.csv, Zeile 2, Spalte PLZ: „7“ ist keine Postleitzahl/)
  t.equal((await visitor.post(faulty.location, { aktion: 'einlesen' })).location, faulty.location)
  t.strictSame(await presentAddresses(db), [])
  const { location } = await sendFile(visitor, `${list}/anschriften/hochladen`, csv)
  t.match((await visitor.get(location)).words, /Anschriften: 1 neu, 0 geändert, 0 unverändert/)
  t.match((await visitor.post(location, { aktion: 'einlesen' })).location, /eingelesen=\d+/)

  const unit = `${list}/117019`
  t.match((await visitor.get(unit)).words, /Stadt Eislingen.*Herkunft aus einer Liste, von f\.ring/)
  const typed = {
    empfaenger: 'Stadt Eislingen',
    person: 'Jürgen Weiß',
    strasse: 'Platz 2',
    plz: '',
    ort: 'Eislingen',
    mail: 'x',
    telefon: '',
  }
  const refused = await visitor.post(`${unit}/anschrift`, { aktion: 'speichern', ...typed })
  t.match(refused, { status: 400, words: /Die PLZ fehlt.*„x“ ist keine E-Mail-Adresse/, text: /value="Platz 2"/ })
  const right = { ...typed, plz: '73054', mail: 'rathaus@eislingen.example' }
  const saved = await visitor.post(`${unit}/anschrift`, { aktion: 'speichern', ...right })
  t.match((await visitor.get(saved.location)).words, /Die Anschrift ist gespeichert.*Frühere Anschriften.*Platz 1/)
  t.match(await presentAddresses(db), [{ street: 'Platz 2', source: 'office', who: 'f.ring' }])
  await visitor.post(`${unit}/anschrift`, { aktion: 'entfernen', ...right })
  t.strictSame(await presentAddresses(db), [])
  t.equal(
    (await visitor.post(`${list}/117/anschrift`, { aktion: 'speichern', ...right })).status,
    404,
    'no address of a Kreis',
  )
  const ofPerson = await visitor.post(`${list}/117000-001/anschrift`, { aktion: 'speichern', ...right })
  t.match((await visitor.get(ofPerson.location)).words, /Nummer 117000-001.*Die Anschrift ist gespeichert/)
  const log = await db.selectFrom('audit').select(['action', 'detail']).where('action', '~', 'address').execute()
  t.match(
    log.map(({ action }) => action),
    ['addresses_imported', 'address_changed', 'address_changed', 'address_changed'],
  )
  t.notMatch(JSON.stringify(log), /Weiß|Platz|117000-001/)
})

t.test('who is responsible changes from a day on, is in the log, and is taken back', async (t) => {
  const { db, visitor } = await office(t)
  const unit = `${list}/117042`
  t.match((await visitor.get(unit)).words, /gehört zu keinem Antragsverbund/)
  const post = (an: string, ab: string) => visitor.post(`${unit}/zustaendigkeit`, { an, ab })
  t.match(await post('', 'x'), { status: 400, words: /Bitte wählen Sie, wer zuständig wird.*ersten Tag an/ })
  t.match(await post('kreis', '01.01.1990'), { status: 400, words: /An diesem Tag gibt es die Kommune/ })
  t.match(await post('999999', '01.01.2018'), { status: 400, words: /Bitte wählen Sie, wer zuständig wird/ })
  t.match((await post('kreis', '01.01.2018')).location, /geaendert=zustaendigkeit/)
  t.match((await visitor.get(unit)).words, /dem Landkreis übertragen: Landkreis Göppingen/)
  t.match(await post('selbst', '01.01.2017'), { status: 400, words: /kennt schon eine spätere Zuständigkeit/ })
  await post('selbst', '01.01.2020')
  t.match((await visitor.get(unit)).words, /übernimmt es selbst.*01\.01\.2018 bis 31\.12\.2019 Landkreis Göppingen/)
  const [last] = await db.selectFrom('registry_import').select('id').orderBy('id', 'desc').execute()
  await visitor.get(`${files}/${last?.id}/zuruecknehmen`)
  await visitor.post(`${files}/${last?.id}/zuruecknehmen`, {})
  t.match((await visitor.get(unit)).words, /dem Landkreis übertragen: Landkreis Göppingen.*ab 01\.01\.2018/)
})

t.test('persons of a survey are taken over once somebody has said that the purpose covers it', async (t) => {
  const { db, visitor } = await office(t)
  await addWave({ db }, 'umfrage-0', ['117019'], () => undefined)
  t.match((await visitor.get(`${list}/kontaktangaben/umfrage-1`)).words, /nach keiner Ansprechperson gefragt/)
  t.match((await visitor.get(`${list}/kontaktangaben/keine`)).words, /gibt es nicht/)
  await sql`insert into contact.respondent (participant_id, field, value)
    select id, 'kontakt_name', 'Jürgen Weiß' from participant where wave_id = 'umfrage-0'`.execute(db)
  t.match((await visitor.get(files)).words, /Oder aus einer Umfrage übernehmen.*umfrage-0/)
  const href = `${list}/kontaktangaben/umfrage-0`
  const asked = await visitor.get(href)
  t.match(asked.words, /1 neu.*Den Befragten gesagt Die Kontaktdaten .* nur für Einladungen und Rückfragen/)
  t.strictSame(await presentAddresses(db), [])
  t.match((await visitor.post(href, { aktion: 'einlesen' })).location, /eingelesen=\d+/)
  t.match(await presentAddresses(db), [{ unit: '117019', person: 'Jürgen Weiß', source: 'survey', wave: 'umfrage-0' }])
  t.match((await visitor.get(`${list}/117019`)).words, /Herkunft aus einer Umfrage, umfrage-0, von f\.ring/)
})
