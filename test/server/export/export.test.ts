import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t, { type Test } from 'tap'
import { crlfRows } from '../../../server/export/csv/crlf.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { testApp, testAppForPersons } from '../../support/app.ts'
import { exportWave } from '../../support/export-wave.ts'
import { personDefinition } from '../../support/person-definition.ts'
import { published } from '../../support/published.ts'
import type { Visitor } from '../../support/visitor.ts'

const instrument = await published('umfrage-1')

async function answer(
  visitor: Visitor,
  fields: Record<string, Record<string, string>>,
  reasons: Record<string, string> = {},
) {
  for (const [section, typed] of Object.entries(fields)) {
    await visitor.get(`${visitor.home}/abschnitt/${section}`)
    const { status } = await visitor.autosave(section, typed)
    if (status !== 200) throw new Error(`${section}: ${status}`)
  }
  const { status, words } = await visitor.submit(reasons)
  if (status !== 303) throw new Error(words)
}

const nasty = '=HYPERLINK("http://x","klick"); "Zitat", Umlaut äöü\nzweite Zeile\ttab'

async function written(t: Test, format: string) {
  const world = await testApp(t)
  const { login } = world
  await answer(
    await login('KM'),
    {
      angaben: { kuerzel: 'GEHEIM' },
      zielgruppe: {
        zp_gesamt: '120',
        zg_alter: '-5',
        zg_gruppe_duldung: '1',
        zg_kriterien: nasty,
        zp_gesamt_kom: '@SUM(A1)',
      },
      zielpersonen: { zp_status_nv: '1', zp_geschlecht_frauen: '0', zp_geschlecht_maenner: '1.234' },
    },
    {
      'grund.zp_geschlecht_hoechstens_gesamt': 'quelle',
      'text.zp_geschlecht_hoechstens_gesamt': '+49 ist keine Formel',
    },
  )
  const corrected = await login('AB', '117026')
  await answer(corrected, { zielgruppe: { zp_gesamt: '1' } })
  await answer(corrected, { zielgruppe: { zp_gesamt: '2' } })
  const folder = t.testdir({})
  await exportWave(
    world,
    { wave: 'umfrage-1', instrument: instrument as NonNullable<typeof instrument>, format },
    folder,
  )
  const texts = Object.fromEntries(
    await Promise.all((await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  )
  return texts as Record<string, string>
}

const parse = (text = '') =>
  Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })

t.test('one row for each Kommune that has answered, its newest submission', async (t) => {
  const files = await written(t, 'csv')
  t.strictSame(Object.keys(files).sort(), [
    'umfrage-1-anmerkungen.csv',
    'umfrage-1-codebuch.csv',
    'umfrage-1-korrekturen.csv',
    'umfrage-1-lesen.R',
    'umfrage-1-umfeld.csv',
    'umfrage-1.csv',
  ])
  const { data, errors, meta } = parse(files['umfrage-1.csv'])
  t.strictSame(errors, [])
  t.strictSame(
    data.map(({ gkz, gemeindename, abgabe, zp_gesamt }) => [gkz, gemeindename, abgabe, zp_gesamt]),
    [
      ['117019', 'Eislingen/Fils', '1', '120'],
      ['117026', 'Göppingen', '2', '2'],
    ],
  )
  t.strictSame(
    meta.fields,
    codebook(instrument as NonNullable<typeof instrument>).map(({ spalte }) => spalte),
    'the codebook explains every column, in the same order',
  )
})

t.test('value, zero, blank and not available stay four things', async (t) => {
  const [row] = parse((await written(t, 'csv'))['umfrage-1.csv']).data
  const cell = (name: string) => [row?.[name], row?.[`${name}_fehlt`]]
  t.strictSame(cell('zp_gesamt'), ['120', ''])
  t.strictSame(cell('zp_geschlecht_frauen'), ['0', ''])
  t.strictSame(cell('zp_geschlecht_maenner'), ['1234', ''])
  t.strictSame(cell('zp_status_duldung'), ['', 'nicht_vorhanden'])
  t.strictSame(cell('im_gesamt'), ['', 'leer'])
  t.strictSame([row?.zp_status_nv, row?.zp_alter_nv, row?.zg_gruppe_duldung, row?.zg_gruppe_eu], ['1', '0', '1', '0'])
  t.strictSame(cell('zg_gruppe_eu'), ['0', ''], 'not ticked, while another group is')
  t.strictSame(cell('zg_unterbringung_privat'), ['', 'leer'], 'nothing ticked is no answer')
})

t.test('texts that a spreadsheet would run are tamed, and otherwise come back as typed', async (t) => {
  const files = await written(t, 'csv')
  const [row] = parse(files['umfrage-1.csv']).data
  t.equal(row?.zg_kriterien, `'${nasty}`)
  t.equal(row?.zg_alter, "'-5")
  const remarks = parse(files['umfrage-1-anmerkungen.csv']).data
  t.strictSame(
    remarks.map(({ gkz, art, frage, bezug, grund, text }) => [gkz, art, frage, bezug, grund, text]),
    [
      ['117019', 'kommentar', 'F4', 'zp_gesamt_kom', '', "'@SUM(A1)"],
      ['117019', 'begruendung', 'F15 F9', 'im_geschlecht_in_zp_frauen', 'quelle', "'+49 ist keine Formel"],
      ['117019', 'begruendung', 'F9 F4', 'zp_geschlecht_hoechstens_gesamt', 'quelle', "'+49 ist keine Formel"],
    ],
  )
  t.match(remarks[2]?.werte, /zp_geschlecht_maenner=1234/)
})

t.test('no contact data anywhere', async (t) => {
  t.notMatch(JSON.stringify(await written(t, 'csv')), /GEHEIM|kuerzel|"KM"/)
})

t.test('RFC 4180: rows end with CR LF; the German form has semicolons and a byte order mark', async (t) => {
  const plain = await written(t, 'csv')
  const german = await written(t, 'csv-de')
  const tables = (files: Record<string, string>) => Object.entries(files).filter(([name]) => name.endsWith('.csv'))
  for (const [name, text] of tables(plain)) {
    t.ok(text.endsWith('\r\n'), name)
    t.notOk(text.startsWith('\ufeff'), name)
  }
  for (const [name, text] of tables(german)) {
    t.ok(text.startsWith('\ufeff'), name)
    t.match(text.split('\r\n')[0], /;/)
  }
  t.equal(parse(german['umfrage-1.csv']).data.length, 2)
})

t.test('json: an object a row with real types, texts as typed, and a description beside them', async (t) => {
  const files = await written(t, 'json')
  t.strictSame(Object.keys(files).sort(), [
    'umfrage-1-anmerkungen.jsonl',
    'umfrage-1-beschreibung.json',
    'umfrage-1-codebuch.jsonl',
    'umfrage-1-korrekturen.jsonl',
    'umfrage-1-umfeld.jsonl',
    'umfrage-1.jsonl',
  ])
  const rows = (name: string) =>
    (files[name] ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  const [row] = rows('umfrage-1.jsonl')
  t.match(row, {
    gkz: '117019',
    abgabe: 1,
    synthetisch: 0,
    zp_gesamt: 120,
    zp_gesamt_fehlt: null,
    zp_status_duldung: null,
    zp_status_duldung_fehlt: 'nicht_vorhanden',
    im_gesamt: null,
    im_gesamt_fehlt: 'leer',
    zp_status_nv: 1,
    zg_gruppe_eu: 0,
    zg_kriterien: nasty,
    zg_alter: '-5',
  })
  t.equal(rows('umfrage-1-anmerkungen.jsonl')[0].text, '@SUM(A1)')
  const { tables } = JSON.parse(files['umfrage-1-beschreibung.json'] ?? '')
  const newest = rows('umfrage-1.jsonl').reduce((at, { abgegeben_am: own }) => (own > at ? own : at), '')
  t.match(tables, [
    {
      file: 'umfrage-1.jsonl',
      origin: {
        waves: [{ wave: 'umfrage-1', version: '2.0.0', synthetic: false }],
        state: 3,
        // What changed last is what was submitted last.
        at: new RegExp(`^${newest.slice(0, -1)}\\.`),
        program: '0.1.0',
        values: 'amended',
      },
    },
    { file: 'umfrage-1-anmerkungen.jsonl' },
    { file: 'umfrage-1-codebuch.jsonl' },
    { file: 'umfrage-1-umfeld.jsonl' },
    { file: 'umfrage-1-korrekturen.jsonl' },
  ])
  // Nothing was amended, so that the last of them has no row.
  for (const { file, columns } of tables.slice(0, -1))
    t.strictSame(
      columns.map(({ name }: { name: string }) => name),
      Object.keys(rows(file)[0]),
    )
  const column = (name: string) => tables[0].columns.find((one: { name: string }) => one.name === name)
  t.match(column('zp_status_duldung'), {
    type: 'integer',
    missing: {
      column: 'zp_status_duldung_fehlt',
      reasons: [{ code: 'leer', stata: '.i' }, { code: 'nicht_vorhanden' }],
    },
  })
  t.match(column('zg_gruppe_eu'), { type: 'integer', values: [{ code: 1 }, { code: 0 }] })
  t.match(column('abgegeben_am'), { type: 'time' })
})

t.test('row ends are changed outside quotation marks only, wherever the chunks are cut', async (t) => {
  const csv = 'a,b\n1,"x\ny ""z""\n"\n2,q\n'
  for (let cut = 0; cut <= csv.length; cut += 1) {
    const stream = crlfRows()
    stream.write(csv.slice(0, cut))
    stream.end(csv.slice(cut))
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    t.equal(Buffer.concat(chunks).toString(), 'a,b\r\n1,"x\ny ""z""\n"\r\n2,q\r\n')
  }
})

t.test('a survey of persons: number and Antragsverbund stand in front, and no Kommune', async (t) => {
  const world = await testAppForPersons(t)
  const { login } = world
  const form = compile(personDefinition())
  for (const [number, klienten] of [
    ['117019-001', '42'],
    ['117000-002', '0'],
  ] as const) {
    const visitor = await login('', number)
    await visitor.get(`${visitor.home}/pruefen`)
    t.equal((await visitor.autosave('person', { klienten, klienten_kom: 'Seit Mai.' })).status, 200)
    t.equal((await visitor.submit()).status, 303)
  }
  const folder = t.testdir({})
  await exportWave(world, { wave: 'umfrage-1', instrument: form }, folder)
  const read = async (name: string) =>
    Papa.parse<Record<string, string>>(await readFile(join(folder, name), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    })
  const { data, meta } = await read('umfrage-1.csv')
  t.strictSame(meta.fields?.slice(0, 4), ['welle', 'im_nummer', 'verbund', 'verbundname'])
  t.notOk(meta.fields?.some((name) => ['gkz', 'gemeindename', 'kreis', 'im_nr'].includes(name)))
  t.strictSame(
    data.map(({ im_nummer, verbund, verbundname, klienten }) => [im_nummer, verbund, verbundname, klienten]),
    [
      ['117000-002', '117000', 'Landkreis Göppingen', '0'],
      ['117019-001', '117019', 'Eislingen/Fils', '42'],
    ],
  )
  const remarks = (await read('umfrage-1-anmerkungen.csv')).data
  t.strictSame(
    remarks.map(({ im_nummer, text }) => [im_nummer, text]),
    [
      ['117000-002', 'Seit Mai.'],
      ['117019-001', 'Seit Mai.'],
    ],
  )
  t.strictSame(
    codebook(form)
      .map(({ spalte }) => spalte)
      .filter((name) => meta.fields?.includes(name)),
    meta.fields,
    'the codebook has every column, in order',
  )
})
