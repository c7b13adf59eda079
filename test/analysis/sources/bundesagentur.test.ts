import t from 'tap'
import { readRows } from '../../support/intake.ts'

const overview = [
  ['Arbeitslosenquoten und Arbeitslose nach Kreisen'],
  ['Bestand an Arbeitslosen'],
  [''],
  ['Region', '2019-01-31', 'Feb 2019', 'März 2019 1)'],
  ['', '1', '2', '3'],
]
const foot = [[''], ['© Statistik der Bundesagentur für Arbeit'], ['08117 1', '1', '1', '1']]

function readSheet(rows: string[][], head: string[][] = overview.slice(1), sheet = 'Übersicht_Kreise') {
  const all = [...head, ...rows, ...foot]
  return readRows({ rows: all, lines: all.map((_, index) => index + 1) }, { file: 'arbeitslose.xlsx', sheet })
}

t.test('key and name in one cell, a column for each month, suppressed cells', async (t) => {
  const { source, figures, report, description } = readSheet([
    ['08111 Stuttgart, Landeshauptstadt', '14.876', '14 800', '-'],
    ['8115 Böblingen', '*', '* ', '9'],
    ['08117 Göppingen', '.', '0', '/'],
    ['D', '2405586', 'x', '2.301.121'],
    ['09161 Ingolstadt', '1', '2', '3'],
  ])
  t.equal(source, 'bundesagentur')
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'arbeitslose 111000 2019-01-01/1': 14876,
    'arbeitslose 111000 2019-02-01/1': 14800,
    'arbeitslose 111000 2019-03-01/1': 'nichts',
    'arbeitslose 115 2019-01-01/1': 'geheim',
    'arbeitslose 115 2019-02-01/1': 'geheim',
    'arbeitslose 115 2019-03-01/1': 9,
    'arbeitslose 117 2019-01-01/1': 'unbekannt_oder_geheim',
    'arbeitslose 117 2019-02-01/1': 0,
    'arbeitslose 117 2019-03-01/1': 'unsicher',
    'arbeitslose DG 2019-01-01/1': 2405586,
    'arbeitslose DG 2019-02-01/1': 'gesperrt',
    'arbeitslose DG 2019-03-01/1': 2301121,
  })
  t.match(report.leftKeys, [{ reason: 'ausserhalb', key: 'Land 09', figures: 3 }])
  t.match(description, { title: 'Bestand an Arbeitslosen', source: /Bundesagentur/ })
  t.strictSame(report.warnings, [])
})

const countries = [
  ['Beschäftigte aus den Hauptherkunftsländern der Asylbewerber nach Kreisen'],
  ['Ausschließlich geringfügig Beschäftigte aus den Hauptherkunftsländern'],
  ['Statistik der Bundesagentur für Arbeit'],
  ['Schlüssel', 'Kreis', 'Merkmal', '01.2014', '02.2014'],
]

t.test('key, name and group in cells of their own; a cell over several rows; marks of footnotes', async (t) => {
  const { figures, report } = readSheet(
    [
      ['08115', 'Böblingen', 'Insgesamt', '40', '41'],
      ['', '', 'Männer 1)', '30', '31'],
      ['', '', 'Frauen', '10', '*'],
      ['08117', 'Göppingen', 'Insgesamt', '7', '8'],
    ],
    countries,
    'Tabelle1',
  )
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'hhl_geringfuegig 115 2014-01-01/1': 40,
    'hhl_geringfuegig 115 2014-02-01/1': 41,
    'hhl_geringfuegig GES=GESM 115 2014-01-01/1': 30,
    'hhl_geringfuegig GES=GESM 115 2014-02-01/1': 31,
    'hhl_geringfuegig GES=GESW 115 2014-01-01/1': 10,
    'hhl_geringfuegig GES=GESW 115 2014-02-01/1': 'geheim',
    'hhl_geringfuegig 117 2014-01-01/1': 7,
    'hhl_geringfuegig 117 2014-02-01/1': 8,
  })
})

t.test('the heading says which of the indicators it is', async (t) => {
  const titled = (title: string) => [[title], ...countries.slice(2)]
  const rows = [['08115', 'Böblingen', 'Insgesamt', '40', '41']]
  const indicator = (title: string) => Object.keys(readSheet(rows, titled(title)).figures)[0]?.split(' ')[0]
  t.equal(indicator('Sozialversicherungspflichtig Beschäftigte aus Hauptherkunftsländern'), 'hhl_svb')
  t.equal(indicator('Arbeitslosenquote'), 'arbeitslosenquote')
  t.equal(indicator('Arbeitslose'), 'arbeitslose')
  t.match(readSheet(rows, titled('Gemeldete Stellen')).report.leftSeries, [{ statistic: 'BA', figures: 2 }])
})

t.test('a table that breaks off is noticed', async (t) => {
  const rows = [...overview.slice(1), ['08115 Böblingen', '1', '2', '3']]
  const read = readRows({ rows, lines: rows.map((_, index) => index + 1) }, { sheet: 'Übersicht_Kreise' })
  t.match(read.report.warnings, [/Zeile „© Statistik der Bundesagentur für Arbeit“ am Ende fehlt/])
})

const faults: [string, string[], object][] = [
  ['key', ['0811 5 Böblingen', '1', '2', '3'], { column: 'A', sentence: /„0811 5 Böblingen“ ist kein Schlüssel/ }],
  ['no key', ['', '7', '2', '3'], { column: 'A', sentence: /Vor den Zahlen steht kein Schlüssel/ }],
  ['first month', ['08115 Böblingen', 'viele', '2', '3'], { column: 'B', sentence: /„viele“ ist keine Zahl/ }],
  ['second month', ['08115 Böblingen', '1', '1,5', '3'], { column: 'C', sentence: /1,5 ist keine ganze Zahl/ }],
  ['last month', ['08115 Böblingen', '1', '2', '12.34'], { column: 'D', sentence: /„12.34“ ist nicht eindeutig/ }],
]
for (const [what, row, fault] of faults) {
  t.test(`reported with its place: ${what}`, async (t) => {
    const { report, figures } = readSheet([['08111 Stuttgart', '7', '8', '9'], row, ['08117 Göppingen', '4', '5', '6']])
    t.match(report.faults[0], { line: 6, ...fault })
    t.equal(figures['arbeitslose 117 2019-03-01/1'], 6, 'the next row is read')
  })
}
