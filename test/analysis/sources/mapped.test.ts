import t from 'tap'
import type { Mapping } from '../../../schemas/mapping.ts'
import { readTextFile } from '../../support/intake.ts'

const mapping: Mapping = {
  title: 'Geflüchtete in den Kommunen',
  source: 'RP Stuttgart',
  licence: 'nach Absprache',
  region: { column: 'GKZ', name: 'Ort' },
  period: { column: 'Jahr' },
  values: [{ column: 'Personen', indicator: 'gefluechtete' }],
}
const table = (...rows: string[]) => `${['GKZ;Ort;Jahr;Personen', ...rows].join('\n')}\n`

t.test('keys, times and figures stand where the mapping says', async (t) => {
  const { figures, report, description } = readTextFile(
    table('117019;Eislingen;2017;12', '8115003;Böblingen;31.12.2018;1.234', '081150003001;Aidlingen;2017-06;-', ';;;'),
    { mapping },
  )
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'gefluechtete 117019 2017-01-01/12': 12,
    'gefluechtete 115003 2018-12-31/0': 1234,
    'gefluechtete 115001 2017-06-01/1': 'nichts',
  })
  t.strictSame(description, { title: mapping.title, source: mapping.source, licence: mapping.licence })
})

t.test('several figures in a row, parts in columns, rows left out, thousands, texts for missing, an end', async (t) => {
  const text = [
    'Tabelle von irgendwem',
    'Schlüssel,Geschlecht,Art,Beschäftigte,Steuern',
    '08115 Böblingen,zusammen,A,7,1.5',
    '08115 Böblingen,w,A,3,n. v.',
    '08115 Böblingen,w,B,4,2',
    'Summe,,,,',
    '08117,w,A,1,1',
  ].join('\n')
  const { figures, report } = readTextFile(text, {
    mapping: {
      source: 'S',
      licence: 'L',
      header: 2,
      decimal: '.',
      region: { column: 1 },
      period: { value: '2016' },
      breakdowns: [{ column: 'Geschlecht', variable: 'GES', codes: { w: 'GESW' }, total: ['zusammen'] }],
      where: { Art: 'A' },
      missing: { 'n. v.': 'unbekannt_oder_geheim' },
      end: 'Summe',
      values: [
        { column: 'Beschäftigte', indicator: 'svb_gesamt', breakdown: { NAT: 'NATA' } },
        { column: 'Steuern', indicator: 'steueraufkommen', factor: 1000 },
      ],
    },
  })
  t.strictSame(report.faults, [])
  t.strictSame(figures, {
    'svb_gesamt NAT=NATA 115 2016-01-01/12': 7,
    'steueraufkommen 115 2016-01-01/12': 1500,
    'svb_gesamt GES=GESW;NAT=NATA 115 2016-01-01/12': 3,
    'steueraufkommen GES=GESW 115 2016-01-01/12': 'unbekannt_oder_geheim',
  })
  t.equal(report.passed, 1)
})

t.test('times in the headings; or one time for all, said beside the file', async (t) => {
  const headed: Mapping = { ...mapping, region: { column: 'GKZ' }, values: [{ indicator: 'gefluechtete' }] }
  const { figures } = readTextFile('GKZ;2017;2018\n117019;1;2\n', {
    mapping: { ...headed, period: { headings: true } },
  })
  t.strictSame(figures, { 'gefluechtete 117019 2017-01-01/12': 1, 'gefluechtete 117019 2018-01-01/12': 2 })
  const { period, ...undated } = mapping
  t.strictSame(readTextFile(table('117019;E;x;5'), { mapping: undated, zeit: '2017' }).figures, {
    'gefluechtete 117019 2017-01-01/12': 5,
  })
})

const wrongMappings: [string, Partial<Mapping>, RegExp][] = [
  [
    'region',
    { region: { column: 'AGS' } },
    /Spalte „AGS“ der Zuordnung fehlt. Vorhanden sind: GKZ, Ort, Jahr, Personen/,
  ],
  ['name', { region: { column: 'GKZ', name: 'Name' } }, /Spalte „Name“/],
  ['period column', { period: { column: 'Zeit' } }, /Spalte „Zeit“/],
  ['period value', { period: { value: 'Frühling' } }, /Zeit „Frühling“ der Zuordnung ist nicht lesbar/],
  ['period headings', { period: { headings: true } }, /Keine Spalte ist mit einer Zeit überschrieben/],
  ['value', { values: [{ column: 'Leute', indicator: 'gefluechtete' }] }, /Spalte „Leute“/],
  [
    'value without column',
    { values: [{ indicator: 'gefluechtete' }] },
    /gefluechtete nennt die Zuordnung keine Spalte/,
  ],
  ['breakdown', { breakdowns: [{ column: 'Sex', variable: 'GES' }] }, /Spalte „Sex“/],
  ['where', { where: { Art: 'A' } }, /Spalte „Art“/],
  ['header', { header: 9 }, /keine Spaltennamen; die Zuordnung \(header\)/],
]
for (const [what, change, sentence] of wrongMappings) {
  t.test(`a mapping that does not fit the table: ${what}`, async (t) => {
    t.match(readTextFile(table('117019;E;2017;5'), { mapping: { ...mapping, ...change } }).refusals[0], { sentence })
  })
}

t.test('a mapping without time, a heading twice', async (t) => {
  const { period, ...undated } = mapping
  t.match(readTextFile(table('117019;E;2017;5'), { mapping: undated }).refusals, [
    { sentence: /sagt weder die Zuordnung \(period\) noch --zeit/ },
  ])
  const twice = readTextFile('GKZ;Ort;Jahr;Personen;Personen\n117019;E;2017;5;6\n', { mapping })
  t.match(twice.refusals, [{ sentence: /Spalte „Personen“ kommt mehrmals vor; .*mit ihrer Nummer/ }])
})

const faults: [string, string, object][] = [
  ['key', '11701X;Salach;2017;5', { column: 'A', sentence: /„11701X“ ist kein Schlüssel/ }],
  ['no key', ';Salach;2017;5', { column: 'A', sentence: /„“ ist kein Schlüssel/ }],
  ['time', '117019;Salach;17;5', { column: 'C', sentence: /„17“ ist keine Zeit/ }],
  ['figure', '117019;Salach;2017;5 Personen', { column: 'D', sentence: /„5 Personen“ ist keine Zahl/ }],
  ['a figure that can be read in two ways', '117019;Salach;2017;1.5', { column: 'D', sentence: /nicht eindeutig/ }],
  ['a fraction of a person', '117019;Salach;2017;1,5', { column: 'D', sentence: /1,5 ist keine ganze Zahl/ }],
  ['too many digits', '117019;Salach;2017;1234567890123456', { column: 'D', sentence: /zu viele Ziffern/ }],
  ['a cell too many', '117019;Salach;2017;1;5', { sentence: /5 Felder, die Kopfzeile 4/ }],
  ['quotation mark', '117019;"Salach;2017;5', { sentence: /Anführungszeichen/ }],
]
for (const [what, row, fault] of faults) {
  t.test(`reported with its place: ${what}`, async (t) => {
    const { report } = readTextFile(table('117019;Eislingen;2016;12', row), { mapping })
    t.match(report.faults[0], { line: 3, ...fault })
  })
}
