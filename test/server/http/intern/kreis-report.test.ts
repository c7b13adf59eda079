import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { storeEinsaetze, storeEmpfaenger } from '../../../../server/store/funding.ts'
import { type ScopePart, setScope } from '../../../../server/store/scopes.ts'
import { testApp } from '../../../support/app.ts'
import { addWave } from '../../../support/panel-world.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import type { Visitor } from '../../../support/visitor.ts'

const page = '/intern/kreis/117/bericht'
const root = '/intern/erhebungen/kennzahlen/zusammenfuehrung'
const hostile = '<b>#text(red)[x]</b> "Weiß"'
const revisionOn = (text: string) => /name="fassung" value="(\d+)"/.exec(text)?.[1] ?? ''

/** Göppingen with three persons who gave figures of 2024. */
async function world(t: Test) {
  const test = await testApp(t, { id: 'probe', participants: [] })
  await sql`insert into kreis values ('211', 'Baden', 'Landkreis', 'Karlsruhe', '2000-01-01', null)`.execute(test.db)
  const persons = ['117000-001', '117000-002', '117019-001']
  await addWave(test, 'kennzahlen', persons, () => ({
    ...{ erreicht: 100, beratungen: 300, beratung_ort_buero: 250, beratung_ort_fern: 50, monate: 12 },
  }))
  const always = { valid_from: '2018-01-01', valid_to: null }
  await storeEmpfaenger(test.db, [{ empfaenger: '117000', art: 'kreis', name: 'Landkreis Göppingen', ...always }])
  await storeEinsaetze(
    test.db,
    persons.map((im_nummer) => ({
      ...{ einsatz: `${im_nummer} 117000`, im_nummer, empfaenger: '117000', vzae: 0.5, ...always },
    })),
  )
  const account = async (name: string, parts: ScopePart[]) => {
    const made = await staffAccount(test, 'landkreis', name)
    await setScope(test.db, { account: made.id, parts })
    return signIn(test, made)
  }
  return { test, account, own: await account('l.kreis', [{ kind: 'kreis', key: '117' }]) }
}

async function signAll(own: Visitor) {
  const empfaenger = `${root}/empfaenger/117000`
  await own.get(empfaenger)
  await own.post(`${empfaenger}/zahlen`, { vzae: '1,5', zielpersonen: '1200', zuwendung: '90000' })
  for (const href of [empfaenger, `${root}/kreis/117`]) {
    const seen = /name="gesehen" value="([0-9a-f]{64})"/.exec((await own.get(href)).text)?.[1] ?? ''
    await own.post(`${href}/freigabe`, { gesehen: seen })
  }
}

t.test('a Landkreis reads the report of a year from what it has signed, each figure with its origin', async (t) => {
  const { own } = await world(t)
  const before = (await own.get(page)).words
  t.match(before, /Erreichte Personen \(nach den Kennzahlen\), im Jahr 2024: keine Angabe\. Grund: Der Kreis hat/)
  await signAll(own)
  t.match((await own.get('/intern/kreis/117')).text, `href="${page}"`)
  const { words, text } = await own.get(`${page}?jahr=2024&vergleich=2023`)
  t.match(words, /Integrationsmanagement im Landkreis Göppingen Bericht für 2024, Stand 31\.12\.2024/)
  t.match(words, /Am 31\.12\.2023 arbeiteten 3 Personen mit zusammen 1,5 VZÄ/)
  t.match(words, /Im Jahr 2024 wurden 300 Personen erreicht/)
  t.match(words, /In dieser Zeit \(nach den Kennzahlen\) verteilten sich die Beratungen so: 750 Beratungen im Büro/)
  t.match(words, /Am 31\.12\.2024 gehörten 1\.200 Personen zur Zielgruppe/, 'of itself a Kreis may tell')
  t.match(words, /Im Jahr 2024 waren 90\.000 Euro Fördermittel verwendet/)
  t.match(
    words,
    /Integrationspläne \(nach den Kennzahlen\), im Jahr 2024: keine Angabe\. Grund: Niemand hat etwas angegeben/,
  )
  t.match(
    words,
    /Woher die Angaben stammen .*Kennzahlen zum Integrationsmanagement 2024, freigegeben am .*, aus 3 von 3/,
  )
  for (const [, note] of text.matchAll(/href="#anm-(\d+)"/g)) t.match(text, `id="anm-${note}"`)
  t.notMatch((await own.get(`${page}?jahr=2024&vergleich=ohne`)).words, /31\.12\.2023/)
  t.match((await own.get(`${page}?jahr=2024&vergleich=2025`)).words, /Mit 2025 geht das für 2024 nicht/)
  t.match((await own.get(`${page}?jahr=2094`)).words, /Für 2094 gibt es keinen Bericht\. Gezeigt ist/)
})

t.test('paragraphs are kept with who and when, nothing typed is lost, and the files carry them', async (t) => {
  const { test, own } = await world(t)
  await signAll(own)
  const staff = `${page}/2024/staff`
  const form = await own.get(`${staff}?vergleich=2023`)
  const fassung = revisionOn(form.text)
  t.equal(fassung, '0')
  const stored = await own.post(`${staff}?vergleich=2023`, {
    fassung,
    text: `Zwei Stellen sind neu.\r\n\r\n${hostile}`,
  })
  t.match(stored, { status: 303, location: `${page}?jahr=2024&vergleich=2023&getan=absatz#staff` })
  const { words, text } = await own.get(stored.location.replace(/#.*/, ''))
  t.match(words, /Der Absatz ist gespeichert\. .*Zwei Stellen sind neu\. .*Eigener Absatz: l\.kreis, \d\d\.\d\d\.\d{4}/)
  t.notMatch(text, hostile)

  const office = await signIn(test, await staffAccount(test, 'feldbuero', 'k.meier'))
  await office.get(staff)
  const late = await office.post(staff, { fassung, text: 'Drei Stellen.' })
  t.equal(late.status, 409)
  t.match(late.words, /Drei Stellen\..*Was jetzt gilt l\.kreis, .*Zwei Stellen sind neu\./)
  t.equal((await office.post(staff, { fassung: revisionOn(late.text), text: 'Drei Stellen.' })).status, 303)
  t.match((await office.get(staff)).words, /Frühere Fassungen \(1\) l\.kreis.*Zwei Stellen/)
  const long = await office.post(staff, { fassung: '2', text: 'x'.repeat(20_001) })
  t.match(long, { status: 400, words: /Der Text hat 20\.?001 Zeichen/ })
  t.match(long.text, 'x'.repeat(20_001))

  for (const vergleich of ['2023', 'ohne']) {
    const href = (ending: string) => `${page}/2024/datei/${ending}?vergleich=${vergleich}`
    const html = await own.get(href('html'))
    t.match(html.headers['content-disposition'], 'kreisbericht-117-2024.html')
    t.match(html.text, 'Drei Stellen.')
    t.equal(html.text.includes('31.12.2023'), vergleich === '2023')
  }
  const { db } = test
  const pdf = await test.app.inject({ url: `${page}/2024/datei/pdf`, headers: { cookie: own.cookie } })
  const read = await readPdf(pdf.rawPayload)
  t.match(read, { tagged: true, accessible: '1' })
  t.match(read.text, 'Drei Stellen.')
  t.equal((await own.get(`${page}/2024/datei/docx`)).status, 404)
  t.equal((await own.get(`${page}/2094/datei/pdf`)).status, 404)

  await office.get(staff)
  await office.post(staff, { fassung: '2', text: '  ' })
  t.notMatch((await own.get(page)).words, /Drei Stellen/)
  const log = await sql<{ action: string; detail: unknown }>`select action, detail from audit order by id`.execute(db)
  const written = log.rows.filter(({ action }) => action === 'paragraph_written')
  t.match(written, [{ detail: { kreis: '117', section: 'staff', revision: 1 } }, {}, { detail: { isBlank: true } }])
  t.notMatch(JSON.stringify(log.rows), /Stellen|Weiß/)
  t.match(log.rows.findLast(({ action }) => action === 'download')?.detail, { file: 'kreisbericht-117-2024.pdf' })
})

t.test('it is there for the whole Kreis alone, and says where nothing is known', async (t) => {
  const { test, account } = await world(t)
  const foreign = await account('l.fremd', [{ kind: 'kreis', key: '211' }])
  const part = await account('l.teil', [{ kind: 'unit', key: '117042' }])
  for (const visitor of [foreign, part]) {
    for (const url of [page, `${page}/2024/staff`, `${page}/2024/datei/pdf`])
      t.equal((await visitor.get(url)).status, 404, url)
    await visitor.get('/intern/konto')
    t.equal((await visitor.post(`${page}/2024/staff`, { fassung: '0', text: 'x' })).status, 404)
  }
  t.notMatch((await part.get('/intern/kreis/117')).text, page)
  const office = await signIn(test, await staffAccount(test, 'feldbuero'))
  const empty = (await office.get('/intern/kreis/211/bericht')).words
  t.match(empty, /liegt noch nichts vor, woraus sich berichten ließe/)
  t.match(empty, /Träger des Integrationsmanagements: keine Angabe\./)
  t.match(empty, /Ausblick Hier steht nur, was Sie selbst schreiben\. Absatz schreiben/)
  for (const url of ['/intern/kreis/999/bericht', `${page}/2024/nichts`, `${page}/24/staff`])
    t.equal((await office.get(url)).status, 404, url)
})
