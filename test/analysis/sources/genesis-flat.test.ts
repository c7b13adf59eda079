import t from 'tap'
import { readTextFile } from '../../support/intake.ts'

const header =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label'
const good = (key: string, value: string, sex = 'GESM;männlich', time = '2018-12-31') =>
  `12411;Fortschreibung;STAG;Stichtag;${time};KREISE;Kreise;${key};Name;GES;Geschlecht;${sex};${value};Anzahl;BEVSTD;Bevölkerungsstand`
const file = (...rows: string[]) => `\ufeff${[header, ...rows].join('\n')}\n`

t.test('the new layout: levels, totals, symbols, a Stadtkreis under its GKZ', async (t) => {
  const { source, figures, report, description } = readTextFile(
    file(
      good('08115', '392807'),
      good('08111', '-', ';Insgesamt'),
      good('DG', '41000000', 'GESW;weiblich'),
      good('08', '.', 'INSGESAMT;Insgesamt'),
      good('081', '...'),
      good('08117019', '0', 'GESW;weiblich', '2018'),
    ).replace('STAG;Stichtag;2018;', 'JAHR;Jahr;2018;'),
    { file: '12411-0015_de_flat.csv' },
  )
  t.equal(source, 'genesis-flach')
  t.strictSame(figures, {
    'einwohner GES=GESM 115 2018-12-31/0': 392807,
    'einwohner 111000 2018-12-31/0': 'nichts',
    'einwohner GES=GESW DG 2018-12-31/0': 41000000,
    'einwohner 08 2018-12-31/0': 'unbekannt_oder_geheim',
    'einwohner GES=GESM 1 2018-12-31/0': 'folgt',
    'einwohner GES=GESW 117019 2018-01-01/12': 0,
  })
  t.strictSame(report.faults, [])
  t.match(description, { title: '12411 Fortschreibung', source: /GENESIS-Online/, licence: 'dl-de/by-2-0' })
})

t.test('the English form has decimal points, and a quality column marks what is uncertain', async (t) => {
  const english = file(good('08115', '12.5', ';Total')).replace(
    'value_variable_label\n',
    'value_variable_label;value_q\n',
  )
  const rated = english
    .replace('Bevölkerungsstand\n', 'Population;( )\n')
    .replace('BEVSTD', 'X1')
    .replace('Anzahl', 'EUR')
  const { observations, report } = readTextFile(rated, { indicator: 'bip_je_kopf' })
  t.strictSame(report.faults, [])
  t.match(observations, [{ value: 12.5, uncertain: true }])
})

t.test('months stand in a dimension of their own', async (t) => {
  const row = good('08115', '7', 'MONAT09;September', '2019')
    .replace('STAG;Stichtag', 'JAHR;Jahr')
    .replace('GES;Geschlecht', 'MONAT;Monate')
  t.strictSame(readTextFile(file(row)).figures, { 'einwohner 115 2019-09-01/1': 7 })
})

t.test('a line break within a label is no end of the row', async (t) => {
  const broken = good('08115', '7').replace('Fortschreibung', 'Fort-\nschreibung')
  const { figures, report } = readTextFile(file(broken, good('08117', '8')))
  t.strictSame(report.faults, [])
  t.strictSame(Object.values(figures), [7, 8])
})

t.test('the old layout: German names, several figures in a row, Windows line ends', async (t) => {
  const old = [
    'Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label; ERW006__Arbeitslose__Anzahl;ERW006__Arbeitslose__Anzahl__q;ERW111__Andere__Anzahl',
    '13211;Arbeitsmarkt;JAHR;Jahr;1991;DLAND;Bundesländer;08;Baden-Württemberg;GES;Geschlecht;;Insgesamt;159318;e;3',
    '13211;Arbeitsmarkt;STAG;Stichtag;30.06.1992;DLAND;Bundesländer;09;Bayern;GES;Geschlecht;GESM;männlich;5;;4',
    '',
  ].join('\n')
  const { source, figures, report } = readTextFile(old)
  t.equal(source, 'genesis-flach')
  t.strictSame(figures, { 'arbeitslose 08 1991-01-01/12': 159318 })
  t.match(report.leftKeys, [{ reason: 'ausserhalb', key: 'Land 09', figures: 1, values: 1 }])
  t.match(report.leftSeries, [{ statistic: '13211', measure: 'ERW111 Andere', figures: 2, firstLine: 2 }])
})

t.test('a level that is all dashes below a level with numbers is not 0', async (t) => {
  const rows = [good('08', '5'), good('08115', '-'), good('08117', '-')]
  t.match(readTextFile(file(...rows)).report.warnings, [/Für die Kreise steht überall „-“ \(2 Angaben\).*nicht 0/])
  t.strictSame(readTextFile(file(...rows, good('08237', '1'))).report.warnings, [], 'one number is enough')
  const { figures } = readTextFile(file(...rows), { dashIsZero: true })
  t.equal(figures['einwohner GES=GESM 115 2018-12-31/0'], 0, 'unless somebody says so')
})

/** One fault in every field of a row. */
const faults: [string, (row: string) => string, object][] = [
  [
    'statistics_code',
    (row) => row.replace('12411;', ' ;'),
    { column: 'statistics_code', sentence: /keine Nummer einer Statistik/ },
  ],
  [
    'time_code',
    (row) => row.replace('STAG', 'JAHR'),
    { column: 'time', sentence: /„2018-12-31“ passt nicht zur Zeitangabe JAHR/ },
  ],
  [
    'time',
    (row) => row.replace('2018-12-31', '2018-13-31'),
    { column: 'time', sentence: /„2018-13-31“ ist keine Zeit/ },
  ],
  ['1_variable_code', (row) => row.replace('KREISE', 'KREIS'), { column: '1_variable_code', sentence: /Keine Region/ }],
  [
    '1_variable_attribute_code',
    (row) => row.replace('08117', '0811X'),
    { column: '1_variable_attribute_code', sentence: /„0811X“ ist kein Schlüssel/ },
  ],
  [
    'no region key',
    (row) => row.replace('08117', ''),
    { column: '1_variable_attribute_code', sentence: /„“ ist kein Schlüssel/ },
  ],
  [
    '2_variable_code',
    (row) => row.replace(';GES;', ';;'),
    { column: '2_variable_code', sentence: /„GESM“ fehlt der Code/ },
  ],
  ['two regions', (row) => row.replace(';GES;', ';GEMEIN;'), { column: '2_variable_code', sentence: /zwei Regionen/ }],
  ['value: no number', (row) => row.replace(';8;', ';8o;'), { column: 'value', sentence: /„8o“ ist keine Zahl/ }],
  [
    'value: a fraction of a person',
    (row) => row.replace(';8;', ';8,5;'),
    { column: 'value', sentence: /8,5 ist keine ganze Zahl; einwohner/ },
  ],
  ['value: negative', (row) => row.replace(';8;', ';-8;'), { column: 'value', sentence: /-8 ist kleiner als 0/ }],
  [
    'value: thousands set apart',
    (row) => row.replace(';8;', ';1.234.567;'),
    { column: 'value', sentence: /nicht eindeutig/ },
  ],
  ['value_unit: none', (row) => row.replace('Anzahl', ''), { column: 'value_unit', sentence: /Einheit fehlt/ }],
  [
    'value_unit: another',
    (row) => row.replace('Anzahl', 'Tsd.'),
    { sentence: /Die Einheit „Tsd.“ passt nicht zu einwohner/ },
  ],
  [
    'value_variable_code',
    (row) => row.replace('BEVSTD', ''),
    { column: 'value_variable_code', sentence: /Code der Größe fehlt/ },
  ],
  ['a cell too many', (row) => `${row};x`, { sentence: /18 Felder, die Kopfzeile 17/ }],
  ['cells too few', (row) => row.slice(0, row.lastIndexOf(';')), { sentence: /16 Felder, die Kopfzeile 17/ }],
]
for (const [what, spoil, fault] of faults) {
  t.test(`reported with its place: ${what}`, async (t) => {
    const { figures, report } = readTextFile(file(good('08115', '7'), spoil(good('08117', '8')), good('08237', '9')))
    t.equal(report.faultCount, 1)
    t.match(report.faults, [{ line: 3, ...fault }])
    t.strictSame(Object.values(figures), [7, 9], 'the other rows are read')
  })
}

t.test('a file has one decimal sign', async (t) => {
  const rows = [good('08115', '1,5'), good('08117', '1.5')].map((row) =>
    row.replace('BEVSTD', 'X1').replace('Anzahl', 'EUR'),
  )
  const { report } = readTextFile(file(...rows), { indicator: 'bip_je_kopf' })
  t.match(report.faults, [
    { line: 3, column: 'value', sentence: /„1.5“ ist nicht eindeutig: In dieser Datei ist das Komma/ },
  ])
})

const headers: [string, (text: string) => string, RegExp][] = [
  ['a column is missing', (text) => text.replace('time_code;', ''), /Die Spalte „time_code“ fehlt/],
  ['a column is unknown', (text) => text.replace('value_unit', 'Einheit'), /Die Spalte „Einheit“ gehört nicht/],
  ['a column is doubled', (text) => `${text};value`, /Die Spalte „value“ kommt mehrmals vor/],
]
for (const [what, spoil, sentence] of headers) {
  t.test(`the file is refused: ${what}`, async (t) => {
    const { refusals } = readTextFile(`${spoil(header)}\n${good('08115', '7')}\n`)
    t.ok(
      refusals.some((one) => one.line === 1 && sentence.test(one.sentence)),
      JSON.stringify(refusals),
    )
  })
}
