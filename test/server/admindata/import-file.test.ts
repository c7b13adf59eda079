import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { sql } from 'kysely'
import t from 'tap'
import writeExcel from 'write-excel-file/node'
import { importFile } from '../../../server/admindata/import-file.ts'
import { readSettings } from '../../../server/admindata/settings.ts'
import { undoImport } from '../../../server/admindata/undo-import.ts'
import { listBatches } from '../../../server/store/import-batches.ts'
import { admindataWorld, catalogue, flatFile } from '../../support/admindata.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { sentencesOf } from '../../support/sentences-of.ts'

t.test('a file becomes a batch with hash, source, licence and counts; once more, it changes nothing', async (t) => {
  const { pool, load, kept } = await admindataWorld(t)
  const text = flatFile(
    { key: '08117019', value: 9 },
    { key: '08117019', sex: 'GESW', value: 5 },
    { key: '08111', value: '.' },
    { key: '09161', value: 3 },
    { key: '08115099', value: 4 },
  )
  const preview = await load('12411-0015_de_flat.csv', text, {}, { preview: true })
  t.match(preview, { state: 'preview', batch: null })
  t.strictSame(await kept(), {}, 'a preview keeps nothing')
  t.strictSame(await listBatches(pool), [])

  const outcome = await load('12411-0015_de_flat.csv', text)
  t.match(outcome, {
    state: 'imported',
    batch: 1,
    format: 'genesis-flach',
    title: '12411 Statistik',
    source: /GENESIS-Online/,
    licence: 'dl-de/by-2-0',
    hash: /^[0-9a-f]{64}$/,
  })
  t.strictSame(outcome.summary, preview.summary, 'it does what the preview has shown')
  t.match(outcome.summary, {
    lines: 6,
    observations: 3,
    changes: { added: 3, changed: 0, unchanged: 0 },
    left: 2,
    leftKeys: [
      { reason: 'ausserhalb', key: 'Land 09' },
      { reason: 'unbekannt', key: '08115099', figures: 1, values: 1, firstLine: 6 },
    ],
  })
  const now = {
    'einwohner 111000 2018-12-31/0': 'unbekannt_oder_geheim',
    'einwohner 117019 2018-12-31/0': 9,
    'einwohner GES=GESW 117019 2018-12-31/0': 5,
  }
  t.strictSame(await kept(), now)

  t.match(await load('umbenannt.csv', text), { state: 'known', batch: 1, summary: outcome.summary })
  const others = flatFile({ key: '08117019', value: 9 })
  t.match(await load('teil.csv', others), { state: 'unchanged', batch: null, summary: { changes: { unchanged: 1 } } })
  t.strictSame(await kept(), now)
  const [batch, ...more] = await listBatches(pool)
  t.strictSame(more, [])
  t.match(batch, { id: 1, file_name: '12411-0015_de_flat.csv', observations: 3, synthetic: false, undone_at: null })
})

t.test('what a later file says counts, until it is undone, in whatever order', async (t) => {
  const orders = [
    [1, 2, 3],
    [1, 3, 2],
    [2, 1, 3],
    [2, 3, 1],
    [3, 1, 2],
    [3, 2, 1],
  ]
  for (const order of orders) {
    const { pool, load, kept } = await admindataWorld(t)
    for (const value of [10, 20, 30]) {
      const { summary } = await load(
        'datei.csv',
        flatFile({ key: '08117019', value }, { key: `0811700${value / 10}`, value }),
      )
      t.strictSame(summary.changes, { added: value === 10 ? 2 : 1, changed: value === 10 ? 0 : 1, unchanged: 0 })
    }
    const left = new Set([1, 2, 3])
    for (const batch of order) {
      t.strictSame(await undoImport(pool, batch, 'versehentlich'), { file: 'datei.csv', observations: 2 })
      left.delete(batch)
      const last = Math.max(...left)
      const now = await kept()
      t.equal(now['einwohner 117019 2018-12-31/0'], left.size === 0 ? undefined : last * 10, `${order} after ${batch}`)
      t.equal(Object.keys(now).length, left.size === 0 ? 0 : left.size + 1)
    }
    t.equal(await undoImport(pool, 1, null), undefined, 'once')
    t.equal(await undoImport(pool, 99, null), undefined)
    t.match(await load('datei.csv', flatFile({ key: '08117019', value: 10 })), { state: 'imported', batch: 4 })
  }
})

t.test('a fault refuses the whole file, unless it is said to leave faulty rows out', async (t) => {
  const { pool, load, kept } = await admindataWorld(t)
  const text = flatFile({ key: '08117019', value: 9 }, { key: '0811X', value: 1 }, { key: '08111', value: '1o' })
  const outcome = await load('datei.csv', text)
  t.match(outcome, {
    state: 'faulty',
    batch: null,
    summary: {
      faultCount: 2,
      faults: [
        { line: 3, column: '1_variable_attribute_code', sentence: /„0811X“ ist kein Schlüssel/ },
        { line: 4, column: 'value', sentence: /„1o“ ist keine Zahl/ },
      ],
    },
  })
  t.strictSame(await kept(), {})
  t.strictSame(await listBatches(pool), [])
  t.match(await load('datei.csv', text, { ohneFehlerhafte: true }), { state: 'imported', summary: { faultCount: 2 } })
  t.strictSame(await kept(), { 'einwohner 117019 2018-12-31/0': 9 })
})

t.test('lines that contradict each other are named, equal ones count once', async (t) => {
  const { load, kept } = await admindataWorld(t)
  const row = { key: '08117019', value: 9 }
  const contradiction = await load('a.csv', flatFile(row, { key: '08111', value: 1 }, { ...row, value: 8 }))
  t.match(contradiction, {
    state: 'faulty',
    summary: {
      faultCount: 1,
      faults: [{ line: 4, sentence: 'einwohner, 117019, 2018-12-31 steht schon mit anderem Wert in Zeile 2.' }],
    },
  })
  const equal = await load('b.csv', flatFile(row, { key: '08111', value: 1 }, row, { key: '08111000', value: 1 }))
  t.match(equal, { state: 'imported', summary: { observations: 2, warnings: [/mehrmals gleich.*Zeile 2 und 4/] } })
  t.equal(Object.keys(await kept()).length, 2)
})

t.test(
  'figures of a Kommune that is gone are kept under its key for its time, and named for later times',
  async (t) => {
    const { load, kept } = await admindataWorld(t)
    const { summary } = await load(
      'datei.csv',
      flatFile({ key: '08336012', value: 5, time: '2008-12-31' }, { key: '08336012', value: '-', time: '2009-12-31' }),
    )
    t.strictSame(await kept(), { 'einwohner 336012 2008-12-31/0': 5 })
    t.match(summary.leftKeys, [{ reason: 'aufgeloest', key: '08336012', until: '2008-12-31', successor: '336107' }])
  },
)

t.test('“-” stays a symbol unless somebody says that it means 0', async (t) => {
  const { load, kept } = await admindataWorld(t)
  const text = flatFile({ key: '08117019', value: '-' })
  await load('datei.csv', text)
  t.strictSame(await kept(), { 'einwohner 117019 2018-12-31/0': 'nichts' })
  t.match(
    await load('datei.csv', text, { strichIstNull: true }),
    { state: 'imported' },
    'another reading is another batch',
  )
  t.strictSame(await kept(), { 'einwohner 117019 2018-12-31/0': 0 })
})

t.test('the same under every encoding, line end and packing', async (t) => {
  const text = flatFile({ key: '08117019', value: 9 }).replaceAll('Name', 'Eislingen/Fils – Göppingen')
  const files: Record<string, Uint8Array> = {
    'utf8.csv': Buffer.from(text),
    'bom.csv': Buffer.from(`\ufeff${text}`),
    'windows.csv': iconv.encode(text.replaceAll('\n', '\r\n'), 'windows-1252'),
    'utf16.csv': iconv.encode(text, 'utf16le', { addBOM: true }),
    'gepackt.zip': zipSync({ '12411_de_flat.csv': Buffer.from(`\ufeff${text}`), 'liesmich.pdf': Buffer.from('x') }),
  }
  for (const [name, content] of Object.entries(files)) {
    const { load, kept } = await admindataWorld(t)
    t.match(await load(name, content), { state: 'imported', file: name }, name)
    t.strictSame(await kept(), { 'einwohner 117019 2018-12-31/0': 9 }, name)
  }
})

const key = { type: String }
const directory = [
  ['60', '67', '08', '1', '17', '0003', '019', 'Eislingen/Fils, Stadt'].map((value) => ({ ...key, value })),
].map((row) => [...row, { value: 16.41 }, { value: 20000 }, { value: 9900 }, { value: 10100 }, { value: 1218.8 }])

t.test('workbooks: the right sheet is found, numbers and days are read as such', async (t) => {
  const { load, kept } = await admindataWorld(t)
  const content = await writeExcel([
    { sheet: 'Inhalt', data: [[{ value: 'Gemeindeverzeichnis' }]] },
    {
      sheet: 'Onlineprodukt_Gemeinden31032019',
      data: [[{ value: 'Gebietsstand am 31.03.2019' }, { value: 'am 31.12.2017 (Jahr)' }], ...directory],
    },
  ]).toBuffer()
  t.match(await load('AuszugGV1QAktuell.xlsx', content), { state: 'imported', format: 'auszug-gv', asOf: '2019-03-31' })
  t.strictSame(await kept(), {
    'einwohner 117019 2017-12-31/0': 20000,
    'einwohner GES=GESM 117019 2017-12-31/0': 9900,
    'einwohner GES=GESW 117019 2017-12-31/0': 10100,
    'einwohnerdichte 117019 2017-12-31/0': 1218.8,
    'flaeche 117019 2019-03-31/0': 16.41,
  })
})

t.test('a workbook of the Bundesagentur: months are days in its heading', async (t) => {
  const { load, kept } = await admindataWorld(t)
  const month = (day: string) => ({ type: Date, value: new Date(`${day}T00:00:00Z`), format: 'mmm yyyy' })
  const content = await writeExcel([
    {
      sheet: 'Übersicht_Kreise',
      data: [
        [{ value: 'Bestand an Arbeitslosen' }],
        [{ value: 'Region' }, month('2019-01-31'), month('2019-02-28')],
        [{ value: '08117 Göppingen' }, { value: 4321 }, { value: '*' }],
        [{ value: '© Statistik der Bundesagentur für Arbeit' }],
      ],
    },
  ]).toBuffer()
  t.match(await load('arbeitslose.xlsx', content), { state: 'imported', format: 'bundesagentur' })
  t.strictSame(await kept(), { 'arbeitslose 117 2019-01-01/1': 4321, 'arbeitslose 117 2019-02-01/1': 'geheim' })
})

t.test('a workbook with a mapping: its sheet by name, figures that a spreadsheet has computed', async (t) => {
  const { load, kept, folder } = await admindataWorld(t)
  const content = await writeExcel([
    { sheet: 'Deckblatt', data: [[{ value: 'x' }]] },
    {
      sheet: 'Quoten 2018',
      data: [['Kreis', 'Quote'].map((value) => ({ value })), [{ value: '117' }, { value: 3 * 1.2 }]],
    },
  ]).toBuffer()
  const { writeFile } = await import('node:fs/promises')
  const mapping = {
    source: 'Jobcenter',
    licence: 'eigene Daten',
    sheet: 'Quoten',
    region: { column: 'Kreis' },
    period: { value: '2018' },
    values: [{ column: 'Quote', indicator: 'arbeitslosenquote' }],
  }
  await writeFile(`${folder}/zuordnung.json`, JSON.stringify(mapping))
  t.match(await load('quoten.xlsx', content, { mapping: `${folder}/zuordnung.json` }), { state: 'imported' })
  t.strictSame(await kept(), { 'arbeitslosenquote 117 2018-01-01/12': 3.6 })
  await writeFile(`${folder}/zuordnung.json`, JSON.stringify({ ...mapping, sheet: 'Anteile' }))
  t.match(await sentencesOf(load('quoten.xlsx', content, { mapping: `${folder}/zuordnung.json` })), [
    /Blatt „Anteile“ der Zuordnung fehlt. Vorhanden sind: Deckblatt, Quoten 2018/,
  ])
})

const unreadable: [string, string, string | Uint8Array, RegExp][] = [
  ['no form that is known', 'datei.csv', 'a;b\n1;2\n', /keine der Formen.*\n?.*--mapping/],
  ['empty', 'datei.csv', '', /keine der Formen/],
  ['nothing of Baden-Württemberg', 'datei.csv', flatFile({ key: '09161', value: 1 }), /keine Angabe.*\n?.*1 Schlüssel/],
  ['only a heading', 'datei.csv', flatFile(), /keine Angabe, die eingelesen werden kann/],
  [
    'a zip with two tables',
    'zwei.zip',
    zipSync({ 'a.csv': Buffer.from('a'), 'b.csv': Buffer.from('b') }),
    /2 Tabellen/,
  ],
  ['a zip without a table', 'ohne.zip', zipSync({ 'a.pdf': Buffer.from('a') }), /keine Tabelle/],
  [
    'a broken zip',
    'kaputt.zip',
    zipSync({ 'a.csv': Buffer.from('a'.repeat(999)) }).slice(0, 60),
    /nicht lesbar oder beschädigt/,
  ],
  [
    'a zip that is called a workbook, but is none',
    'kaputt.xlsx',
    zipSync({ '[Content_Types].xml': Buffer.from('<Types/>') }),
    /keine lesbare Arbeitsmappe/,
  ],
]
for (const [what, name, content, sentence] of unreadable) {
  t.test(`a file that cannot be read says why: ${what}`, async (t) => {
    const { load, pool } = await admindataWorld(t)
    t.match((await sentencesOf(load(name, content))).join('\n'), sentence)
    t.strictSame(await listBatches(pool), [])
  })
}

t.test('a measure that the catalogue does not know is named', async (t) => {
  const { load } = await admindataWorld(t)
  const text = flatFile({ key: '08117019', value: 1 }).replace('BEVSTD', 'XYZ001')
  t.match(await sentencesOf(load('datei.csv', text)), [
    /keine Angabe/,
    /Nicht im Katalog: 12411, XYZ001 Größe \(1 Angaben\)/,
  ])
  t.match(await load('datei.csv', text, { indikator: 'gefluechtete' }), { state: 'imported' })
})

t.test('without Kommunen there is nowhere to put figures', async (t) => {
  const { db, pool } = await freshDatabase(t)
  const path = `${t.testdir({ 'a.csv': 'x' })}/a.csv`
  const settings = await readSettings({}, catalogue)
  t.match(await sentencesOf(importFile({ db, pool, catalogue }, { path, settings, preview: false })), [
    /Verzeichnis der Kommunen ist leer/,
  ])
})

t.test('two at once take turns: one imports, the other finds it done', async (t) => {
  const { load, pool } = await admindataWorld(t)
  const text = flatFile({ key: '08117019', value: 9 })
  const outcomes = await Promise.all([load('datei.csv', text), load('datei.csv', text)])
  t.strictSame(outcomes.map(({ state }) => state).sort(), ['imported', 'known'])
  t.equal((await listBatches(pool)).length, 1)
})

t.test(
  'the database keeps what must not be: figures without batch, numbers with a reason, batches that vanish',
  async (t) => {
    const { db, owner, load } = await admindataWorld(t)
    await load('datei.csv', flatFile({ key: '08117019', value: 9 }))
    const insert = (values: string) =>
      sql
        .raw(`insert into observation (series_id, batch_id, starts, value, region, missing) values ${values}`)
        .execute(db)
    await t.rejects(insert(`(99, 1, '2018-12-31', 1, '117019', null)`), /needs its series and its batch/)
    await t.rejects(insert(`(1, 99, '2019-12-31', 1, '117019', null)`), /needs its series and its batch/)
    await t.rejects(insert(`(1, 1, '2019-12-31', 1, '117019', 'nichts')`), /observation_value_or_reason/)
    await t.rejects(insert(`(1, 1, '2019-12-31', null, '117019', null)`), /observation_value_or_reason/)
    await t.rejects(insert(`(1, 1, '2019-12-31', 1, '08117019', null)`), /observation_region/)
    await t.rejects(insert(`(1, 1, '2018-12-31', 1, '117019', null)`), /observation_once_per_batch/)
    for (const change of ['update observation set value = 2', 'delete from observation'])
      await t.rejects(sql.raw(change).execute(owner.db), /observation is append-only/)
    await t.rejects(sql`delete from import_batch`.execute(owner.db), /import_batch keeps its rows/)
    await t.rejects(sql`delete from series`.execute(owner.db), /series keeps its rows/)
  },
)
