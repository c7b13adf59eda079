import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import t, { type Test } from 'tap'
import { importAddresses } from '../../../server/registry/import-addresses.ts'
import { undoRegistryImport } from '../../../server/registry/undo-import.ts'
import { addressesOf, keepAddresses, presentAddresses } from '../../../server/store/addresses.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { workbook } from '../../support/official-directory.ts'
import { tableSums } from '../../support/table-sums.ts'

const header = ['GKZ', 'Empfänger', 'Ansprechperson', 'Straße', 'PLZ', 'Ort', 'E-Mail', 'Telefon']
const eislingen = [
  '117019',
  'Stadt Eislingen/Fils',
  'Jürgen Weiß',
  'Schloßplatz 1',
  '73054',
  'Eislingen',
  '',
  '07161 804-0',
]
const salach = [
  '08117042',
  'Gemeinde Salach; Hauptamt',
  '',
  'Rathausplatz 1',
  '73084',
  'Salach',
  'info@salach.example',
  '',
]

const csv = (...rows: string[][]) =>
  rows.map((cells) => cells.map((cell) => (cell.includes(';') ? `"${cell}"` : cell)).join(';')).join('\r\n')

async function world(t: Test) {
  const test = await testApp(t)
  const folder = t.testdir({})
  const read = async (content: string | Uint8Array, preview = false) => {
    const path = join(folder, 'liste')
    await writeFile(path, content)
    return importAddresses(test.db, { path, file: 'liste.csv', preview })
  }
  return { ...test, folder, read }
}

t.test('a list as people save it: Windows-1252, UTF-8 with BOM, UTF-16, workbook', async (t) => {
  const { read } = await world(t)
  const rows = [header, eislingen, salach]
  const files = {
    'windows-1252': iconv.encode(csv(...rows), 'windows-1252'),
    'utf-8': `\ufeff${csv(...rows)}\r\n\r\n`,
    'utf-16': iconv.encode(csv(...rows), 'utf16le', { addBOM: true }),
    comma: rows.map((cells) => cells.join(',')).join('\n'),
    xlsx: workbook(rows),
  }
  for (const [name, content] of Object.entries(files)) {
    const { state, problems, added } = await read(content, true)
    t.strictSame({ state, problems }, { state: 'preview', problems: [] }, name)
    t.match(added, [
      { unit: '117019', recipient: 'Stadt Eislingen/Fils', person: 'Jürgen Weiß', street: 'Schloßplatz 1', mail: '' },
      { unit: '117042', recipient: 'Gemeinde Salach; Hauptamt', mail: 'info@salach.example' },
    ])
  }
})

t.test('new, changed, the same; what a list does not name stays; taken back as a whole', async (t) => {
  const { db, pool, read } = await world(t)
  const first = await read(csv(header, eislingen))
  t.match(first, { state: 'imported', added: [{ unit: '117019' }], changed: [], unchanged: 0 })
  t.equal((await read(csv(header, eislingen))).state, 'unchanged')
  const before = await tableSums(pool)
  const moved = eislingen.with(3, 'Hauptstraße 61').with(2, '')
  t.match(await read(csv(header, moved, salach), true), { state: 'preview', added: [{}], changed: [{}] })
  t.strictSame(await tableSums(pool), before, 'a preview keeps nothing')

  const second = await read(csv(header, moved, salach))
  t.match(await addressesOf(db, '117019'), [
    { street: 'Hauptstraße 61', person: '', until: null },
    { street: 'Schloßplatz 1', person: 'Jürgen Weiß', until: Date },
  ])
  await undoRegistryImport(db, second.import ?? 0)
  t.match(await presentAddresses(db), [{ unit: '117019', street: 'Schloßplatz 1', until: null }])
  const after = await tableSums(pool)
  t.equal(after['contact.address'], before['contact.address'])
})

t.test('what somebody has written since is left alone when a list is taken back', async (t) => {
  const { db, read } = await world(t)
  await read(csv(header, eislingen))
  const second = await read(csv(header, eislingen.with(3, 'Falsch 1'), salach))
  const [now] = await addressesOf(db, '117019')
  if (now === undefined) throw new Error('there is an address')
  await keepAddresses(db, [{ ...now, street: 'Richtig 1' }], { source: 'office' })
  await undoRegistryImport(db, second.import ?? 0)
  t.match(await presentAddresses(db), [{ unit: '117019', street: 'Richtig 1' }])
})

t.test('thirty faults: each with row, column and a way out, and nothing is imported', async (t) => {
  const { pool, read } = await world(t)
  const before = await tableSums(pool)
  const spoiled = [
    [0, '999999', /„999999“ steht nicht im Verzeichnis\. Bitte prüfen Sie den Schlüssel/],
    [0, '', /Wessen Anschrift das ist, fehlt\. Bitte ergänzen/],
    [1, '', /Der Empfänger fehlt\. Bitte nennen Sie die Behörde/],
    [3, '', /Die Straße fehlt\. Bitte ergänzen/],
    [4, '7305', /hat nur vier Ziffern\. War es 07305\?/],
    [4, 'D-73054', /„D-73054“ ist keine Postleitzahl/],
    [4, '', /Die PLZ fehlt/],
    [5, '', /Der Ort fehlt/],
    [6, 'a@b.de, c@d.de', /ist keine E-Mail-Adresse\. Erwartet wird genau eine/],
    [7, 'siehe Homepage', /ist keine Telefonnummer/],
  ] as const
  const units = ['117019', '117026', '117042', '117000-001', '117000-002', '117019-001']
  const rows = [0, 1, 2].flatMap(() => spoiled.map(([column, text]) => ['', ...eislingen.slice(1)].with(column, text)))
  const filled = rows.map((cells, index) => {
    const [column, text] = spoiled[index % spoiled.length] ?? [0, '']
    return column === 0 ? cells.with(0, text) : cells.with(0, units[index % units.length] ?? '')
  })
  const { state, problems, added } = await read(csv(header, ...filled))
  t.strictSame({ state, added }, { state: 'faulty', added: [] })
  for (const [index, [column, , pattern]] of spoiled.entries()) {
    const own = problems.filter((one) => pattern.test(one))
    t.equal(own.length, 3, String(pattern))
    t.match(own[0], new RegExp(`^liste\\.csv, Zeile ${index + 2}, Spalte ${header[column]}: `))
  }
  t.ok(problems.some((one) => /steht schon in Zeile \d+\. Bitte löschen Sie eine/.test(one)))
  t.strictSame(await tableSums(pool), before)
})

t.test('columns that are missing, unknown or doubled, a list without rows, an open quotation mark', async (t) => {
  const { read } = await world(t)
  const problems = async (content: string) => (await read(content)).problems
  t.match(await problems('Name;Ort\nA;B'), [/Zeile 1: Eine Spalte „gkz“, „verbund“ oder „im_nummer“ fehlt/])
  t.match(await problems(csv([...header, 'Faxnummer'], [...eislingen, '1'])), [
    /Zeile 1, Spalte Faxnummer: Die Spalte ist nicht bekannt\. Bitte löschen/,
  ])
  t.match(await problems(csv([...header, 'Ort'], [...eislingen, 'X'])), [/Die Spalte „Ort“ kommt mehrmals vor/])
  t.match(await problems(csv(header)), [/Unter der Kopfzeile steht keine Anschrift/])
  t.match(await problems(`${csv(header, eislingen)}\n117026;"Stadt`), [
    /Zeile 3: Ein Anführungszeichen ist nicht richtig geschlossen/,
    /./,
  ])
  t.match(await problems(csv(['gkz', 'verbund', ...header.slice(1)], ['117019', '117000', ...eislingen.slice(1)])), [
    /Zeile 2, Spalte verbund: Die Zeile nennt 117019 und 117000/,
  ])
})

t.test('from the command line: dry run, import, list, undo; the log has numbers only', async (t) => {
  const { db, url, folder } = await world(t)
  await writeFile(
    join(folder, 'liste.csv'),
    csv(['im_nummer', ...header.slice(1)], ['117000-001', ...eislingen.slice(1)]),
  )
  const run = (...args: string[]) => stichtag(args, { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40) }, folder)
  t.match((await run('address', 'list')).stdout, /noch keine Anschrift bekannt/)
  const dry = await run('address', 'import', 'liste.csv', '--dry-run')
  t.match(
    dry.stdout,
    /Vorschau, nichts ist eingelesen\.\nAnschriften: 1 neu, 0 geändert.*117000-001 Integrationsmanagement/s,
  )
  const { import: number } = JSON.parse((await run('address', 'import', 'liste.csv', '--json')).stdout)
  t.match(JSON.parse((await run('address', 'list', '--json')).stdout), [
    { unit: '117000-001', person: 'Jürgen Weiß', source: 'file' },
  ])
  t.equal((await run('registry', 'undo', String(number))).code, 0)
  t.strictSame(JSON.parse((await run('address', 'list', '--json')).stdout), [])
  await writeFile(join(folder, 'faul.csv'), csv(header, eislingen.with(4, '7')))
  t.match(await run('address', 'import', 'faul.csv'), {
    code: 1,
    stderr: /faul\.csv, Zeile 2, Spalte PLZ: „7“ ist keine.*Nichts wurde eingelesen/s,
  })
  const log = await db.selectFrom('audit').select(['action', 'detail']).where('action', 'like', 'addr%').execute()
  t.match(log, [{ action: 'addresses_listed' }, { action: 'addresses_imported', detail: { added: 1 } }, {}, {}])
  t.notMatch(JSON.stringify(log), /Weiß/)
})
