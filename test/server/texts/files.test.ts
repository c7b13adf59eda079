import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { listTexts } from '../../../server/store/texts/list-texts.ts'
import { importTexts } from '../../../server/texts/import-texts.ts'
import { testApp } from '../../support/app.ts'
import { workbook } from '../../support/official-directory.ts'
import { lastState } from '../../support/panel-world.ts'
import { runCommand } from '../../support/run-command.ts'
import { sendFile } from '../../support/send-file.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

const wave = 'umfrage-1'
const href = `/intern/erhebungen/${wave}/texte`
const all = { wave, account: undefined, asOf: null }
const groups = [
  'Quelle;Ort;Text',
  'Gruppe 1;Was läuft gut;"Kurze Wege,\nsagt eine; kein Amt ist weit."',
  'Gruppe 1;Wo es stockt;Es fehlt Wohnraum.',
  'Gruppe 2;;Es fehlt Wohnraum.',
].join('\r\n')

t.test('texts of a file are looked at, read in, coded like a question, and taken back', async (t) => {
  const test = await testApp(t)
  const visitor = await signIn(test, await staffAccount(test, 'forschung', 'f.eins'))
  t.match((await visitor.get(href)).text, new RegExp(`href="${href}/dateien"`))
  t.match((await visitor.get(`${href}/dateien`)).words, /Es ist noch keine Datei eingelesen/)
  const none = await sendFile(visitor, `${href}/dateien`, '')
  t.equal(none.status, 400)
  t.match(none.words, /Bitte wählen Sie eine Datei aus/)

  const sent = await sendFile(visitor, `${href}/dateien`, groups, 'gruppen.csv')
  const preview = await visitor.get(sent.location)
  t.match(preview.words, /Noch ist nichts eingelesen: 3 Texte aus 2 Quellen/)
  t.match(preview.words, /Gruppe 1 2 Gruppe 2 1/)
  t.match(preview.words, /Was läuft gut Kurze Wege, sagt eine; kein Amt ist weit\./)
  t.equal((await listTexts(test.db, all, {})).count, 0)
  const before = await lastState(test)
  const done = await visitor.post(sent.location, { aktion: 'einlesen' })
  t.equal(done.location, `${href}/dateien?getan=eingelesen`)
  const list = await visitor.get(done.location)
  t.match(list.words, /Die Texte sind eingelesen/)
  t.match(list.words, /Gruppe 1 2 Texte gruppen\.csv eingelesen .* von f\.eins/)
  t.match((await visitor.get(href)).words, /3 Texte zu 2 Fragen/)
  const { words } = await visitor.get(`${href}/liste?frage=datei_1`)
  t.match(words, /2 Texte .*Datei: Gruppe 1.*Was läuft gut.*Kurze Wege/)
  t.ok((await lastState(test)) > before, 'it is a state of the data')

  await visitor.get(`${href}/kategorien`)
  const { location } = await visitor.post(`${href}/kategorien`, { titel: 'Themen', kategorien: 'Wohnen\nWege' })
  await visitor.post(location.replace(/\?.*/, ''), { aktion: 'fragen', frage: 'datei_2' })
  const coding = await visitor.get(`${href}/kodieren?frage=datei_2`)
  const text = /name="text" value="(\d+)"/.exec(coding.text)?.[1] ?? ''
  await visitor.post(`${href}/kodieren`, { text, fassung: '1', kategorie: 'wohnen' })
  t.match((await visitor.get(`${href}/liste?frage=datei_2`)).words, /Wohnen/)

  const again = await sendFile(visitor, `${href}/dateien`, groups, 'gruppen.csv')
  t.match((await visitor.get(again.location)).words, /schon eingelesen: „Gruppe 1“, „Gruppe 2“/)
  t.equal((await visitor.post(again.location, { aktion: 'einlesen' })).status, 409)
  t.equal((await visitor.post(again.location, { aktion: 'verwerfen' })).location, `${href}/dateien`)
  t.equal((await visitor.post(again.location, { aktion: 'einlesen' })).status, 404, 'it is gone')

  const then = await lastState(test)
  const undone = await visitor.post(`${href}/dateien/2/zuruecknehmen`, {})
  t.equal(undone.location, `${href}/dateien?getan=zurueck`)
  t.notMatch((await visitor.get(undone.location)).words, /Gruppe 2/)
  t.equal((await visitor.post(`${href}/dateien/2/zuruecknehmen`, {})).status, 404)
  t.equal((await listTexts(test.db, all, {})).count, 2)
  t.equal((await listTexts(test.db, { ...all, asOf: then }, {})).count, 3, 'an earlier state keeps them')
  const { rows } = await sql<{ action: string }>`
    select action from audit where action like 'texts_%' and action <> 'texts_read' order by id`.execute(test.db)
  t.strictSame(rows, [{ action: 'texts_imported' }, { action: 'texts_undone' }])
})

t.test('whoever works for some units alone reads nothing in', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'forschung', 'f.eins')
  const visitor = await signIn(test, account)
  await sql`insert into staff.scope (account_id, kind, key) select id, 'kreis', '117' from staff.account`.execute(
    test.db,
  )
  t.notMatch((await visitor.get(href)).text, new RegExp(`href="${href}/dateien"`))
  t.equal((await visitor.get(`${href}/dateien`)).status, 403)
})

t.test('all that is wrong with a file is told at once, and nothing of it is read in', async (t) => {
  const { db } = await testApp(t)
  const folder = t.testdir({})
  const written = async (content: string | Uint8Array, file: string) => {
    const path = join(folder, file)
    await writeFile(path, content)
    return { wave, path, by: undefined }
  }
  const faulty: [line: string, fault: RegExp | undefined][] = [
    ['Gruppe 1;gut;Kurze Wege.', undefined],
    [';gut;Kurze Wege.', /Spalte Quelle: Woher der Text ist, fehlt/],
    ['Gruppe 1;gut;', /Spalte Text: Der Text fehlt/],
    ['Gruppe 1;gut;Kurz; und gut', /Die Zeile hat 4 Felder, die Kopfzeile 3/],
    [`Gruppe 1;${'x'.repeat(201)};Kurz.`, /Spalte Ort: Höchstens 200 Zeichen; hier sind es 201/],
    [`Gruppe 1;;${'x'.repeat(20_001)}`, /Spalte Text: Höchstens 20\.000 Zeichen; hier sind es 20\.001/],
    [`${'x'.repeat(121)};;Kurz.`, /Spalte Quelle: Höchstens 120 Zeichen/],
  ]
  const request = await written(['Quelle;Ort;Text', ...faulty.map(([line]) => line)].join('\n'), 'fehler.csv')
  const { state, problems } = await importTexts(db, { ...request, preview: false })
  t.equal(state, 'faulty')
  for (const [place, [, fault]] of faulty.entries()) {
    const own = problems.filter((one) => one.startsWith(`fehler.csv, Zeile ${place + 2}`))
    t.equal(own.length, fault === undefined ? 0 : 1, `line ${place + 2}`)
    if (fault !== undefined) t.match(own.join(), fault)
  }
  t.equal((await listTexts(db, all, {})).count, 0)

  const heads: [content: string, faults: RegExp[]][] = [
    ['Ort;Wort\na;b', [/Spalte „Quelle“ fehlt/, /Spalte „Text“ fehlt/, /Spalte Wort: Die Spalte ist nicht bekannt/]],
    ['Quelle;Text;Wortlaut\na;b;c', [/Spalte „Text“ kommt mehrmals vor/]],
    ['Quelle;Text\n;\n', [/Unter der Kopfzeile steht kein Text/]],
    [`Quelle;Text\n${Array.from({ length: 51 }, (_, at) => `Q${at};x`).join('\n')}`, [/51 Quellen, höchstens 50/]],
  ]
  for (const [content, faults] of heads) {
    const found = await importTexts(db, { ...(await written(content, 'kopf.csv')), preview: true })
    t.equal(found.problems.length, faults.length)
    for (const [place, fault] of faults.entries()) t.match(found.problems[place], fault)
  }
})

t.test('a workbook says the same, signs that cannot be kept are cleaned, and a name is taken once', async (t) => {
  const { db } = await testApp(t)
  const folder = t.testdir({})
  const write = async (content: string | Uint8Array, file: string) => {
    await writeFile(join(folder, file), content)
    return { wave, path: join(folder, file), by: undefined, preview: false }
  }
  const sheet = workbook([
    ['Text', 'Quelle'],
    ['Kurze\u202E Wege.', 'Gruppe 1'],
    ['Es fehlt Geld.', 'Gruppe 1'],
  ])
  const first = await importTexts(db, await write(sheet, 'gruppen.xlsx'))
  t.strictSame([first.state, first.sources], ['imported', [{ title: 'Gruppe 1', texts: 2 }]])
  const second = await importTexts(db, await write('Quelle;Text\nGruppe 2;a\nGruppe 1;b\n', 'mehr.csv'))
  t.match(second.problems.join(), /mehr\.csv, Zeile 3, Spalte Quelle: Die Quelle „Gruppe 1“ ist schon eingelesen/)
  t.match(
    (await listTexts(db, all, {})).texts.map(({ text, place }) => [text, place]),
    [
      ['Kurze Wege.', ''],
      ['Es fehlt Geld.', ''],
    ],
  )
})

t.test('the command line lists, tries, reads in and takes back', async (t) => {
  const { url } = await testApp(t)
  const path = join(t.testdir({ 'gruppen.csv': groups }), 'gruppen.csv')
  const run = (name: string, positionals: string[], values = {}) => runCommand(name, { positionals, values }, url)
  t.match(await run('texts list', [wave]), /Noch hat niemand etwas geschrieben/)
  t.match(await run('texts import', [wave, path], { 'dry-run': 'ja' }), /nichts wurde eingelesen/)
  t.match(await run('texts import', [wave, path]), /Gruppe 1: 2 Texte\n.*Gruppe 2: ein Text/)
  t.match(await run('texts list', [wave]), /datei_1: Datei: Gruppe 1\n +2 Texte, 0 zugeordnet/)
  await t.rejects(run('texts import', [wave, path]), /schon eingelesen[\s\S]*Nichts wurde eingelesen/)
  await t.rejects(run('texts import', ['umfrage-9', path]), /Die Welle „umfrage-9“ gibt es nicht/)
  t.match(await run('texts undo', [wave, '1']), /zurückgenommen/)
  await t.rejects(run('texts undo', [wave, '1']), /schon zurückgenommen/)
  const left = JSON.parse(await run('texts list', [wave], { json: 'ja' }))
  t.match(left, [{ field: 'datei_2', title: 'Datei: Gruppe 2', texts: 1 }])
})
