import t from 'tap'
import { type Known, readImNummern, readVerbuende } from '../../../server/registry/read-verbuende.ts'

const known: Known = {
  register: {
    gemeinden: new Map([
      ['117019', { name: 'Eislingen/Fils' }],
      ['117042', { name: 'Salach' }],
      ['117001', { name: 'Adelberg' }],
    ]),
    kreise: new Map([['117', 'Landkreis Göppingen']]),
  },
  gemeinden: ['117019', '117042', '117001'].map((gkz) => ({ gkz, valid_from: '2009-01-01', valid_to: null })),
  mitglieder: [
    { gkz: '117042', verbund: '117042', valid_from: '2018-01-01', valid_to: '2019-12-31' },
    { gkz: '117042', verbund: '117000', valid_from: '2020-01-01', valid_to: null },
  ],
}
const header = 'verbund,name,gkz,gueltig_ab,gueltig_bis'

t.test('a row for each Kommune of a Verbund', async (t) => {
  const text = `${header}
117000,Landkreis Göppingen,117001,2018-01-01,
117019,Eislingen/Fils,117019,2018-01-01,2019-12-31
117000,Landkreis Göppingen,117019,2020-01-01,`
  const { rows, problems } = readVerbuende(text, 'x.csv', known)
  t.strictSame(problems, [])
  t.strictSame(
    rows.map(({ gkz, verbund, valid_from, valid_to }) => [gkz, verbund, valid_from, valid_to]),
    [
      ['117001', '117000', '2018-01-01', null],
      ['117019', '117019', '2018-01-01', '2019-12-31'],
      ['117019', '117000', '2020-01-01', null],
    ],
  )
  t.match(rows[0], { name: 'Landkreis Göppingen', gemeinde_valid_from: '2009-01-01' })
})

const faulty: [row: string, column: string, sentence: RegExp][] = [
  ['08117000,Landkreis,117001,2018-01-01,', 'verbund', /„08117000“ ist nicht die Nummer eines Antragsverbunds/],
  ['999000,Landkreis,117001,2018-01-01,', 'verbund', /Den Kreis 999/],
  ['117000,,117001,2018-01-01,', 'name', /Name des Antragsverbunds fehlt/],
  ['117000,Göppingen,117001,2018-01-01,', 'name', /117000 heißt weiter oben „Landkreis Göppingen“, hier „Göppingen“/],
  ['117000,Landkreis Göppingen,08117001,2018-01-01,', 'gkz', /ohne „08“.*Meinen Sie 117001 \(Adelberg\)/],
  ['117000,Landkreis Göppingen,117002,2018-01-01,', 'gkz', /117002 gibt es in Baden-Württemberg nicht/],
  ['117000,Landkreis Göppingen,117001,1.1.2018,', 'gueltig_ab', /JJJJ-MM-TT/],
  ['117000,Landkreis Göppingen,117001,2018-01-01,2017-01-01', 'gueltig_bis', /liegt vor gueltig_ab/],
  ['117000,Landkreis Göppingen,117001,2008-12-31,', 'gueltig_ab', /Am 2008-12-31 gibt es die Kommune 117001.* nicht/],
  ['117000,Landkreis Göppingen,117019,2019-01-01,', 'gkz', /117019 steht für dieselbe Zeit schon in Zeile 2/],
  ['117000,Landkreis Göppingen,117042,2019-06-01,2019-09-01', 'gkz', /2018-01-01 bis 2019-12-31.*117042/],
  ['117000,Landkreis Göppingen,117042,2017-01-01,2018-06-30', 'gkz', /vom 2018-01-01 bis 2019-12-31 schon/],
]
for (const [row, column, sentence] of faulty) {
  t.test(`${row}`, async (t) => {
    const text = `${header}\n117000,Landkreis Göppingen,117019,2018-01-01,2019-12-31\n${row}`
    const { problems } = readVerbuende(text, 'x.csv', known)
    t.match(problems, [{ file: 'x.csv', line: 3, column, sentence }])
    t.equal(problems.length, 1)
  })
}

t.test('a row that is known may be corrected', async (t) => {
  const text = `${header}
117042,Salach,117042,2018-01-01,2019-06-30
117000,Landkreis Göppingen,117042,2019-07-01,2019-12-31`
  t.strictSame(readVerbuende(text, 'x.csv', known).problems, [])
})

t.test('numbers of Integrationsmanager/-innen', async (t) => {
  const verbuende = new Set(['111000'])
  const text = `im_nummer;gueltig_ab\n111000-001;2018-01-01\n111000002;2018-01-01\n117000-001;2018-01-01\n111000-001;2019-01-01`
  const { rows, problems } = readImNummern(text, 'x.csv', verbuende)
  t.strictSame(rows, [{ im_nummer: '111000-001', verbund: '111000', valid_from: '2018-01-01', valid_to: null }])
  t.match(problems, [
    { line: 3, column: 'im_nummer', sentence: /„111000002“ ist keine Nummer/ },
    { line: 4, column: 'im_nummer', sentence: /Den Antragsverbund 117000/ },
    { line: 5, column: 'im_nummer', sentence: /111000-001 steht schon weiter oben/ },
  ])
})
