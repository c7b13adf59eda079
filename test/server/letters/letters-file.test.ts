import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import { InputError } from '../../../server/errors/input-error.ts'
import type { Asked } from '../../../server/letters/asked-wave.ts'
import { chooseReceivers } from '../../../server/letters/choose.ts'
import { drawIssue } from '../../../server/letters/draw-issue.ts'
import { loadLetter } from '../../../server/letters/load-template.ts'
import { letterNames } from '../../../server/letters/templates.ts'
import { addIssue, type IssueLetter } from '../../../server/store/letter-issues.ts'
import { listReceivers } from '../../../server/store/letter-receivers.ts'
import { type TestApp, testApp, testAppForPersons } from '../../support/app.ts'
import { addAddresses, readLetters } from '../../support/letters.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { whereStands } from '../../support/where-stands.ts'

const asked: Asked = {
  id: 'umfrage-1',
  title: 'Umfrage 1',
  stichtag: '2026-12-15',
  frist: '2027-02-08',
  unit: 'gemeinde',
}
const code = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-Z]{4}){3}/

async function draw(test: TestApp, of = asked, letter: IssueLetter = 'einladung', form: 'pdf' | 'csv' = 'pdf') {
  const participants = (await listReceivers(test.db, { wave: of.id })).map(({ id }) => id)
  const id = await test.db.transaction().execute((trx) => addIssue(trx, { wave: of.id, letter, form, participants }))
  const drawn = await drawIssue(test, of, { id, letter, form })
  return { id, file: drawn?.file ?? Buffer.alloc(0), drawing: drawn?.drawing ?? 0 }
}

t.test('letters lie in the window, on sheets of their own, sorted, and lead in by a picture', async (t) => {
  const test = await testApp(t, {}, { PUBLIC_URL: 'https://stichtag.example', CONTACT_PHONE: '0711 123-456' })
  await addAddresses(test.db, [
    ['117042', 'Gemeinde Salach', '73084', 'Salach'],
    ['117026', 'Stadt Göppingen', '73033', 'Göppingen'],
  ])
  await test.db.updateTable('participant').set({ frist: '2027-03-01' }).where('gkz', '=', '117042').execute()
  const { file } = await draw(test)
  const pages = await readLetters(file)
  t.equal(pages.length, 4, 'two letters, each with a back; who has no address gets none')
  t.match(
    pages[0]?.text,
    /Stadt Göppingen.*Frau Özlem Weiß.*Große Straße 1.*73033 Göppingen/,
    'the lower postcode comes first',
  )
  t.match(pages[2]?.text, /Gemeinde Salach/)
  t.equal(pages[1]?.text, '')
  t.equal(pages[3]?.text, '')
  for (const page of [pages[0], pages[2]]) {
    const lines = page?.words ?? []
    const place = lines.find(({ text }) => /^73\d{3} /.test(text))
    const first = lines.find(({ text }) => /^(?:Stadt|Gemeinde) /.test(text))
    t.ok(first && Math.abs(first.x - 25) < 0.1 && first.y > 62.7 && first.y < 70, `below the return line: ${first?.y}`)
    t.ok(place && place.y < 90, `all of it is in the window: ${place?.y}`)
    const subject = lines.find(({ text }) => text.startsWith('Umfrage 1: Ihr Zugang'))
    t.ok(subject && subject.y > 98.4 && subject.y < 106, `the subject is below the window: ${subject?.y}`)
    const [printed = ''] = code.exec(page?.text.replace(/ – /g, '-') ?? '') ?? []
    t.equal(page?.qr, `https://stichtag.example/zugang#${printed}`, 'what the picture says is what is printed')
    t.strictSame(await whereStands(test.db, printed.replaceAll('-', '')), [])
    t.strictSame(await whereStands(test.db, printed), [], 'no code is kept anywhere')
  }
  t.match(pages[0]?.text, /15\.12\.2026.*08\.02\.2027/)
  t.match(pages[2]?.text, /01\.03\.2027/, 'whoever has more time reads it')
  t.match(pages[0]?.text, /0711 123-456/)
  const read = await readPdf(file)
  t.equal(read.accessible, '1', 'it says that it is PDF/UA')
  t.ok(read.tagged)
  t.equal(read.language, 'de-DE')
  t.equal(read.roles.filter((role) => role === 'H1').length, 2)
  t.equal(read.alternatives.length, 2)
})

t.test('letters to persons lie below a list of their Verbund, which tells no code', async (t) => {
  const test = await testAppForPersons(t)
  await addAddresses(test.db, [
    ['117000', 'Landratsamt Göppingen', '73033', 'Göppingen'],
    ['117019-001', 'Stadtverwaltung Eislingen', '73054', 'Eislingen/Fils'],
  ])
  const { file } = await draw(test, { ...asked, title: 'Umfrage 3', unit: 'integrationsmanager' })
  const pages = await readLetters(file)
  t.equal(pages.length, 8)
  const [cover, , one, , two, , own] = pages
  t.match(cover?.text, /Landratsamt Göppingen.*2 Schreiben.*117000-001 Landkreis Göppingen.*117000-002/)
  t.notMatch(cover?.text, code)
  t.equal(cover?.qr, undefined)
  t.match(one?.text, /Landratsamt Göppingen Integrationsmanager\/-in 117000-001/)
  t.match(two?.text, /117000-002/)
  t.match(
    own?.text,
    /Stadtverwaltung Eislingen.*73054/,
    'who has an own address gets the letter there, after its postcode',
  )
  t.match(one?.qr, /#/)
})

t.test('code and link can go apart', async (t) => {
  const test = await testApp(t, {}, { PUBLIC_URL: 'https://stichtag.example' })
  await addAddresses(test.db, [['117026', 'Stadt Göppingen', '73033', 'Göppingen']])
  const { file } = await draw(test, asked, 'zugangscode')
  t.match((await readLetters(file))[0]?.text, /Ihr Zugangscode/)
  const list = (await draw(test, asked, 'einladung', 'csv')).file.toString()
  const { data, meta } = Papa.parse<Record<string, string>>(list, { header: true, skipEmptyLines: true })
  t.strictSame(meta.fields?.slice(0, 3), ['gkz', 'kommune', 'zugangscode'], 'what people script against stays')
  t.equal(data.length, 3, 'a list has also those whose address is known elsewhere')
  const found = data.find(({ gkz }) => gkz === '117026')
  t.match(found, { empfaenger: 'Stadt Göppingen', plz: '73033', ort: 'Göppingen', strasse: 'Große Straße 1' })
  t.equal(found?.link_mit_code, `https://stichtag.example/zugang#${found?.zugangscode}`)
})

t.test('an address that is long still ends in the window', async (t) => {
  const test = await testApp(t)
  const long =
    'Verwaltungsgemeinschaft der Städte und Gemeinden im mittleren Filstal, Fachbereich für Integration und Zuwanderung'
  await addAddresses(test.db, [['117026', long, '73033', 'Göppingen']])
  const [page] = await readLetters((await draw(test)).file)
  const place = page?.words.find(({ text }) => text.startsWith('73033'))
  t.ok(place && place.y < 90, `${place?.y}`)
})

t.test('a template is refused with file, line and name; a good one of the operator is used', async (t) => {
  const folder = t.testdir({})
  await mkdir(join(folder, 'eigene'))
  const own = join(folder, 'eigene/einladung.txt')
  const config = { letterTemplates: join(folder, 'eigene') }
  const faults = async (text: string) => {
    await writeFile(own, text)
    const error = await loadLetter(config, 'einladung').then(
      () => undefined,
      (error) => error,
    )
    return error instanceof InputError ? error.sentences : []
  }
  t.strictSame(await faults('Betreff: A\n\n{{anrede}}\n{{zugang}}\n'), [])
  const [unknown] = await faults('Betreff: A\n\n{{zugang}}\n\nHallo {{vorname}}\n')
  t.match(unknown, /einladung\.txt: Zeile 5: Die Lücke \{\{vorname\}\} gibt es.*\{\{kommune\}\}/)
  t.match(await faults('Betreff: A\n\nGuten Tag\n'), [/\{\{zugang\}\} muss genau einmal/])
  t.match(await faults('A\n\n{{zugang}}'), [/Zeile 1: Die erste Zeile muss „Betreff: …“/])
  t.match((await faults('Betreff: A\n\n{{zugang}}\n{{frist'))[0], /Zeile 4: Eine Lücke ist nicht geschlossen/)
  t.match((await faults('Betreff: A\n\nHier: {{zugang}}')).join(), /Zeile 3: \{\{zugang\}\} muss allein/)
  for (const name of letterNames) await t.resolves(loadLetter({ letterTemplates: undefined }, name), name)
})

t.test('who is chosen', async (t) => {
  const receiver = { name: '', verbund: null, address: null, inIssue: false, frist: null }
  const all = [
    { ...receiver, id: 1, unit: '117019', hasCode: true },
    { ...receiver, id: 2, unit: '117026', hasCode: false },
    { ...receiver, id: 3, unit: '118001', hasCode: false, inIssue: true },
  ]
  const units = (only: string[] | undefined, anew = false) =>
    chooseReceivers(all, { only, anew }).chosen.map(({ unit }) => unit)
  t.strictSame(units(undefined), ['117026'], 'not who has a code, or a letter that is being made')
  t.strictSame(units(undefined, true), ['117019', '117026', '118001'])
  t.strictSame(units(['117'], true), ['117019', '117026'])
  t.strictSame(chooseReceivers(all, { only: ['999'], anew: false }).strangers, ['999'])
})
