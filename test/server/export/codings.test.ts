import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import type { Category } from '../../../analysis/texts/codebook/category.ts'
import { type CodedRemark, categoryColumns, longCodings, wideCodings } from '../../../server/export/codings-table.ts'
import { csv } from '../../../server/export/formats/csv.ts'
import { formats } from '../../../server/export/formats/index.ts'
import { stata } from '../../../server/export/formats/stata/stata.ts'
import { waveTables } from '../../../server/export/wave-tables.ts'
import { writeTable } from '../../../server/export/write-table.ts'
import { testApp } from '../../support/app.ts'
import { published } from '../../support/published.ts'
import { readStata } from '../../support/read-stata.ts'

const category = (key: string, name: string, parent: string | null = null): Category => ({
  key,
  name,
  parent,
  definition: '',
  example: '',
  counterExample: '',
})
const codebook = [
  category('quelle', 'Woher die Zahlen kommen'),
  category('register', 'Register', 'quelle'),
  category('schaetzung_nach_einem_sehr_langen', 'Schätzung'),
]

const remarks: CodedRemark[] = [
  {
    unit: '117019',
    field: 'zp_gesamt_kom',
    text: '=SUMME(A1) aus dem Register',
    codings: [
      { category: 'register', coder: 'gemeinsam' },
      { category: 'schaetzung_nach_einem_sehr_langen', coder: 'gemeinsam' },
    ],
  },
  { unit: '117019', field: 'zp_status_kom', text: 'siehe oben', codings: [] },
  { unit: '117026', field: 'zp_gesamt_kom', text: 'geschätzt', codings: [{ category: 'quelle', coder: 'A' }] },
]

t.test('codings leave as a long table and as columns beside the answers', async (t) => {
  const world = await testApp(t)
  const instrument = await published('umfrage-1')
  if (instrument === undefined) throw new Error('umfrage-1 is missing')
  for (const [suffix, unit] of [
    ['KM', '117019'],
    ['AB', '117026'],
  ] as const) {
    const visitor = await world.login(suffix, unit)
    await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
    await visitor.autosave('zielgruppe', { zp_gesamt: '1.200' })
    t.equal((await visitor.submit({})).status, 303)
  }
  const exported = { wave: 'umfrage-1', instrument, stichtag: instrument.stichtag ?? null, synthetic: false }
  const { antworten } = await waveTables(world.pool, exported)
  const long = longCodings(exported, { codebook, remarks }, antworten.origin)
  const wide = wideCodings(antworten, 'gkz', { codebook, remarks })
  const folder = t.testdir({})
  const rowsIn = async (table: typeof long) => {
    const path = join(folder, `${table.name}.csv`)
    await writeTable(csv, table, path)
    return Papa.parse<string[]>(await readFile(path, 'utf8'), { skipEmptyLines: true }).data
  }

  const [head, ...rows] = await rowsIn(long)
  t.strictSame(head?.slice(2), [
    ...['frage', 'bezug', 'kategorie', 'oberkategorie', 'kodiert_von', 'text', 'synthetisch', 'datenstand'],
  ])
  t.strictSame(
    rows.map((row) => row.slice(1, 8)),
    [
      ['117019', 'F4', 'zp_gesamt_kom', 'register', 'quelle', 'gemeinsam', "'=SUMME(A1) aus dem Register"],
      ['117019', 'F4', 'zp_gesamt_kom', codebook[2]?.key, '', 'gemeinsam', "'=SUMME(A1) aus dem Register"],
      ['117019', 'F5', 'zp_status_kom', '', '', '', 'siehe oben'],
      ['117026', 'F4', 'zp_gesamt_kom', 'quelle', '', 'A', 'geschätzt'],
    ],
  )

  const [wideHead = [], ...wideRows] = await rowsIn(wide)
  const place = wideHead.indexOf('kat_texte')
  t.strictSame(wideHead.slice(place, place + 5), [
    ...['kat_texte', 'kat_quelle', 'kat_register', wide.columns[place + 3]?.name, 'datenstand'],
  ])
  t.ok(wide.columns.every(({ name }) => name.length <= 32))
  t.strictSame(
    wideRows.map((row) => [row[1], ...row.slice(place, place + 4)]),
    [
      ['117019', '2', '1', '1', '1'],
      ['117026', '1', '1', '0', '0'],
    ],
  )
  const without = await rowsIn({
    ...wideCodings(antworten, 'gkz', { codebook, remarks: remarks.slice(0, 2) }),
    name: 'ohne',
  })
  t.strictSame(without[2]?.slice(place, place + 4), ['0', '0', '0', '0'], 'who wrote nothing')
  t.strictSame(
    [wideHead, ...wideRows].map((row) => row.toSpliced(place, 4)),
    await rowsIn(antworten),
    'beside it the answers are what they are in their own file',
  )

  for (const format of formats)
    for (const table of [long, wide]) {
      const { rows: count } = await writeTable(format, table, join(folder, `${format.name}-${table.name}`))
      t.equal(count, table === long ? 4 : 2, format.name)
    }
  const path = join(folder, 'lang.dta')
  await writeTable(stata, long, path)
  const [read] = await readStata([path])
  const column = read?.columns.find(({ name }) => name === 'kategorie')
  t.strictSame(column?.cells, [2, 3, '.', 1])
  t.match(column?.labels, { 1: 'Woher die Zahlen kommen', 2: 'Register', 3: 'Schätzung' })
})

t.test('names of categories that are taken get a number', async (t) => {
  const names = categoryColumns([category('a', 'A'), category('b', 'B')], new Set(['kat_a'])).map(({ name }) => name)
  t.strictSame(names, ['kat_a_2', 'kat_b'])
})
