import t from 'tap'
import { loadCatalogue } from '../../../analysis/indicators/load.ts'
import { readPeriod } from '../../../analysis/sources/period.ts'
import { importFile } from '../../../server/admindata/import-file.ts'
import { readSettings } from '../../../server/admindata/settings.ts'
import { undoImport } from '../../../server/admindata/undo-import.ts'
import {
  type IndicatorQuery,
  indicatorsWithFigures,
  readIndicatorValues,
} from '../../../server/store/indicator-values.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

const catalogue = await loadCatalogue()

const flat = (statistic: string, rows: string[]) =>
  [
    'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label',
    ...rows.map((row) => {
      const [time = '', level = '', key = '', sex = '', value = '', measure = ''] = row.split(' ')
      const code = sex === '-' ? '' : sex
      return `${statistic};Statistik;STAG;Stichtag;${time};${level};Region;${key};Name;GES;Geschlecht;${code};Label;${value};Anzahl;${measure};Größe`
    }),
  ].join('\n')

async function world(t: Parameters<typeof freshDatabase>[0] & { testdir(files: Record<string, string>): string }) {
  const { db, pool } = await freshDatabase(t, 'kommunen')
  const load = async (name: string, text: string) => {
    const folder = t.testdir({ [name]: text })
    const settings = await readSettings({}, catalogue)
    const request = { path: `${folder}/${name}`, settings, preview: false }
    const { batch } = await importFile({ db, pool, catalogue }, request)
    if (batch === null) throw new Error('not imported')
    return batch
  }
  const read = async (query: Partial<Omit<IndicatorQuery, 'period'>> & { period: string }) => {
    const period = readPeriod(query.period)
    if (period === undefined) throw new Error(query.period)
    const [column] = await readIndicatorValues(db, catalogue, {
      indicators: [{ indicator: 'einwohner' }],
      level: 'gemeinde',
      territory: '2019-12-31',
      state: (await readSnapshot(pool)).state,
      ...query,
      period,
    })
    if (column === undefined) throw new Error('no column')
    return column
  }
  return { db, pool, load, read }
}

t.test('a year has its own figure, or its latest Stichtag; each cell says where it came from', async (t) => {
  const { pool, load, read } = await world(t)
  const first = await load(
    'erste.csv',
    flat('12411', [
      '2018-06-30 GEMEIN 08115003 - 1 BEVSTD',
      '2018-12-31 GEMEIN 08115003 - 7 BEVSTD',
      '2018-12-31 GEMEIN 08115003 GESW 4 BEVSTD',
      '2018-12-31 GEMEIN 08117019 - . BEVSTD',
      '2018-12-31 KREISE 08111 - 9 BEVSTD',
      '2018-12-31 KREISE 08115 - 12 BEVSTD',
    ]),
  )
  const year = await read({ period: '2018' })
  t.strictSame(year.period, { start: '2018-12-31', months: 0 })
  t.equal(year.cells.size, 1101, 'a cell for every Kommune')
  t.strictSame(year.cells.get('115003'), {
    value: 7,
    missing: null,
    uncertain: false,
    ofKreis: false,
    parts: ['115003'],
    batches: [first],
  })
  t.match(year.cells.get('117019'), { value: null, missing: 'unbekannt_oder_geheim', batches: [first] })
  t.match(year.cells.get('117026'), { value: null, missing: 'keine_angabe', parts: [], batches: [] })
  t.match(year.cells.get('111000'), { value: 9 }, 'a Stadtkreis is a Kommune')

  t.equal((await read({ period: '2018-06' })).cells.get('115003')?.value, 1)
  t.equal((await read({ period: '2018-06-30' })).cells.get('115003')?.value, 1)
  const women = [{ indicator: 'einwohner', breakdown: 'GES=GESW' }]
  t.equal((await read({ period: '2018', indicators: women })).cells.get('115003')?.value, 4)
  const before = await read({ period: '2017' })
  t.equal(before.period, undefined)
  t.match(before.cells.get('115003'), { value: null, missing: 'keine_angabe' })

  const kreise = await read({ period: '2018', level: 'kreis' })
  t.equal(kreise.cells.size, 44)
  t.match(kreise.cells.get('111'), { value: 9, parts: ['111'] }, 'and a Kreis')
  t.match(kreise.cells.get('115'), { value: 12, ofKreis: false })

  const second = await load('zweite.csv', flat('12411', ['2018-12-31 GEMEIN 08115003 - 8 BEVSTD']))
  t.match((await read({ period: '2018' })).cells.get('115003'), { value: 8, batches: [second] }, 'the later import')
  await undoImport(pool, second, null)
  t.match((await read({ period: '2018' })).cells.get('115003'), { value: 7, batches: [first] }, 'until it is undone')
})

t.test('a state gives the same figures whatever is imported or undone after it', async (t) => {
  const { pool, load, read } = await world(t)
  const stateNow = async () => (await readSnapshot(pool)).state
  const at = async (state: number) => {
    const { period, cells } = await read({ period: '2018', state })
    return { period, cells: [...cells].filter(([, { value }]) => value !== null) }
  }
  const file = (value: number, more: string[] = []) =>
    flat('12411', [`2018-12-31 GEMEIN 08115003 - ${value} BEVSTD`, ...more])
  const told: [state: number, Awaited<ReturnType<typeof at>>][] = [[await stateNow(), await at(await stateNow())]]
  const values: unknown[] = []
  const first = await load('eins.csv', file(1))
  const steps = [
    () => load('zwei.csv', file(2, ['2018-12-31 GEMEIN 08117019 - 5 BEVSTD'])),
    () => undoImport(pool, first, null),
    () => load('drei.csv', file(3)),
    () => undoImport(pool, first + 1, null),
    () => undoImport(pool, first + 2, null),
  ]
  for (const step of [async () => undefined, ...steps]) {
    await step()
    const state = await stateNow()
    t.ok(state > (told.at(-1)?.[0] ?? 0), 'each makes a state of its own')
    told.push([state, await at(state)])
    values.push(told.at(-1)?.[1].cells.map(([unit, { value }]) => [unit, value]))
    for (const [earlier, figures] of told) t.strictSame(await at(earlier), figures, `${earlier} in ${state}`)
  }
  t.strictSame(values, [
    [['115003', 1]],
    [
      ['115003', 2],
      ['117019', 5],
    ],
    [
      ['115003', 2],
      ['117019', 5],
    ],
    [
      ['115003', 3],
      ['117019', 5],
    ],
    [['115003', 3]],
    [],
  ])
})

t.test('what is known of Kreise alone stands for each of their Kommunen, and says so', async (t) => {
  const { load, read } = await world(t)
  await load(
    'kreise.csv',
    flat('12531', ['2018-12-31 KREISE 08115 - 60 BEV030', '2018-12-31 KREISE 08111 - 95 BEV030']),
  )
  const { cells } = await read({ period: '2018', indicators: [{ indicator: 'schutzsuchende' }] })
  t.match(cells.get('115003'), { value: 60, ofKreis: true, parts: ['115'] })
  t.match(cells.get('115001'), { value: 60, ofKreis: true })
  t.match(cells.get('111000'), { value: 95, ofKreis: false })
  t.match(cells.get('117019'), { value: null, missing: 'keine_angabe', ofKreis: true })
})

t.test(
  'figures of merged Kommunen are carried to the territory of the chosen day, with all their imports',
  async (t) => {
    const { load, read } = await world(t)
    const keys = ['012', '020', '060', '067', '074', '086', '097', '098']
    const some = keys.slice(0, 5).map((key, index) => `2007-12-31 GEMEIN 08336${key} - ${index + 1} BEVSTD`)
    const others = keys.slice(5).map((key, index) => `2007-12-31 GEMEIN 08336${key} - ${index + 6} BEVSTD`)
    const batches = [await load('eins.csv', flat('12411', some)), await load('zwei.csv', flat('12411', others))]
    const { cells } = await read({ period: '2007' })
    t.strictSame(cells.get('336107'), {
      value: 36,
      missing: null,
      uncertain: false,
      ofKreis: false,
      parts: keys.map((key) => `336${key}`),
      batches,
    })
  },
)

t.test('what was recorded once holds for every time; unknown names are refused', async (t) => {
  const { db, pool, read } = await world(t)
  const folder = t.testdir({
    'start.csv': 'GKZ;Start\n117019;201710\n',
    'start.json': JSON.stringify({
      source: 'Sozialministerium',
      licence: 'nach Absprache',
      region: { column: 'GKZ' },
      period: { value: '2018-10' },
      values: [{ column: 'Start', indicator: 'im_start' }],
    }),
  })
  const settings = await readSettings({ mapping: `${folder}/start.json` }, catalogue)
  await importFile({ db, pool, catalogue }, { path: `${folder}/start.csv`, settings, preview: false })
  const { cells } = await read({ period: '2015', indicators: [{ indicator: 'im_start' }] })
  t.equal(cells.get('117019')?.value, 201710)
  await t.rejects(read({ period: '2015', indicators: [{ indicator: 'nirgends' }] }), /nirgends/)
})

t.test('a whole that no source gives is the sum of its parts, where all are there', async (t) => {
  const { pool, db, load, read } = await world(t)
  const parts = [
    '2018-12-31 KREISE 08115 GESM 5 BEV030',
    '2018-12-31 KREISE 08115 GESW 10 BEV030',
    '2018-12-31 KREISE 08117 GESM 5 BEV030',
    '2018-12-31 KREISE 08118 GESM 5 BEV030',
    '2018-12-31 KREISE 08118 GESW . BEV030',
  ]
  const query = { period: '2018', indicators: [{ indicator: 'schutzsuchende' }], level: 'kreis' } as const
  const usable = async () => indicatorsWithFigures(db, catalogue, (await readSnapshot(pool)).state)
  t.notOk((await usable()).has('schutzsuchende'))
  const batch = await load('teile.csv', flat('12531', parts))
  t.ok((await usable()).has('schutzsuchende'))
  const { cells, period } = await read(query)
  t.strictSame(period, { start: '2018-12-31', months: 0 })
  t.match(cells.get('115'), { value: 15, missing: null, batches: [batch] })
  t.match(cells.get('117'), { value: null, missing: 'teil_fehlt' })
  t.match(cells.get('118'), { value: null, missing: 'teil_fehlt' })
  t.match(cells.get('116'), { value: null, missing: 'keine_angabe' })

  const official = await load('gesamt.csv', flat('12531', ['2018-12-31 KREISE 08117 - 20 BEV030']))
  const now = await read(query)
  t.match(now.cells.get('117'), { value: 20, batches: [official] })
  t.match(now.cells.get('115'), { value: null }, 'where a source gives wholes, none is added up beside them')
  await undoImport(pool, official, null)
  t.equal((await read(query)).cells.get('115')?.value, 15)
})

t.test('the table of protection seekers by status, sex and citizenship, which has no totals', async (t) => {
  const { load, read } = await world(t)
  const columns = ['variable_code', 'variable_label', 'variable_attribute_code', 'variable_attribute_label']
  const header = [
    ...['statistics_code', 'statistics_label', 'time_code', 'time_label', 'time'],
    ...[1, 2, 3, 4].flatMap((place) => columns.map((name) => `${place}_${name}`)),
    ...['value', 'value_unit', 'value_variable_code', 'value_variable_label'],
  ].join(';')
  const row = (status: string, sex: string, land: string, value: number | string) =>
    `12531;Statistik;STAG;Stichtag;2024-12-31;KREISE;Kreise;08126;Hohenlohekreis;SCHST2;Status;${status};Label;GES;Geschlecht;${sex};Label;STAAG5;Staat;${land};Label;${value};Anzahl;BEV030;Schutzsuchende`
  const rows = [
    row('SCHUTZST-AK-1', 'GESM', 'ST475', 100),
    row('SCHUTZST-AK-1', 'GESM', 'ST423', 20),
    row('SCHUTZST-AK-1', 'GESW', 'ST475', 80),
    row('SCHUTZST-AK-2', 'GESM', 'ST475', 90),
    row('SCHUTZST-OF', 'GESM', 'ST475', 30),
    row('SCHUTZST-OF', 'GESW', 'ST997', 5),
    row('SCHUTZST-X', 'GESM', 'UNK', 10),
    row('SCHUTZST-X', 'GESW', 'ST475', 15),
    row('AUSRPFL-G', 'GESW', 'ST475', 15),
  ]
  const query = { period: '2024', indicators: [{ indicator: 'schutzsuchende' }], level: 'kreis' } as const
  await load('12531-0043.csv', [header, ...rows].join('\n'))
  // AK-1 200 + OF 35 + X 25; AK-2 is a part of AK-1, AUSRPFL-G of X.
  t.equal((await read(query)).cells.get('126')?.value, 260)
  await load('geheim.csv', [header, row('SCHUTZST-X', 'GESW', 'ST475', '.')].join('\n'))
  t.match((await read(query)).cells.get('126'), { value: null, missing: 'teil_fehlt' })
})
