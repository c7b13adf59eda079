import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { doFile } from '../../../server/export/formats/stata/do-file.ts'
import { stata } from '../../../server/export/formats/stata/stata.ts'
import { rowsOfList } from '../../../server/export/rows-of-list.ts'
import type { Cell, Row, Table } from '../../../server/export/table.ts'
import { planned } from '../../../surveys/answer/missing.ts'
import { type DescribedColumn, dataState, describedReason } from '../../../surveys/codebook/described-column.ts'
import { readStata, type StataRead } from '../../support/read-stata.ts'

const reasons = planned('leer', 'nicht_vorhanden', 'trifft_nicht_zu', 'nicht_zuordenbar')
const options = [
  { code: 'ja', label: 'Ja, „ganz“' },
  { code: 'weiß_nicht', label: 'Weiß nicht' },
  { code: 'ja2', label: 'Ja, „ganz“' },
]
// None ends with a space: haven drops it there.
const texts = [
  '',
  'Umlaut äöü ß',
  '"Zitat"; \'x\'',
  'a\r\nb\tc',
  '👩‍👩‍👧 😀',
  'halb \ud83d',
  'null\0byte',
  '=1+1',
  '.',
  ' x',
]
const long = ['x'.repeat(244), 'x'.repeat(2045), 'ä'.repeat(1100), '😀'.repeat(5000)]
const borders = [100, 101, -127, -128, 32_740, 32_741, -32_768, 2_147_483_620, 2_147_483_621, -(2 ** 31), 2 ** 53 - 1]
const broken = [0.5, 0.1, -0.25, 1.7e38, 3.4e38, 8.98e307, -1.7e308, 5e-324, 2 ** 60]

const cellsOf: Record<DescribedColumn['type'], fc.Arbitrary<Cell>> = {
  integer: fc.oneof(fc.integer({ min: -5, max: 120 }), fc.constantFrom(...borders)),
  decimal: fc.oneof(fc.constantFrom(...broken), fc.double({ noNaN: true, min: -1e300, max: 1e300 })),
  code: fc.constantFrom('08', '117019', 'x-y'),
  text: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...texts) }, fc.constantFrom(...long)),
  time: fc.constantFrom('2026-11-30T04:05:06Z', '1959-12-31T23:59:59Z', '2024-02-29T00:00:00Z'),
  day: fc.constantFrom('2024-02-29', '1900-01-01', '2099-12-31'),
  month: fc.constantFrom('2024-02', '1959-12', '2050-01'),
}

interface Drawn {
  columns: DescribedColumn[]
  rows: Row[]
}

/** A column with the one that says why its values are missing, and cells of both. */
const drawnColumn = (name: string, count: number): fc.Arbitrary<{ columns: DescribedColumn[]; cells: Cell[][] }> =>
  fc
    .record({
      type: fc.constantFrom(...(Object.keys(cellsOf) as DescribedColumn['type'][])),
      listed: fc.boolean(),
      explained: fc.boolean(),
      allMissing: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
    })
    .chain(({ type, listed, explained, allMissing }) => {
      const isListed = listed && type === 'code'
      const values = isListed ? fc.constantFrom(...options.map(({ code }) => code)) : cellsOf[type]
      const missing = { column: `${name}_fehlt`, reasons }
      const reason = fc.constantFrom(null, ...reasons.map(({ code }) => code))
      const cell = fc.tuple(allMissing ? fc.constant(null) : fc.option(values, { freq: 4 }), reason)
      const column: DescribedColumn = {
        name,
        label: `Spalte ${name}: ${'ä'.repeat(type === 'day' ? 90 : 3)}`,
        type,
        ...(isListed ? { values: options } : {}),
        ...(explained ? { missing } : {}),
      }
      return fc.array(cell, { minLength: count, maxLength: count }).map((cells) => ({
        columns: explained ? [column, describedReason(name, missing)] : [column],
        cells: cells.map(([value, why]) => (explained ? [value, value === null ? why : null] : [value])),
      }))
    })

const drawnTable: fc.Arbitrary<Drawn> = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 6 }))
  .chain(([count, width]) =>
    fc.tuple(...Array.from({ length: width }, (_one, place) => drawnColumn(`s${place}`, count))).map((all) => ({
      columns: all.flatMap(({ columns }) => columns),
      rows: Array.from({ length: count }, (_one, row) => all.flatMap(({ cells }) => cells[row] ?? [])),
    })),
  )

const origin: Table['origin'] = {
  waves: [{ wave: 'w1', survey: 'u', version: '1.0.0', hash: 'abc', stichtag: '2026-06-30', synthetic: true }],
  state: 7,
  at: '2026-11-03T04:05:06.789Z',
  program: '0.1.0',
  values: 'amended',
}

const tableOf = ({ columns, rows }: Drawn, file: Table['file'] = 'antworten'): Table => ({
  file,
  name: 'w1',
  columns,
  rows: rowsOfList(columns, () => rows),
  origin,
})

async function write(t: Test, name: string, drawn: Drawn): Promise<string> {
  const path = join(t.testdirName, name)
  t.equal(await stata.write(tableOf(drawn), createWriteStream(path)), drawn.rows.length)
  return path
}

/** What haven must find, by the words of the description alone. */
function expected(column: DescribedColumn, cell: Cell, reason: Cell): number | string {
  const why = reasons.find(({ code }) => code === reason)
  if (column.type === 'text' || (column.type === 'code' && column.values === undefined))
    return String(cell ?? '').replace(/\0|\ud83d$/, '\ufffd')
  if (cell === null) return why?.stata ?? '.'
  if (column.name.endsWith('_fehlt')) return reasons.find(({ code }) => code === cell)?.number ?? ''
  if (column.values !== undefined) return options.findIndex(({ code }) => code === cell) + 1
  // haven gives days and times since 1970, and months as Stata has them.
  if (column.type === 'day') return Date.parse(String(cell)) / 86_400_000
  if (column.type === 'time') return Date.parse(String(cell)) / 1000
  if (column.type === 'month') return { '2024-02': 769, '1959-12': -1, '2050-01': 1080 }[String(cell)] ?? ''
  return cell
}

t.test('haven reads what was drawn: every cell, every kind of missing value, every label', async (t) => {
  t.testdir({})
  const drawn = fc.sample(drawnTable, { numRuns: 60, seed: 2 })
  const paths: string[] = []
  for (const [index, one] of drawn.entries()) paths.push(await write(t, `${index}.dta`, one))
  const files = readStata(paths)
  t.equal(files.length, drawn.length)
  for (const [index, { columns, rows }] of drawn.entries()) {
    const read = new Map(files[index]?.columns.map((one): [string, StataRead] => [one.name, one]))
    for (const [place, column] of columns.entries()) {
      const found = read.get(column.name)
      const why = columns.findIndex(({ name }) => name === column.missing?.column)
      const cells = rows.map((row) => expected(column, row[place] ?? null, row[why] ?? null))
      t.strictSame(found?.cells, cells, `${index} ${column.name} ${column.type}`)
      t.equal([...(found?.label ?? '')].length, Math.min([...column.label].length, 80))
      if (column.type === 'integer') {
        const said = column.missing ? reasons.map(({ stata, label }) => [stata, label]) : []
        t.strictSame(found?.labels, Object.fromEntries(said))
      }
    }
  }
  t.equal(files[0]?.label, 'w1: Antworten, Datenstand 7, korrigiert, erfunden')
  t.match(files[0]?.notes.join('\n'), /Stichtag 0\.1\.0.*Fassung 1\.0\.0, SHA-256 abc.*vom 2026-11-03T04:05:06/s)
})

t.test('notes of a column say how it was asked', async (t) => {
  t.testdir({})
  const asked = { number: 'F2', question: 'Wie viele?', unit: 'Personen', concept: 'umfrage-1.alle' }
  const columns: DescribedColumn[] = [{ name: 'alle', label: 'Alle', type: 'integer', ...asked }]
  const bytes = (await readFile(await write(t, 'asked.dta', { columns, rows: [[3]] }))).toString('utf8')
  for (const told of ['Frage F2: Wie viele?', 'Einheit: Personen', 'Konzept: umfrage-1.alle'])
    t.match(bytes, `\0${told}\0`)
})

t.test('the smallest type holds a column, and the same state gives the same bytes', async (t) => {
  t.testdir({})
  const column: DescribedColumn = { name: 'x', label: 'x', type: 'decimal' }
  const widths = [100, 32_740, 2_147_483_620, 0.5, 0.1].map(async (value, index) => {
    const bytes = await readFile(await write(t, `${index}.dta`, { columns: [column], rows: [[value], [null]] }))
    return (bytes.indexOf('</data>') - bytes.indexOf('<data>') - 6) / 2
  })
  t.strictSame(await Promise.all(widths), [1, 2, 4, 4, 8])
  const again = fc.sample(drawnTable, { numRuns: 1, seed: 3 })[0] as Drawn
  const [one, other] = [await write(t, 'one.dta', again), await write(t, 'other.dta', again)]
  t.ok((await readFile(one)).equals(await readFile(other)))
  t.match((await readFile(one)).toString('latin1'), '<timestamp>\u001103 Nov 2026 04:05</timestamp>')
})

t.test('what Stata cannot hold is refused with a sentence; words of its language get a low line', async (t) => {
  t.testdir({})
  const one = (name: string): DescribedColumn => ({ name, label: name, type: 'integer' })
  const refused = (columns: DescribedColumn[], rows: Row[] = []) => write(t, 'refused.dta', { columns, rows })
  await t.rejects(refused([one('zu_gross')], [[2 ** 53]]), /„zu_gross“.*zu groß für Stata/)
  await t.rejects(refused([{ ...one('viel'), type: 'decimal' }], [[9e307]]), /„viel“/)
  await t.rejects(refused([{ ...one('tag'), type: 'day' }], [['2023-02-29']]), /„tag“: „2023-02-29“/)
  await t.rejects(refused([one('Abc'), one('aBC')]), /„Abc“ und „aBC“/)
  await t.rejects(refused([one('größe')]), /„größe“/)
  await t.rejects(refused(Array.from({ length: 32_768 }, (_one, place) => one(`s${place}`))), /höchstens 32767/)
  const listed: DescribedColumn = { ...one('liste'), type: 'code', values: options }
  const path = await write(t, 'names.dta', {
    columns: [one('long'), listed],
    rows: [
      [1, 'ja'],
      [2, 'fremd'],
    ],
  })
  const [file] = readStata([path])
  t.match(file?.columns, [
    { name: 'long_', cells: [1, 2] },
    { name: 'liste', cells: ['ja', 'fremd'] },
  ])
})

t.test('a script opens the panel and says what its rows are', async (t) => {
  const columns: DescribedColumn[] = [
    { name: 'welle', label: 'Welle', type: 'code' },
    { name: 'gkz', label: 'GKZ', type: 'code' },
    dataState,
  ]
  const script = doFile([tableOf({ columns, rows: [] }, 'panel'), tableOf({ columns, rows: [] })])
  for (const line of [
    'use "w1.dta", clear',
    'assert datenstand == 7',
    'replace welle_nr = 1 if welle == "w1"',
    'egen long einheit_nr = group(gkz)',
    'xtset einheit_nr welle_nr',
  ])
    t.match(script.split('\n'), new Set([line]))
})
