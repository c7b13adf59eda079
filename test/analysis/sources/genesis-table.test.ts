import t from 'tap'
import { readRows, readTextFile } from '../../support/intake.ts'

const foot = [
  '__________',
  '"Fußnote; mit',
  'Umbruch ""und"" Zitat"',
  '"© Statistische Ämter"',
  'Stand: 10.10.2017 / 16:46:46',
]
const table = (...rows: string[]) => `${[...rows, ...foot].join('\n')}\n`

const crossed = [
  'GENESIS-Tabelle: 13111-01-03-5',
  'Sozialversicherungspflichtig Beschäftigte am Arbeitsort;;;;;',
  'Sozialversicherungspfl. Beschäftigte (Arbeitsort) (Anzahl);;;;;',
  '30.06.2015;;;;;',
  ';;Nationalität;Nationalität;Nationalität;Nationalität',
  ';;Insgesamt;Insgesamt;Ausländer(innen);Ausländer(innen)',
  ';;Geschlecht;Geschlecht;Geschlecht;Geschlecht',
  ';;Insgesamt;männlich;Insgesamt;männlich',
]

t.test('the date alone in a row, crossed headings, Stadtkreise with five digits', async (t) => {
  const { source, figures, report, description } = readTextFile(
    table(
      ...crossed,
      'DG;Deutschland;9;8;7;6',
      '08111;      Stuttgart, Stadtkreis;40;20;.;5',
      '08117019;        Eislingen;4;3;0;-',
    ),
  )
  t.equal(source, 'genesis-tabelle')
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'svb_gesamt DG 2015-06-30/0': 9,
    'svb_gesamt GES=GESM DG 2015-06-30/0': 8,
    'svb_auslaender DG 2015-06-30/0': 7,
    'svb_auslaender GES=GESM DG 2015-06-30/0': 6,
    'svb_gesamt 111000 2015-06-30/0': 40,
    'svb_gesamt GES=GESM 111000 2015-06-30/0': 20,
    'svb_auslaender 111000 2015-06-30/0': 'unbekannt_oder_geheim',
    'svb_auslaender GES=GESM 111000 2015-06-30/0': 5,
    'svb_gesamt 117019 2015-06-30/0': 4,
    'svb_gesamt GES=GESM 117019 2015-06-30/0': 3,
    'svb_auslaender 117019 2015-06-30/0': 0,
    'svb_auslaender GES=GESM 117019 2015-06-30/0': 'nichts',
  })
  t.match(description, { title: /^13111-01-03-5 /, asOf: '2017-10-10', source: /Regionaldatenbank/ })
})

t.test('a block of columns for each date', async (t) => {
  const { figures } = readTextFile(
    table(
      'GENESIS-Tabelle: 12411-01-01-5',
      'Bevölkerung nach Geschlecht;;;;;',
      'Bevölkerungsstand (Anzahl);;;;;',
      ';;31.12.2015;31.12.2015;31.12.2014;31.12.2014',
      ';;Insgesamt;weiblich;Insgesamt;weiblich',
      '08115;Böblingen;6;5;4;3',
    ),
  )
  t.strictSame(figures, {
    'einwohner 115 2015-12-31/0': 6,
    'einwohner GES=GESW 115 2015-12-31/0': 5,
    'einwohner 115 2014-12-31/0': 4,
    'einwohner GES=GESW 115 2014-12-31/0': 3,
  })
})

t.test('the form of 2026: the date in front, groups in rows, a quality after each figure', async (t) => {
  const { figures, report } = readTextFile(
    table(
      'Tabelle: 12521-0041',
      'Ausländer: Kreise, Stichtag, Geschlecht,;;;',
      'Ausländer (Anzahl);;;;;',
      ';;;;männlich;männlich;Insgesamt;Insgesamt',
      '31.12.2025;08115;Böblingen;Insgesamt;9420;e;17910;e',
      '31.12.2025;08115;Böblingen;Europa;-;;10695;e',
    ),
  )
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'einwohner_herkunft GES=GESM 115 2025-12-31/0': 9420,
    'einwohner_herkunft 115 2025-12-31/0': 17910,
    'einwohner_herkunft GES=GESM;Zeile1=Europa 115 2025-12-31/0': 'nichts',
    'einwohner_herkunft Zeile1=Europa 115 2025-12-31/0': 10695,
  })
})

t.test('a heading over all columns that is no total stays a part: it is not taken for the whole', async (t) => {
  const { figures } = readTextFile(
    table('Tabelle: 12521-0040', 'Ausländer (Anzahl);;', '31.12.2025;;', ';;Syrien', '08115;Böblingen;5'),
  )
  t.strictSame(figures, { 'einwohner_herkunft Kopf1=Syrien 115 2025-12-31/0': 5 })
})

t.test('several measures side by side, each with its unit; what the catalogue does not know is named', async (t) => {
  const { figures, report } = readTextFile(
    table(
      'GENESIS-Tabelle: 71231-01-02-5',
      'Realsteuervergleich - Jahressumme -;;;;',
      '2015;;;;',
      ';;Grundsteuer A - Hebesatz;Gewerbesteuer - Hebesatz;Gewerbesteuerumlage',
      ';;Prozent;Prozent;Tsd. EUR',
      '08117019;Eislingen;320;400;-2',
    ),
  )
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'hebesatz_grundsteuer_a 117019 2015-01-01/12': 320,
    'hebesatz_gewerbesteuer 117019 2015-01-01/12': 400,
  })
  t.match(report.leftSeries, [{ statistic: '71231', measure: 'Gewerbesteuerumlage', figures: 1 }])
})

t.test('measures of which each is divided in its own way', async (t) => {
  const { figures, report } = readTextFile(
    table(
      'GENESIS-Tabelle: 31231-01-02-5',
      'Wohngebäude- und Wohnungsbestand - Stichtag 31.12. -;;;;;;;',
      ';;;Wohngebäude;Wohngebäude;Wohnfläche;Wohnungen in Wohn- und Nichtwohngebäuden;Wohnungen in Wohn- und Nichtwohngebäuden',
      ';;;Gebäude nach Wohnungen;Gebäude nach Wohnungen;;Größe der Wohnung;Größe der Wohnung',
      ';;;Insgesamt;1 Wohnung;;Insgesamt;Wohnungen mit 1 Raum',
      ';;;Anzahl;Anzahl;1000 qm;Anzahl;Anzahl',
      '31.12.2010;08117;Göppingen;5;4;3,5;9;1',
    ),
  )
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'wohnbestand 117 2010-12-31/0': 9,
    'wohnbestand Größe der Wohnung=Wohnungen mit 1 Raum 117 2010-12-31/0': 1,
  })
  t.equal(
    report.leftSeries.reduce((sum, { figures }) => sum + figures, 0),
    3,
  )
})

t.test('measures with parts, but without a word for what the parts are', async (t) => {
  const { figures, report } = readTextFile(
    table(
      'GENESIS-Tabelle: 13211-02-05-4',
      'Arbeitslose nach ausgewählten Personengruppen;;;;;;',
      ';;;Arbeitslose;Arbeitslose;Arbeitslosenquote bez. auf alle zivile Erwerbsp.;Arbeitslosenquote bez. auf alle zivile Erwerbsp.',
      ';;;;langzeitarbeitslos;;Frauen',
      ';;;Anzahl;Anzahl;Prozent;Prozent',
      '2016;08117;Göppingen;4495;783;3,8;3,5',
    ),
  )
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'arbeitslose 117 2016-01-01/12': 4495,
    'arbeitslose Kopf2=langzeitarbeitslos 117 2016-01-01/12': 783,
    'arbeitslosenquote 117 2016-01-01/12': 3.8,
    'arbeitslosenquote GES=GESW 117 2016-01-01/12': 3.5,
  })
})

t.test('two measures of which a total stands directly below are not mixed up', async (t) => {
  const { figures } = readTextFile(
    table(
      'GENESIS-Tabelle: 12711-01-03-5',
      'Zu- und Fortzüge;;;;;',
      '2015;;;;;',
      ';;Zuzüge über die Gemeindegrenzen;Zuzüge über die Gemeindegrenzen;Fortzüge über die Gemeindegrenzen;Fortzüge über die Gemeindegrenzen',
      ';;Insgesamt;männlich;Insgesamt;männlich',
      '08117019;Eislingen;7;6;5;4',
    ),
  )
  t.strictSame(figures, {
    'zuzuege 117019 2015-01-01/12': 7,
    'zuzuege GES=GESM 117019 2015-01-01/12': 6,
    'fortzuege 117019 2015-01-01/12': 5,
    'fortzuege GES=GESM 117019 2015-01-01/12': 4,
  })
})

t.test('former Kommunen and areas without one are listed, not dropped', async (t) => {
  const { report, figures } = readTextFile(
    table(...crossed, '08237008;Betzweiler-Wälde;-;-;-;-', '08415971;Gutsbezirk;-;-;-;-', '08999001;Nirgends;1;1;1;1'),
  )
  t.strictSame(figures, {})
  t.match(report.leftKeys, [
    {
      reason: 'aufgeloest',
      key: '08237008',
      until: '2006-12-31',
      successor: '237045',
      figures: 4,
      values: 0,
      firstLine: 9,
    },
    { reason: 'gemeindefrei', key: '08415971', name: 'Gutsbezirk Münsingen', figures: 4 },
  ])
  t.match(report.faults, [{ line: 11, sentence: /„08999001“ ist kein Schlüssel/ }])
})

const faults: [string, string, object][] = [
  ['key', '0811X;Göppingen;4;3;2;1', { line: 10, column: '1', sentence: /„0811X“ ist kein Schlüssel/ }],
  ['first figure', '08117;Göppingen;4,x;3;2;1', { line: 10, column: '3', sentence: /„4,x“ ist keine Zahl/ }],
  ['last figure', '08117;Göppingen;4;3;2;1e3', { line: 10, column: '6', sentence: /„1e3“ ist keine Zahl/ }],
  ['a cell is missing', '08117;Göppingen;4;3;2', { line: 10, sentence: /5 Felder, erwartet werden 6/ }],
  ['a quotation mark', '08117;"Göppingen;4;3;2;1', { line: 10, sentence: /Anführungszeichen/ }],
]
for (const [what, row, fault] of faults) {
  t.test(`reported with its place: ${what}`, async (t) => {
    const { report } = readTextFile(table(...crossed, '08115;Böblingen;4;3;2;1', row))
    t.match(report.faults[0], fault)
  })
}

t.test('a faulty time, a faulty first row', async (t) => {
  const dated = ['Tabelle: 12521-0041', 'Ausländer (Anzahl);;', ';;;Insgesamt']
  const late = readTextFile(table(...dated, '31.12.2025;08115;Böblingen;1', '31.13.2025;08117;Göppingen;2'))
  t.match(late.report.faults, [{ line: 5, column: '1', sentence: /„31.13.2025“ ist keine Zeit/ }])
  const first = readTextFile(table(...crossed, '0811X;Göppingen;4;3;2;1', '08115;Böblingen;4;3;2;1'))
  t.match(first.report.faults[0], { line: 9, column: '1', sentence: /„0811X“ ist kein Schlüssel/ })
  t.equal(first.report.observations, 4)
})

t.test('a file that breaks off is noticed', async (t) => {
  const whole = [...crossed, '08115;Böblingen;4;3;2;1', ''].join('\n')
  t.match(readTextFile(whole).report.warnings, [/Fußzeile der Tabelle fehlt/])
  t.match(readTextFile(`${crossed.slice(0, 4).join('\n')}\n`).report.faults, [
    { sentence: /keine Zeile mit einem Schlüssel/ },
  ])
  const noHeading = readTextFile(table(...crossed.slice(0, 4), '08115;Böblingen;4;3;2;1'))
  t.match(noHeading.report.faults, [{ line: 5, sentence: /fehlt die Kopfzeile/ }])
  const noTime = readTextFile(table(...crossed.toSpliced(3, 1), '08115;Böblingen;4;3;2;1'))
  t.match(noTime.report.faults, [{ sentence: /nennt keine Zeit/ }])
})

const workbook = [
  ['Ausländer: Kreise, Stichtag, Geschlecht', '', '', '', ''],
  ['Ausländerstatistik', '', '', '', ''],
  ['Ausländer (Anzahl)', '', '', '', ''],
  ['Stichtag\nKreise', '', 'männlich', 'weiblich', 'Insgesamt'],
  ['31.12.2022', '', '', '', ''],
  ['08111', 'Stuttgart, kreisfreie Stadt', '83235', '77415', '160655'],
  ['08115', 'Böblingen, Landkreis', '-', '38310', '80005'],
  ['______________', '', '', '', ''],
  ['© Statistisches Bundesamt (Destatis), 2023 | Stand: 12.07.2023 / 10:11:12', '', '', '', ''],
]

t.test('a workbook of GENESIS-Online whose table is named only by its sheet', async (t) => {
  const lines = workbook.map((_, index) => index + 1)
  for (const sheet of ['12521-0040', '12521-0040 (1)', '12521-0040-KREISE']) {
    const { source, figures, report, description } = readRows({ rows: workbook, lines }, { sheet, file: 'a.xlsx' })
    t.equal(source, 'genesis-tabelle')
    t.strictSame([report.faults, report.warnings], [[], []])
    t.strictSame(figures, {
      'einwohner_herkunft GES=GESM 111000 2022-12-31/0': 83235,
      'einwohner_herkunft GES=GESW 111000 2022-12-31/0': 77415,
      'einwohner_herkunft 111000 2022-12-31/0': 160655,
      'einwohner_herkunft GES=GESM 115 2022-12-31/0': 'nichts',
      'einwohner_herkunft GES=GESW 115 2022-12-31/0': 38310,
      'einwohner_herkunft 115 2022-12-31/0': 80005,
    })
    t.match(description, {
      title: '12521-0040 Ausländer: Kreise, Stichtag, Geschlecht',
      source: /GENESIS-Online/,
      asOf: '2023-07-12',
    })
  }
  t.equal(readRows({ rows: workbook, lines }, { sheet: 'Tabelle1' }).source, undefined)
})

t.test('cells joined in the heading of a workbook stand over all their columns', async (t) => {
  const rows = [
    ...workbook.slice(0, 3),
    ['Stichtag\nKreise', '', 'Nationalität', '', '', ''],
    ['', '', 'Insgesamt', '', 'Ausländer(innen)', ''],
    ['', '', 'männlich', 'weiblich', 'männlich', 'weiblich'],
    ['31.12.2022', '', '', '', '', ''],
    ['08115', 'Böblingen', '1', '2', '3', '4'],
    ['____', '', '', '', '', ''],
  ]
  const { figures } = readRows({ rows, lines: rows.map((_, index) => index + 1) }, { sheet: '12521-0040' })
  t.strictSame(figures, {
    'einwohner_herkunft GES=GESM 115 2022-12-31/0': 1,
    'einwohner_herkunft GES=GESW 115 2022-12-31/0': 2,
    'einwohner_herkunft GES=GESM;NAT=NATA 115 2022-12-31/0': 3,
    'einwohner_herkunft GES=GESW;NAT=NATA 115 2022-12-31/0': 4,
  })
})
