import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import writeExcel from 'write-excel-file/node'
import { importShippedRegistry } from '../../../../server/registry/import-registry.ts'
import { recordImport } from '../../../../server/registry/record-import.ts'
import { undoRegistryImport } from '../../../../server/registry/undo-import.ts'
import {
  everyDurchfuehrung,
  everyEinsatz,
  everyEmpfaenger,
  everyFortbildung,
  everyQualifikation,
} from '../../../../server/store/funding-rows.ts'
import { freshDatabase } from '../../../support/fresh-database.ts'
import { alone, files, landkreis, numbers } from '../../../support/goeppingen.ts'

async function world(t: Test) {
  const { db } = await freshDatabase(t)
  await importShippedRegistry(db)
  const folder = t.testdir({})
  const read = async (content: string | Buffer, { preview = false, file = 'datei.csv' } = {}) => {
    const path = join(folder, file)
    await writeFile(path, content)
    return recordImport(db, { path, file, preview })
  }
  const known = async () => ({
    empfaenger: await everyEmpfaenger(db),
    durchfuehrung: await everyDurchfuehrung(db),
    einsaetze: await everyEinsatz(db),
    qualifikationen: await everyQualifikation(db),
    fortbildungen: await everyFortbildung(db),
  })
  return { db, read, known }
}

async function goeppingen(t: Test) {
  const one = await world(t)
  for (const content of Object.values(files)) {
    const { state, problems } = await one.read(content)
    t.strictSame(problems, [])
    t.equal(state, 'imported')
  }
  return one
}

const vzaeOn = (rows: Awaited<ReturnType<typeof everyEinsatz>>, day: string) => {
  const held = rows.filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to ?? day) >= day)
  return { persons: held.length, hundredths: held.reduce((sum, { vzae }) => sum + Math.round(vzae * 100), 0) }
}

t.test(
  'the Landkreis of 2018: five Kommunen on their own, the Landkreis for all others, with its persons',
  async (t) => {
    const { known, read } = await goeppingen(t)
    const { empfaenger, durchfuehrung, einsaetze } = await known()
    t.equal(empfaenger.length, 6)
    t.strictSame(
      durchfuehrung.filter(({ wer }) => wer === 'selbst').map(({ gkz, durch }) => [gkz, durch]),
      alone.map((gkz) => [gkz, gkz]),
    )
    const others = durchfuehrung.filter(({ wer }) => wer === 'kreis')
    t.equal(others.length, 33)
    t.ok(others.every(({ durch, empfaenger: by }) => durch === landkreis && by === landkreis))
    t.strictSame(vzaeOn(einsaetze, '2018-08-01'), { persons: 10, hundredths: 805 }, 'as the report says of 1 August')
    t.strictSame(vzaeOn(einsaetze, '2018-11-01'), { persons: 16, hundredths: 1345 }, 'and of 1 November')
    for (const content of [files.empfaenger, files.durchfuehrung, files.einsaetze])
      t.equal((await read(content)).state, 'unchanged', 'a second time nothing changes')
  },
)

t.test('from 2025 on the grant goes to Kreise alone, and the sentence says what to do', async (t) => {
  const { read } = await world(t)
  const head = 'empfaenger,art,name,gueltig_ab,gueltig_bis'
  const { state, problems } = await read(
    `${head}\n117019,stadt,Eislingen,2018-01-01,\n117026,stadt,Göppingen,2025-01-01,\n117015,stadt,Donzdorf,2018-01-01,2025-01-01\n117000,kreis,Landkreis Göppingen,2025-01-01,\n117042,gemeinde,Salach,2018-01-01,2024-12-31\n`,
  )
  t.equal(state, 'faulty')
  t.equal(problems.length, 3)
  t.match(
    problems[0],
    /^datei\.csv, Zeile 2, Spalte gueltig_bis: Ab 2025 erhalten nur Stadt- und Landkreise die Zuwendung/,
  )
  t.match(problems[0], /2024-12-31/)
  t.match(problems[1], /^datei\.csv, Zeile 3, Spalte art: .*Durchführung/)
  t.match(problems[2], /^datei\.csv, Zeile 4, Spalte gueltig_bis: /)
})

t.test('the database itself refuses another recipient than a Kreis from 2025 on', async (t) => {
  const { db } = await world(t)
  const add = (valid_to: string | null, art: 'stadt' | 'kreis', empfaenger: string) =>
    db.insertInto('empfaenger').values({ empfaenger, art, name: 'x', valid_from: '2018-01-01', valid_to }).execute()
  await t.rejects(add(null, 'stadt', '117019'), /empfaenger_from_2025/)
  await t.rejects(add('2025-01-01', 'stadt', '117019'), /empfaenger_from_2025/)
  await t.resolves(add('2024-12-31', 'stadt', '117019'))
  await t.resolves(add(null, 'kreis', '117000'))
})

t.test('all that is wrong with a file is told at once, with line and column, and nothing of it is kept', async (t) => {
  const { known, read } = await goeppingen(t)
  const before = await known()
  const faulty: Record<string, [string, RegExp[]]> = {
    empfaenger: [
      'empfaenger,art,name,gueltig_ab\n999999,stadt,X,2018-01-01\n117000,stadt,X,2018-01-01\n117900,verbund,X,2018-01-01\n117019,dorf,,2018-13-01\n',
      [
        /Zeile 2, Spalte empfaenger: „999999“ ist kein Schlüssel/,
        /Zeile 3, Spalte art: 117000 ist Landkreis Göppingen: Bitte schreiben Sie „kreis“/,
        /Zeile 3, Spalte gueltig_bis: Ab 2025/,
        /Zeile 4, Spalte empfaenger: Den Verbund 117900 gibt es nicht/,
        /Zeile 4, Spalte gueltig_bis: Ab 2025/,
        /Zeile 5, Spalte name: Der Name des Zuwendungsempfängers fehlt/,
        /Zeile 5, Spalte art: „dorf“ ist keine Art/,
        /Zeile 5, Spalte gueltig_ab: „2018-13-01“ ist kein Datum/,
      ],
    ],
    durchfuehrung: [
      'gkz,empfaenger,durchfuehrung,durch,gueltig_ab,gueltig_bis\n117019,117019,selbst,,2024-01-01,2025-06-30\n117001,115000,kreis,,2025-01-01,\n117002,117000,frei,7,2025-01-01,\n117003,117000,kommune,117003,2025-01-01,\n',
      [
        /Zeile 2, Spalte gueltig_bis: Der Zuwendungsempfänger 117019 steht nur bis 2024-12-31/,
        /Zeile 2, Spalte gkz: Für 117019 ist vom 2018-01-01 bis 2024-12-31 schon eine Durchführung/,
        /Zeile 3, Spalte empfaenger: Der Zuwendungsempfänger 115000 steht am 2025-01-01 nicht im Verzeichnis/,
        /Zeile 4, Spalte durch: Bitte nennen Sie den freien Träger/,
        /Zeile 5, Spalte durch: Das ist die Kommune selbst/,
      ],
    ],
    einsaetze: [
      'im_nummer,empfaenger,vzae,gueltig_ab,gueltig_bis\n117000-001,117019,"0,5",2020-01-01,2020-12-31\n117000-777,117000,"1,5",2018-01-01,\n117000-011,117019,"0,05",2018-06-01,\n',
      [
        /Zeile 2, Spalte vzae: 117000-001 käme am 2020-01-01 auf 1,3 Vollzeitstellen \(117000: 0,8; 117019: 0,5\)/,
        /Zeile 4, Spalte gueltig_bis: .*nur bis 2024-12-31/,
        /Zeile 3, Spalte vzae: „1,5“ ist kein Anteil/,
        /Zeile 3, Spalte im_nummer: Die Nummer „117000-777“ steht nicht im Verzeichnis/,
      ],
    ],
    qualifikationen: [
      'im_nummer,qualifikation,nachqualifizierung_ab,nachqualifizierung_bis,nachqualifizierung_entfaellt,gueltig_ab\n117000-001,d,,,,2018-01-01\n117000-002,c,2018-05-01,2018-02-01,ja,2018-01-01\n',
      [
        /Zeile 2, Spalte qualifikation: „d“ ist nicht bekannt. Möglich sind: a, b, c/,
        /Zeile 3, Spalte nachqualifizierung_entfaellt: Eine Nachqualifizierung, die entfällt/,
        /Zeile 3, Spalte nachqualifizierung_bis: Vor dem Ende/,
      ],
    ],
    fortbildungen: [
      'im_nummer,fortbildung_am\n117000-001,gestern\n117000-001,2019-05-02\n117000-001,02.05.2019\n',
      [
        /Zeile 2, Spalte fortbildung_am: „gestern“ ist kein Datum/,
        /Zeile 4, Spalte im_nummer: Das steht schon in Zeile 3/,
      ],
    ],
  }
  for (const [name, [content, sentences]] of Object.entries(faulty)) {
    const { state, problems, form } = await read(content)
    t.equal(state, 'faulty', name)
    t.equal(form, name)
    for (const sentence of sentences)
      t.ok(
        problems.some((one) => sentence.test(one)),
        `${sentence}\n${problems.join('\n')}`,
      )
  }
  t.strictSame(await known(), before)
})

t.test('one person with several recipients, within one post', async (t) => {
  const { read, known } = await goeppingen(t)
  const head = 'im_nummer;empfaenger;vzae;gueltig_ab;gueltig_bis'
  const halves = `${head}\n117019-001;117019;0,5;2018-01-01;2024-12-31\n117019-001;117042;0,5;2018-01-01;2024-12-31\n`
  t.match(await read(halves), { state: 'imported', problems: [] })
  const more = await read(`${head}\n117019-001;117000;0,01;2019-01-01;2019-12-31\n`)
  t.match(more.problems[0], /auf 1,01 Vollzeitstellen/)
  const smaller = await read(`${head}\n117019-001;117019;0,49;2019-01-01;2024-12-31\n`)
  t.match(smaller.problems[0], /schon ein Einsatz eingetragen/, 'a row that has an end is not ended by another')
  t.equal((await known()).einsaetze.filter(({ im_nummer }) => im_nummer === '117019-001').length, 2)
})

t.test('a newer row ends the former, which stays; a file can be taken back', async (t) => {
  const { db, read, known } = await goeppingen(t)
  const before = await known()
  const [first = ''] = numbers(1)
  const raised = await read(`im_nummer;empfaenger;vzae;gueltig_ab\n${first};${landkreis};1;01.01.2020\n`)
  t.equal(raised.state, 'imported')
  t.strictSame(
    raised.changes.map(({ label, lines }) => [label, lines]),
    [
      [
        'Einsätze, mit Anteil an einer vollen Stelle',
        [
          '117000-001 bei 117000: 0,8 VZÄ, ab 01.01.2018 bis 31.12.2019, endet',
          '117000-001 bei 117000: 1 VZÄ, ab 01.01.2020',
        ],
      ],
    ],
  )
  t.strictSame(
    (await known()).einsaetze
      .filter(({ im_nummer }) => im_nummer === first)
      .map(({ vzae, valid_from, valid_to }) => [vzae, valid_from, valid_to]),
    [
      [0.8, '2018-01-01', '2019-12-31'],
      [1, '2020-01-01', null],
    ],
  )
  const undone: (number | null)[] = [raised.import]
  undone.push((await read(`im_nummer;qualifikation;gueltig_ab\n${first};ungeklaert;2018-01-01\n`)).import)
  undone.push(
    (await read(`im_nummer;qualifikation;nachqualifizierung_ab;gueltig_ab\n${first};c;2018-02-01;2018-04-01\n`)).import,
  )
  undone.push((await read(`im_nummer;fortbildung_am\n${first};2019-05-02\n`)).import)
  t.strictSame(
    (await known()).qualifikationen.map(({ art, valid_from, valid_to }) => [art, valid_from, valid_to]),
    [
      ['ungeklaert', '2018-01-01', '2018-03-31'],
      ['c', '2018-04-01', null],
    ],
    'what was unsettled stays as it was on its day',
  )
  for (const number of undone.toReversed()) await undoRegistryImport(db, number ?? 0)
  t.strictSame(await known(), before)
})

t.test('a workbook is read like a text, and a preview keeps nothing', async (t) => {
  const { read, known } = await goeppingen(t)
  const before = await known()
  const sheet = await writeExcel([
    ['im_nummer', 'empfaenger', 'vzae', 'gueltig_ab'],
    ['117018-001', '117000', 0.75, { type: Date, value: new Date('2019-03-01T00:00:00Z'), format: 'dd.mm.yyyy' }],
  ]).toBuffer()
  const shown = await read(sheet, { preview: true, file: 'einsaetze.xlsx' })
  t.match(shown, { state: 'preview', form: 'einsaetze', problems: [], counts: { einsaetze: { added: 1 } } })
  t.strictSame(shown.changes[0]?.lines, ['117018-001 bei 117000: 0,75 VZÄ, ab 01.03.2019'])
  t.strictSame(await known(), before)
  t.equal((await read(sheet, { file: 'einsaetze.xlsx' })).state, 'imported')
  t.equal((await known()).einsaetze.length, before.einsaetze.length + 1)
})
