import t from 'tap'
import { readTextFile } from '../../support/intake.ts'

const header =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label'
const row = (key: string, value: string, region = 'KREISE') =>
  `12411;Fortschreibung;STAG;Stichtag;2018-12-31;${region};Region;${key};Name;${value};Anzahl;BEVSTD;Bevölkerungsstand`

t.test('a cause is said once, with its number and the first places; every fault is counted', async (t) => {
  const rows = Array.from({ length: 300 }, (_, index) => row('08115', `${index}o`))
  const { report } = readTextFile([header, ...rows, row('0811X', '1'), row('08115', '7', 'ORTE')].join('\n'))
  t.equal(report.faultCount, 302)
  t.match(report.causes, [
    {
      count: 300,
      places: [{ line: 2, column: 'value', sentence: /„0o“ ist keine Zahl/ }, { line: 3 }, { line: 4 }, {}],
    },
    { count: 1, places: [{ line: 302, sentence: /„0811X“ ist kein Schlüssel/ }] },
    { count: 1, places: [{ line: 303, sentence: /Keine Region/ }] },
  ])
  t.equal(report.causes[0]?.places.length, 4)
})

t.test('a key that cannot be read is one fault of its row, however many figures stand there', async (t) => {
  const { report } = readTextFile(
    [
      'GENESIS-Tabelle: 12411-01-01-5',
      'Bevölkerung;;;;',
      'Bevölkerungsstand (Anzahl);;;;',
      '31.12.2015;;;;',
      ';;Insgesamt;männlich;weiblich',
      '08115003;Böblingen;6;5;1',
      '08115X;Böblingen;6;5;1',
      '08117X;Göppingen;6;5;1',
      '03241001010;Hannover, Mitte;6;5;1',
      '__________',
    ].join('\n'),
  )
  t.match(report.causes, [
    {
      count: 2,
      places: [
        { line: 7, column: '1' },
        { line: 8, column: '1' },
      ],
    },
  ])
  t.match(report.leftKeys, [{ reason: 'ausserhalb', key: 'Land 03', figures: 3 }])
})

t.test('the regions of the Zensus are read: their codes hold the key', async (t) => {
  const zensus = (variable: string, key: string, value: number) => row(key, String(value), variable)
  const { figures, report } = readTextFile(
    [
      header,
      zensus('GEODL1', 'DG', 82719540),
      zensus('GEOBL1', '08', 11104040),
      zensus('GEORB1', '081', 4100000),
      zensus('GEOLK4', '08115', 390000),
      zensus('GEOLK4', '08111', 610000),
      zensus('GEOVB4', '081155001', 20000),
      zensus('GEOGM4', '081155001001', 9000),
      zensus('GEOGM4', '081110000000', 610000),
      zensus('GEOGM4', '055150000000', 1),
      zensus('GEOBZ1', '110010010010', 1),
    ].join('\n'),
  )
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'einwohner DG 2018-12-31/0': 82719540,
    'einwohner 08 2018-12-31/0': 11104040,
    'einwohner 1 2018-12-31/0': 4100000,
    'einwohner 115 2018-12-31/0': 390000,
    'einwohner 111000 2018-12-31/0': 610000,
    'einwohner 115001 2018-12-31/0': 9000,
  })
  t.match(report.leftKeys, [{ reason: 'verband' }, { key: 'Land 05' }, { key: 'Land 11' }])
})
