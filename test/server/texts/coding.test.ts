import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { erase } from '../../../server/persons/erase.ts'
import { findTexts } from '../../../server/store/person-texts.ts'
import { listTexts } from '../../../server/store/texts/list-texts.ts'
import { noteTexts } from '../../../server/store/texts/note-texts.ts'
import { testApp } from '../../support/app.ts'
import { lastState } from '../../support/panel-world.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { write } from '../../support/written-texts.ts'

const href = '/intern/erhebungen/umfrage-1/texte'
const field = 'zp_gesamt_kom'

/** Three Kommunen have commented, and the office has two categories for it. */
async function written(t: Test) {
  const test = await testApp(t)
  await write(test, '117019', { [field]: 'Die Wege zu den Flüchtlingsunterkünften sind weit, sagt Frau Weiß.' })
  await write(test, '117026', { [field]: 'Es fehlt Geld.', zp_status_kom: 'Unklar ist vieles.' })
  await write(test, '117042', { [field]: 'Es fehlt Geld.' })
  const first = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const second = await signIn(test, await staffAccount(test, 'forschung', 'f.zwei'))
  await first.get(`${href}/kategorien`)
  const { location } = await first.post(`${href}/kategorien`, { titel: 'Themen', kategorien: 'Wohnen\n Wege\nGeld' })
  await first.post(location.replace(/\?.*/, ''), { aktion: 'fragen', frage: field })
  await second.get(href)
  return { test, first, second, codebook: location.replace(/\?.*/, '') }
}

const idOf = (text: string) => /name="text" value="(\d+)"/.exec(text)?.[1] ?? ''

t.test('a file of categories becomes the next version, and codings of what it keeps stay', async (t) => {
  const { test, first, codebook } = await written(t)
  const { text } = await first.get(`${codebook}/datei/csv`)
  const renew = (datei: string, fassung = '1') => first.post(codebook, { aktion: 'einlesen', fassung, datei })
  const id = idOf((await first.get(`${href}/kodieren?frage=${field}`)).text)
  await first.post(`${href}/kodieren`, { text: id, fassung: '1', kategorie: 'wohnen' })

  const list = await renew('Wohnen\nGeld')
  t.match(list.words, /Bitte fügen Sie den ganzen Inhalt einer Datei ein/)
  t.match(list.text, />\s*Wohnen\nGeld<\/textarea>/, 'nothing typed is lost')
  t.match((await renew(text)).words, /sind schon genau so/)
  t.match((await renew(`${text}x;;;;;\n`)).words, /Zeile 5, Spalte name/)
  const changed = `${text.replace(/^geld;.*$/m, 'zeit;;Zeit;;;').replace(';Wohnen;', ';Wohnraum;')}`
  t.match((await renew(changed)).location, /getan=geaendert/)
  const after = await first.get(codebook)
  t.match(after.words, /Fassung 2, .*: neu: Zeit; wohnen heißt jetzt „Wohnraum“; geld entfernt/)
  t.match((await renew(text)).words, /Jemand hat die Kategorien inzwischen geändert/)
  t.match((await first.get(`${href}/kodieren?text=${id}`)).text, /value="wohnen" id="kategorie-wohnen"[^>]*checked/)
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from codebook_version`.execute(test.db)
  t.strictSame(rows, [{ n: 2 }])
})

t.test('a search finds a word within others, whatever its umlauts', async (t) => {
  const { first } = await written(t)
  for (const word of ['Unterkunft', 'unterkünfte', 'FLUECHTLING', 'weiss']) {
    const { words } = await first.get(`${href}/liste?suche=${encodeURIComponent(word)}`)
    t.match(words, /1 Text|Ein Text/, word)
    t.match(words, /Flüchtlingsunterkünften sind weit/)
  }
  t.match((await first.get(`${href}/liste?suche=Unterkumpf`)).words, /0 Texte/)
  t.match((await first.get(`${href}/liste?suche=100%25`)).words, /0 Texte/, 'signs of a pattern are signs')
  t.match((await first.get(`${href}/liste?frage=zp_status_kom`)).words, /Ein Text .*Unklar ist vieles/)
  t.match((await first.get(`${href}/liste?groesse=5_10`)).words, /Ein Text .*Salach/)
  t.match((await first.get(`${href}/liste?kreis=111`)).words, /0 Texte/)
})

t.test('texts are coded one after the other, and the last coding is taken back', async (t) => {
  const { test, first } = await written(t)
  const before = await lastState(test)
  const page = await first.get(`${href}/kodieren?frage=${field}`)
  t.match(page.words, /1 von 3, offen/)
  t.match(page.words, /Flüchtlingsunterkünften/)
  const id = idOf(page.text)
  const typed = { text: id, fassung: '1', frage: field }
  const none = await first.post(`${href}/kodieren`, { ...typed, aktion: 'weiter' })
  t.equal(none.status, 400)
  t.match(none.words, /Bitte wählen Sie mindestens eine Kategorie/)
  const outside = await first.post(`${href}/kodieren`, { ...typed, stelle: 'wege:4-999' })
  t.match(outside.words, /Eine markierte Stelle liegt nicht im Text/)
  t.match(outside.text, /value="wege:4-999"/, 'nothing typed is lost')
  const saved = await first.post(`${href}/kodieren`, { ...typed, kategorie: 'wohnen', stelle: 'wege:4-8' })
  t.match(saved.location, /text=\d+&getan=gespeichert/)
  t.ok((await lastState(test)) > before, 'a coding is a state of the data')
  t.match((await first.get(saved.location)).words, /2 von 3, offen/)
  const again = await first.get(`${href}/kodieren?text=${id}`)
  t.match(again.text, /value="wohnen" id="kategorie-wohnen"[^>]*checked/)
  t.match(again.words, /Wege: „Wege“/)

  await first.post(`${href}/kodieren`, { ...typed, kategorie: 'geld' })
  const undone = await first.post(`${href}/kodieren/zurueck`, {})
  t.match(undone.location, new RegExp(`text=${id}&getan=zurueck`))
  t.match((await first.get(undone.location)).text, /value="wohnen" id="kategorie-wohnen"[^>]*checked/)
  await first.post(`${href}/kodieren/zurueck`, {})
  t.match((await first.get(`${href}/kodieren?text=${id}`)).words, /1 von 4, offen/)
  t.match((await first.post(`${href}/kodieren/zurueck`, {})).location, /getan=nichts/)
  const { rows } = await sql`select from coding`.execute(test.db)
  t.equal(rows.length, 4, 'history stays')
})

t.test('who codes as the second does not see what the first gave', async (t) => {
  const { test, first, second } = await written(t)
  await first.get(`${href}/kodieren`)
  const drawn = await first.post(`${href}/ziehen`, { anteil: '100', mindestens: '0', zahl: '7', frage: field })
  t.equal(drawn.location, `${href}?getan=3`)
  t.equal(
    (await first.post(`${href}/ziehen`, { anteil: '100', mindestens: '0', zahl: '7', frage: field })).location,
    `${href}?getan=0`,
  )
  const { texts } = await listTexts(test.db, { wave: 'umfrage-1', account: undefined, asOf: null }, { field })
  for (const { id } of texts)
    await first.post(`${href}/kodieren`, { text: String(id), fassung: '1', kategorie: 'geld' })
  for (const { id } of texts) {
    const { text, words } = await second.get(`${href}/kodieren?text=${id}`)
    t.notMatch(text, /name="kategorie"[^>]*checked/)
    t.notMatch(words, /gleiche/, 'nor by a suggestion')
  }
  const of = { wave: 'umfrage-1', account: 2, asOf: null }
  t.equal((await listTexts(test.db, of, { category: 'geld' })).count, 0, 'nor by a filter')
  t.equal((await listTexts(test.db, { ...of, account: 1 }, { category: 'geld' })).count, 3)
  t.match((await second.get(`${href}/liste?stand=zweite`)).words, /3 Texte/)
})

t.test('equal texts suggest what one of them was given', async (t) => {
  const { test, first, second } = await written(t)
  await first.get(`${href}/kodieren`)
  const { texts } = await listTexts(
    test.db,
    { wave: 'umfrage-1', account: undefined, asOf: null },
    { term: 'fehlt geld' },
  )
  const [one, other] = texts.map(({ id }) => String(id))
  await first.post(`${href}/kodieren`, { text: one ?? '', fassung: '1', kategorie: 'geld' })
  t.match(
    (await second.get(`${href}/kodieren?text=${other}`)).words,
    /Vorschlag: ein gleicher Text wurde so zugeordnet/,
  )
})

t.test('what is sent again word for word stays coded; what is changed does not', async (t) => {
  const { test, first } = await written(t)
  await first.get(`${href}/kodieren`)
  const all = { wave: 'umfrage-1', account: 1, asOf: null }
  const { texts } = await listTexts(test.db, all, { field })
  for (const { id } of texts)
    await first.post(`${href}/kodieren`, { text: String(id), fassung: '1', kategorie: 'geld' })
  const state = await lastState(test)
  await write(test, '117026', { [field]: 'Es fehlt Geld.' })
  await write(test, '117042', { [field]: 'Es fehlt viel Geld.' })
  await noteTexts(test.db, 'umfrage-1', [field])
  const now = await listTexts(test.db, all, { field })
  t.strictSame(now.texts.map(({ unit, coders }) => [unit, coders]).toSorted(), [
    ['117019', 1],
    ['117026', 1],
    ['117042', 0],
  ])
  const then = await listTexts(test.db, { ...all, asOf: state }, { field })
  t.equal(then.texts.filter(({ coders }) => coders === 1).length, 3, 'an earlier state gives what was then')
})

t.test('with its text goes what was made of it, and what is restricted is not listed', async (t) => {
  const { test, first } = await written(t)
  await first.get(`${href}/kodieren`)
  const all = { wave: 'umfrage-1', account: 1, asOf: null }
  const { texts } = await listTexts(test.db, all, { field })
  for (const { id } of texts)
    await first.post(`${href}/kodieren`, { text: String(id), fassung: '1', kategorie: 'geld' })
  const found = await findTexts(test.db, { term: 'Weiß' })
  const ground = {
    ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO',
    accountId: null,
    consentId: null,
    initials: [],
    cut: [],
  }
  await erase(test, { ...ground, texts: found })
  t.equal((await listTexts(test.db, all, { field })).count, 2)
  t.equal((await sql`select from written_text where folded like '%weiss%'`.execute(test.db)).rows.length, 0)
  t.equal((await sql`select from coding`.execute(test.db)).rows.length, 2, 'no coding survives its text')

  await sql`insert into restriction (id, participant_id, extent, field, ground, request_id, state)
    select gen_random_uuid(), id, 'text', ${field}, 'a', 1, next_data_state('restriction') from participant where unit = '117042'`.execute(
    test.owner.db,
  )
  t.strictSame(
    (await listTexts(test.db, all, { field })).texts.map(({ unit }) => unit),
    ['117026'],
  )
})

t.test('categories are changed in versions, and of two who change the same one is refused', async (t) => {
  const { first, codebook } = await written(t)
  const page = await first.get(codebook)
  t.match(page.words, /Fassung 1/)
  const merge = { fassung: '1', aktion: 'zusammenlegen', kategorie: 'geld', andere: 'wohnen' }
  t.equal((await first.post(codebook, merge)).status, 303)
  const late = await first.post(codebook, { fassung: '1', aktion: 'neu', name: 'Zeit' })
  t.equal(late.status, 400)
  t.match(late.words, /Jemand hat die Kategorien inzwischen geändert/)
  t.match((await first.get(codebook)).words, /Fassung 2, .*geld gehört jetzt zu wohnen/)
  const csv = await first.get(`${codebook}/datei/csv`)
  t.match(csv.text, /wohnen;;Wohnen/)
  const json = await first.get(`${codebook}/datei/json`)
  const again = await first.post(`${href}/kategorien`, { titel: 'Noch einmal', kategorien: json.text })
  t.equal(again.status, 303, 'what is given out can be read in')
  const faulty = await first.post(`${href}/kategorien`, { titel: '', kategorien: 'Geld\nGeld' })
  t.match(faulty.words, /Bitte geben Sie den Kategorien einen Namen/)
  t.match(faulty.words, /Zeile 2: „Geld“ kommt an dieser Stelle mehrmals vor/)
})
