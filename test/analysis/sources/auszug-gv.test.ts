import t from 'tap'
import { readRows, readTextFile } from '../../support/intake.ts'

const heading = [
  ['Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 31.03.2019 (1. Quartal)'],
  [''],
  ['Satzart', 'Text-kenn-zeichen', 'Amtlicher Regionalschlüssel (ARS)', '', '', '', '', 'Gemeindename', 'Fläche km2'],
  ['', '', 'Land', 'RB', 'Kreis', 'VB', 'Gem', '', '', 'insgesamt', 'männlich', 'weiblich', 'je km2'],
  ['', '', '', '', '', '', '', '', 'Gebietsstand am 31.03.2019', 'am 31.12.2017 (Jahr)'],
  [''],
]
const upper = ['10', '', '08', '', '', '', '', 'Baden-Württemberg']
const kommune = ['60', '67', '08', '1', '15', '0003', '003', 'Böblingen, Große Kreisstadt', '39,04', '50470', '25000']
const more = ['25470', '1293', '71032', '9,011', '48,686']
const boeblingen = [...kommune, ...more]
const stuttgart = [
  ...[
    '60',
    '62',
    '08',
    '1',
    '11',
    '0000',
    '000',
    'Stuttgart, Landeshauptstadt',
    '207,33',
    '634830',
    '318000',
    '316830',
  ],
  ...['3062', '70173'],
]
const foot = [[''], ['Quelle: Statistisches Bundesamt'], ['mit einer\nFußnote'], ['60 Seiten']]

function readSheet(rows: string[][], sheet = 'Onlineprodukt_Gemeinden31032019') {
  const all = [...heading, ...rows, ...foot]
  return readRows({ rows: all, lines: all.map((_, index) => index + 1) }, { file: 'AuszugGV1QAktuell.xlsx', sheet })
}

const found = {
  'flaeche 115003 2019-03-31/0': 39.04,
  'einwohner 115003 2017-12-31/0': 50470,
  'einwohner GES=GESM 115003 2017-12-31/0': 25000,
  'einwohner GES=GESW 115003 2017-12-31/0': 25470,
  'einwohnerdichte 115003 2017-12-31/0': 1293,
}

t.test('the official workbook: days from its heading, footnotes passed over', async (t) => {
  const { source, figures, report, description } = readSheet([upper, boeblingen, stuttgart])
  t.equal(source, 'auszug-gv')
  t.strictSame(report.faults, [])
  t.match(figures, found)
  t.equal(figures['einwohner 111000 2017-12-31/0'], 634830)
  t.equal(report.observations, 10)
  t.equal(report.passed, 1)
  t.match(description, { asOf: '2019-03-31', source: /GV-ISys/ })
})

t.test("somebody's CSV of it: headings of their own, blanks in numbers", async (t) => {
  const columns = Array.from({ length: 16 }, (_, index) => `Spalte${index + 1}`).join(';')
  const spaced = boeblingen
    .join(';')
    .replace('39,04', '  39,04')
    .replace('50470', ' 50 470')
    .replace('1293', '1\u00a0293')
  const { source, figures, report } = readTextFile(`\ufeff${columns}\n${spaced}\n`, { zeit: '2017-12-31' })
  t.equal(source, 'auszug-gv')
  t.strictSame(report.faults, [])
  t.match(figures, { ...found, 'flaeche 115003 2019-03-31/0': undefined, 'flaeche 115003 2017-12-31/0': 39.04 })
})

t.test('commas between cells, a decimal point, the first two columns dropped', async (t) => {
  const row = boeblingen.slice(2).map((cell) => `"${cell.replace(',', '.')}"`)
  row[7] = '" 50,470"'
  const text = `land,rb,kreis,vb,gem,name,area,people,men,women,density,zip,lon,lat\n${row.join(',')}\n`
  const { figures, report } = readTextFile(text, { zeit: '2017-12-31' })
  t.strictSame(report.faults, [])
  t.equal(figures['flaeche 115003 2017-12-31/0'], 39.04)
  t.equal(figures['einwohner 115003 2017-12-31/0'], 50470)
})

t.test('the day of the population has to be known', async (t) => {
  t.match(readTextFile(`${boeblingen.join(';')}\n`).refusals, [{ sentence: /für welchen Tag.*--zeit 2022-12-31/ }])
})

t.test('a sheet without the five parts of the key is refused', async (t) => {
  t.match(readSheet([upper]).refusals, [{ sentence: /Land, Regierungsbezirk, Kreis, Verband und Gemeinde/ }])
})

t.test('a Kommune that the register does not know is named', async (t) => {
  const { report, figures } = readSheet([upper, boeblingen.with(6, '004'), stuttgart])
  t.match(report.leftKeys, [{ reason: 'unbekannt', key: '08115004', name: /Böblingen/, figures: 5, values: 5 }])
  t.equal(figures['einwohner 111000 2017-12-31/0'], 634830)
})

const faults: [string, number, string, object][] = [
  ['Satzart', 0, '6O', { column: 'A', sentence: /Satzart „6O“ gibt es nicht/ }],
  ['Land', 2, '8', { column: 'C', sentence: /„8“ ist kein Teil eines Gemeindeschlüssels/ }],
  ['Regierungsbezirk', 3, '', { column: 'D', sentence: /„“ ist kein Teil/ }],
  ['Kreis', 4, '1S', { column: 'E', sentence: /„1S“/ }],
  ['Verband', 5, '3', { column: 'F', sentence: /„3“/ }],
  ['Gemeinde', 6, '0003', { column: 'G', sentence: /„0003“/ }],
  ['area', 8, '39;04', { column: 'I', sentence: /„39;04“ ist keine Zahl/ }],
  ['population', 9, 'fünfzig', { column: 'J', sentence: /„fünfzig“ ist keine Zahl/ }],
  ['population with a fraction', 9, '504,7', { column: 'J', sentence: /504,7 ist keine ganze Zahl/ }],
  ['men', 10, '-25', { column: 'K', sentence: /-25 ist kleiner als 0/ }],
  ['women', 11, '2 54 70', { column: 'L', sentence: /keine Zahl/ }],
  ['density', 12, '1293 Einw.', { column: 'M', sentence: /keine Zahl/ }],
]
for (const [what, at, text, fault] of faults) {
  t.test(`reported with its place: ${what}`, async (t) => {
    const faulty = boeblingen.with(at, text)
    const { report, figures } = readSheet([upper, faulty, stuttgart])
    t.match(report.faults, [{ line: 8, ...fault }])
    t.equal(figures['einwohner 111000 2017-12-31/0'], 634830, 'the next record is read')
  })
}
