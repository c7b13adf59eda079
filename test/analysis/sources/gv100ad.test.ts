import t from 'tap'
import { plainLines } from '../../../analysis/sources/csv-rows.ts'
import { readRows } from '../../support/intake.ts'

/** A record with its fields at their places, counted from 1, cut where the last of them ends. */
function record(fields: Record<number, string>): string {
  const cells = Array.from({ length: 220 }, () => ' ')
  for (const [at, text] of Object.entries(fields)) {
    for (const [index, character] of [...text].entries()) cells[Number(at) - 1 + index] = character
  }
  return cells.join('').trimEnd()
}

const kommune = (key: string, fields: Record<number, string> = {}) =>
  record({
    1: '60',
    3: '20181231',
    11: key,
    19: '0000',
    23: 'Böblingen, Große Kreisstadt',
    123: '67',
    129: '00000003904',
    140: '00000050470',
    151: '00000025000',
    166: '*****',
    178: '2856',
    ...fields,
  })
const land = record({ 1: '10', 3: '20181231', 11: '08', 23: 'Baden-Württemberg', 73: 'Stuttgart' })

async function read(lines: readonly string[], settings: { zeit?: string } = { zeit: '2018-12-31' }) {
  const rows: string[][] = []
  async function* pieces() {
    for (const piece of `${lines.join('\n')}\n`.match(/.{1,97}/gs) ?? []) yield piece
  }
  for await (const batch of plainLines(pieces())) rows.push(...batch.rows.map((row) => [...row]))
  return readRows({ rows, lines: rows.map((_, index) => index + 1) }, { file: 'GV100AD_31122018.txt', ...settings })
}

t.test('population and area of Kommunen; other records are no Kommunen, uninhabited areas are named', async (t) => {
  const { source, figures, report, description } = await read([
    land,
    record({ 1: '50', 3: '20181231', 11: '08115', 19: '0003', 23: 'Böblingen' }),
    kommune('08115003'),
    kommune('08111000', { 23: 'Stuttgart', 129: '00000020733', 140: '00000634830', 151: '00000318000' }),
    kommune('08415971', { 123: '66', 140: '00000000000', 151: '00000000000' }),
    kommune('14625020', { 23: 'Bautzen / Budyšin' }),
  ])
  t.equal(source, 'gv100ad')
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'flaeche 115003 2018-12-31/0': 39.04,
    'einwohner 115003 2018-12-31/0': 50470,
    'einwohner GES=GESM 115003 2018-12-31/0': 25000,
    'einwohner GES=GESW 115003 2018-12-31/0': 25470,
    'flaeche 111000 2018-12-31/0': 207.33,
    'einwohner 111000 2018-12-31/0': 634830,
    'einwohner GES=GESM 111000 2018-12-31/0': 318000,
    'einwohner GES=GESW 111000 2018-12-31/0': 316830,
  })
  t.equal(report.passed, 2)
  t.match(report.leftKeys, [
    { reason: 'gemeindefrei', key: '08415971', figures: 4 },
    { reason: 'ausserhalb', key: 'Land 14', figures: 4 },
  ])
  t.match(description, { asOf: '2018-12-31', source: /GV-ISys/, licence: /Quellenangabe/ })
})

t.test('the day of the population is asked for, since the file does not say it', async (t) => {
  t.match((await read([land, kommune('08115003')], {})).refusals, [{ sentence: /--zeit 2024-12-31/ }])
  t.match((await read([land, kommune('08115003')], { zeit: '2018' })).refusals, [{ sentence: /für welchen Tag/ }])
  const { figures } = await read([land, kommune('08115003')], { zeit: '2017-12-31' })
  t.equal(figures['einwohner 115003 2017-12-31/0'], 50470)
  t.equal(figures['flaeche 115003 2018-12-31/0'], 39.04, 'the area holds for the territory')
})

const faults: [string, Record<number, string>, object][] = [
  ['Satzart', { 1: '70' }, { column: 'satzart, Stellen 1–2', sentence: /Satzart „70“ gibt es nicht/ }],
  ['Gebietsstand', { 3: '20181331' }, { column: 'gebietsstand, Stellen 3–10', sentence: /„20181331“ ist kein Tag/ }],
  ['Land', { 11: '0B115003' }, { column: 'land, Stellen 11–12', sentence: /„0B“ besteht nicht nur aus Ziffern/ }],
  [
    'Land that is none',
    { 11: '17115003' },
    { column: 'land, Stellen 11–12', sentence: /„17115003“ ist kein Schlüssel/ },
  ],
  ['Regierungsbezirk', { 13: ' ' }, { column: 'regierungsbezirk, Stelle 13', sentence: /nicht nur aus Ziffern/ }],
  ['Kreis', { 14: '1x' }, { column: 'kreis, Stellen 14–15', sentence: /„1x“/ }],
  ['Gemeinde', { 16: '  3' }, { column: 'gemeinde, Stellen 16–18', sentence: /nicht nur aus Ziffern/ }],
  ['area', { 129: '       3904' }, { column: 'flaeche, Stellen 129–139', sentence: /„3904“ ist keine Zahl mit elf/ }],
  ['population', { 140: '0000005047O' }, { column: 'bevoelkerung, Stellen 140–150', sentence: /keine Zahl mit elf/ }],
  ['men', { 151: '-0000025000' }, { column: 'maennlich, Stellen 151–161', sentence: /keine Zahl mit elf/ }],
  [
    'more men than people',
    { 151: '00000050471' },
    { column: 'maennlich, Stellen 151–161', sentence: /50471 männliche/ },
  ],
  ['too long', { 221: 'x' }, { sentence: /221 Zeichen statt höchstens 220/ }],
]
for (const [what, fields, fault] of faults) {
  t.test(`reported with its place: ${what}`, async (t) => {
    const { report, figures } = await read([land, kommune('08115003', fields), kommune('08117019')])
    t.match(report.faults, [{ line: 2, ...fault }])
    t.equal(figures['einwohner 117019 2018-12-31/0'], 50470, 'the next record is read')
    t.equal(figures['einwohner 115003 2018-12-31/0'], undefined)
  })
}
