import { readFile } from 'node:fs/promises'
import t from 'tap'
import { readGemeinden, readKreise } from '../../../server/registry/read-registry.ts'

const shipped = (name: string) => readFile(new URL(`../../../server/registry/${name}`, import.meta.url), 'utf8')
const kreise = new Set(['115', '117', '421'])
const header = 'gkz,name,einwohner,stand,gueltig_ab'
const good = '115003,Böblingen,51483,2024-12-31,2009-01-01'

t.test('the shipped registry: 44 Kreise, 1,101 Kommunen, nothing wrong', async (t) => {
  const read = readKreise(await shipped('kreise.csv'), 'kreise.csv')
  t.strictSame(read.problems, [])
  t.strictSame(read.rows.length, 44)
  t.strictSame(read.rows.filter(({ typ }) => typ === 'Stadtkreis').length, 9)
  const known = new Set(read.rows.map(({ kreis }) => kreis))
  const { rows, problems } = readGemeinden(await shipped('gemeinden.csv'), 'gemeinden.csv', known)
  t.strictSame(problems, [])
  t.strictSame(rows.length, 1101)
  t.strictSame(
    rows.reduce((sum, { population }) => sum + (population ?? 0), 0),
    11_245_898,
    'the population of the Land on 31.12.2024 (table 12411-01-01-4)',
  )
  t.strictSame(rows.find(({ gkz }) => gkz === '117019')?.name, 'Eislingen/Fils')
})

t.test('a row becomes what the database keeps', async (t) => {
  const rows = [
    {
      gkz: '115003',
      name: 'Böblingen',
      kreis: '115',
      population: 51483,
      population_date: '2024-12-31',
      valid_from: '2009-01-01',
      valid_to: null,
    },
  ]
  t.strictSame(readGemeinden(`${header}\n${good}\n`, 'x.csv', kreise), { rows, problems: [] })
  const excel = `\uFEFF${header}\r\n${good}\r\n`.replaceAll(',', ';')
  t.strictSame(readGemeinden(excel, 'x.csv', kreise), { rows, problems: [] }, 'as a spreadsheet saves it')
})

t.test('no population is not a population of 0', async (t) => {
  const { rows } = readGemeinden(`${header}\n115003,Böblingen,,,2009-01-01`, 'x.csv', kreise)
  t.match(rows, [{ population: null, population_date: null }])
})

t.test('rows of one key follow each other', async (t) => {
  const lines = `${header}\n115003,Neu,2,2025-12-31,2025-01-01\n115003,Alt,1,2024-12-31,2009-01-01`
  const { rows, problems } = readGemeinden(lines, 'x.csv', kreise)
  t.strictSame(problems, [])
  t.strictSame(
    rows.map(({ name, valid_to }) => [name, valid_to]),
    [
      ['Neu', null],
      ['Alt', '2024-12-31'],
    ],
  )
})

const faulty: [string, string, object][] = [
  ['a key with too few digits', '15003,B,1,2024-12-31,2009-01-01', { column: 'gkz', sentence: /„15003“/ }],
  ['a key with 08', '08115003,B,1,2024-12-31,2009-01-01', { column: 'gkz', sentence: /ohne „08“/ }],
  ['an unknown Kreis', '999003,B,1,2024-12-31,2009-01-01', { column: 'gkz', sentence: /Den Kreis 999/ }],
  ['no name', '115004, ,1,2024-12-31,2009-01-01', { column: 'name', sentence: /fehlt/ }],
  ['a German number', '115004,B,1.234,2024-12-31,2009-01-01', { column: 'einwohner', sentence: /„1.234“/ }],
  ['no date for a population', '115004,B,1,,2009-01-01', { column: 'stand', sentence: /kein Datum/ }],
  ['a date that is none', '115004,B,1,2023-02-29,2009-01-01', { column: 'stand', sentence: /„2023-02-29“/ }],
  ['a German date', '115004,B,1,2024-12-31,1.1.2009', { column: 'gueltig_ab', sentence: /JJJJ-MM-TT/ }],
  ['a cell too many', '115004,B,1,2024-12-31,2009-01-01,x', { sentence: /6 Felder, die Kopfzeile 5/ }],
  ['a key twice', good, { column: 'gkz', sentence: /115003 steht für dieselbe Zeit schon in Zeile 2/ }],
]

for (const [what, line, problem] of faulty) {
  t.test(`reported with its place: ${what}`, async (t) => {
    const { problems } = readGemeinden(`${header}\n${good}\n\n${line}\n`, 'neu.csv', kreise)
    t.strictSame(problems.length, 1)
    t.match(problems[0], { file: 'neu.csv', line: 4, ...problem })
  })
}

const faultyKreise: [string, string, object][] = [
  ['a key', '5,A,Landkreis,Stuttgart,2009-01-01', { column: 'kreis' }],
  ['a type', '115,A,Kreis,Stuttgart,2009-01-01', { column: 'typ', sentence: /weder Stadtkreis noch Landkreis/ }],
  [
    'a district',
    '115,A,Landkreis,Freiburg,2009-01-01',
    { column: 'regierungsbezirk', sentence: /erwartet wird Stuttgart/ },
  ],
  ['no name', '115,,Landkreis,Stuttgart,2009-01-01', { column: 'name' }],
]

for (const [what, line, problem] of faultyKreise) {
  t.test(`reported for a Kreis: ${what}`, async (t) => {
    const { problems } = readKreise(`kreis,name,typ,regierungsbezirk,gueltig_ab\n${line}`, 'kreise.csv')
    t.strictSame(problems.length, 1)
    t.match(problems[0], { file: 'kreise.csv', line: 2, ...problem })
  })
}

const faultyFiles: [string, string, RegExp][] = [
  ['a column is missing', header.replace('stand,', ''), /Die Spalte „stand“ fehlt/],
  ['a column is unknown', `${header},ort`, /Die Spalte „ort“ ist nicht bekannt/],
  ['a column is doubled', `${header},name`, /Die Spalte „name“ kommt mehrmals vor/],
  ['the file is empty', '', /Die Spalte „gkz“ fehlt/],
  ['a quotation mark is open', `${header}\n115003,"Böblingen,1,2024-12-31,2009-01-01`, /Anführungszeichen/],
]

for (const [what, text, sentence] of faultyFiles) {
  t.test(`the file is refused: ${what}`, async (t) => {
    const { rows, problems } = readGemeinden(text, 'neu.csv', kreise)
    t.strictSame(rows, [])
    t.ok(problems.some((problem) => sentence.test(problem.sentence)))
  })
}

t.test('an end before its beginning', async (t) => {
  const { problems } = readGemeinden(`${header},gueltig_bis\n${good},2008-12-31`, 'x.csv', kreise)
  t.match(problems, [{ line: 2, column: 'gueltig_bis', sentence: /liegt vor gueltig_ab/ }])
})

t.test('lines are counted over cells with line breaks', async (t) => {
  const { problems } = readGemeinden(
    `${header}\n115003,"A\nB",1,2024-12-31,2009-01-01\n1,C,1,2024-12-31,2009-01-01`,
    'x.csv',
    kreise,
  )
  t.match(problems, [{ line: 4, column: 'gkz' }])
})
