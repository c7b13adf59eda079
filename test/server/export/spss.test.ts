import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { InputError } from '../../../server/errors/input-error.ts'
import { spss } from '../../../server/export/formats/spss/spss.ts'
import { rowsOfList } from '../../../server/export/rows-of-list.ts'
import type { Cell, Row } from '../../../server/export/table.ts'
import { writeTable } from '../../../server/export/write-table.ts'
import { planned } from '../../../surveys/answer/missing.ts'
import { describedColumns } from '../../../surveys/codebook/describe-columns.ts'
import { type DescribedColumn, describedReason } from '../../../surveys/codebook/described-column.ts'
import { type DrawnTable, drawnTable } from '../../support/drawn-table.ts'
import { published } from '../../support/published.ts'
import { describedByPspp, readWithHaven, readWithPspp } from '../../support/read-sav.ts'

const hash = 'f'.repeat(64)
const asked = { wave: 'welle', survey: 'umfrage', version: '2.0.0', hash, stichtag: '2026-10-31', synthetic: true }
const origin = {
  waves: [asked],
  state: 7,
  at: '2026-11-01T02:03:04.567Z',
  program: '9.8.7',
  values: 'amended',
} as const

const write = ({ columns, rows }: DrawnTable, path: string) =>
  writeTable(spss, { file: 'antworten', name: 'welle', columns, rows: rowsOfList(columns, () => rows), origin }, path)

const column = (name: string, type: DescribedColumn['type']): DescribedColumn => ({ name, type, label: `„${name}“` })
const isNumber = ({ type }: DescribedColumn) => type === 'integer' || type === 'decimal'

/** The last reason of the plan; in some columns all lie so many thousands below. */
const lowest = -13

const missing = { column: 'zahl_fehlt', reasons: planned('leer', 'keine_teilnahme') }
const lengths = [1, 7, 8, 9, 251, 252, 253, 254, 255, 256, 257, 504, 505, 510, 511, 764, 765, 766, 3000, 32_766]
const numbers = [-101, -100, -99, -1, 0, 0.5, 1e-15, 151, 152, 1e15, 1e300, -1e300, Number.MIN_VALUE]

const edges: DrawnTable[] = [
  {
    columns: lengths.map((length) => column(`t${length}`, 'text')),
    rows: [
      lengths.map((length) => `${'ä'.repeat(length / 2)}${length % 2 === 0 ? '' : 'z'}`),
      lengths.map(() => 'kurz'),
    ],
  },
  { columns: [column('zahl', 'decimal')], rows: numbers.map((number) => [number]) },
  ...[-2, -2.5, -3, -13, -1002, -1003].map((least) => ({
    columns: [{ ...column('zahl', 'decimal'), missing }, describedReason('zahl', missing)],
    rows: [
      [least, null],
      [null, 'leer'],
      [7, null],
      [null, null],
    ],
  })),
]

t.test('what leaves comes back from haven and PSPP: cells, labels and kinds of missing', async (t) => {
  const folder = t.testdir({})
  const tables = [...edges, ...(await emptySurveys()), ...fc.sample(drawnTable, { numRuns: 12, seed: 7 })]
  const files = tables.map((_, place) => `${place}.sav`)
  for (const [place, table] of tables.entries())
    t.equal((await write(table, join(folder, `${place}.sav`))).rows, table.rows.length)
  const read = readWithHaven(t, folder, files)
  for (const [place, { columns, rows }] of tables.entries()) {
    const file = `${place}.sav`
    const own = read[place]?.columns ?? []
    const below = own.map(({ range: [from = lowest] }) => lowest - from)
    const expected = columns.map((one, at) => expectedColumn(one, columns, rows, below[at] ?? 0))
    t.strictSame(
      own.map(({ name, label, values, labels, cells }, at) => {
        const read = readAs(columns[at])
        return { name, label, labels: values.map((value, one) => [read(value), labels[one]]), cells: cells.map(read) }
      }),
      expected,
      `${file} as haven reads it`,
    )
    for (const [at, { missing, ...one }] of columns.entries()) {
      const [, to = -Infinity, ...more] = own[at]?.range ?? []
      const canBeMissing = isNumber(one) && missing !== undefined
      t.strictSame([Number.isFinite(to), more], [canBeMissing, []])
      if (canBeMissing)
        t.notOk(
          rows.some((row) => row[at] !== null && Number(row[at]) <= to),
          'no value looks like a reason',
        )
    }
    const converted = readWithPspp(t, folder, file)
    const isAlike = columns.map(({ type }) => type !== 'time' && type !== 'day' && type !== 'month')
    t.strictSame(
      columns.map((one, at) => isAlike[at] && converted.map((row) => readAs(one)(row[one.name] ?? ''))),
      // It writes no carriage returns.
      expected.map(
        ({ cells }, at) =>
          isAlike[at] && cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\r', '') : cell)),
      ),
      `${file} as PSPP reads it`,
    )
  }
})

function expectedColumn(
  column: DescribedColumn,
  columns: readonly DescribedColumn[],
  rows: readonly Row[],
  below: number,
) {
  const { name, label, values = [], missing } = column
  const reasons = isNumber(column) ? (missing?.reasons ?? []) : []
  return {
    name,
    label: cutTo(255, label),
    labels: [
      ...values.map(({ code, label }) => [code, cutTo(120, label)]),
      ...reasons.map(({ number, label }) => [number - below, label]),
    ],
    cells: rows.map((row) => expectedCell(columns, columns.indexOf(column), row, below)),
  }
}

/** As many characters as fit beside the sign that there were more. */
function cutTo(bytes: number, label: string): string {
  const tooLong = (text: string) => Buffer.byteLength(text) > bytes
  if (!tooLong(label)) return label
  const characters = [...label]
  while (tooLong(`${characters.join('')}…`)) characters.pop()
  return `${characters.join('')}…`
}

/** Every survey with a row that has no answers. */
async function emptySurveys(): Promise<DrawnTable[]> {
  const surveys = await Promise.all([0, 1, 2, 3, 4].map((number) => published(`umfrage-${number}`)))
  return surveys.map((survey) => {
    const columns = describedColumns(survey)
    const isReason = new Set(columns.map(({ missing }) => missing?.column))
    return { columns, rows: [columns.map(({ name }) => (isReason.has(name) ? 'leer' : null))] }
  })
}

/** SPSS keeps no blanks at the end, UTF-8 no halves of characters; a number says itself why it is missing. */
function expectedCell(columns: readonly DescribedColumn[], at: number, row: Row, below: number): Cell {
  const { type, missing } = columns[at] as DescribedColumn
  const cell = row[at] ?? null
  if (type === 'integer' || type === 'decimal') {
    const reason = row[columns.findIndex(({ name }) => name === missing?.column)]
    const number = missing?.reasons.find(({ code }) => code === reason)?.number
    return cell ?? (number === undefined ? '' : number - below)
  }
  if (cell === null) return ''
  if (type === 'month') return Date.parse(String(cell)) / 1000 + 12_219_379_200
  if (type === 'time' || type === 'day') return cell
  return Buffer.from(String(cell)).toString().replace(/ +$/, '')
}

/** As its column holds it; blank where nothing is. */
const readAs = (column?: DescribedColumn) => (cell: string) =>
  column === undefined || !(isNumber(column) || column.type === 'month') ? cell : cell.trim() === '' ? '' : Number(cell)

t.test('a file says what it is: level of measurement, origin, and the same bytes for the same state', async (t) => {
  const folder = t.testdir({})
  const columns: DescribedColumn[] = [
    column('gkz', 'code'),
    { ...column('einwohner', 'integer'), number: 'F2', question: 'Wie viele wohnen hier?' },
    { ...column('by', 'integer'), values: [{ code: 1, label: 'gut' }] },
    { ...column('lang', 'text'), label: 'ä'.repeat(200) },
    { ...column('kurz', 'code'), values: [{ code: 'a', label: 'ö'.repeat(100) }] },
  ]
  const table = { columns, rows: [['117019', 3, 1, 'x\ud800', 'a']] }
  const { sha256 } = await write(table, join(folder, 'a.sav'))
  t.equal((await write(table, join(folder, 'b.sav'))).sha256, sha256)
  t.match((await readFile(join(folder, 'a.sav'))).toString('latin1', 92, 109), '01 Nov 2602:03:04')
  t.strictSame(
    describedByPspp(t, folder, 'a.sav').map((row) => [row.Name, row['Measurement Level'], row['Print Format']]),
    [
      ['gkz', 'Nominal', 'A6'],
      ['einwohner', 'Scale', 'F8.0'],
      ['by_', 'Nominal', 'F8.0'],
      ['lang', 'Nominal', 'A4'],
      ['kurz', 'Nominal', 'A1'],
    ],
  )
  const [file] = readWithHaven(t, folder, ['a.sav'])
  t.equal(file?.columns[3]?.label, `${'ä'.repeat(126)}…`, 'cut between two characters')
  const notes = file?.notes.replaceAll('\n', '')
  for (const told of [
    '9.8.7',
    '2026-11-01T02:03:04.567Z',
    'erfundene',
    hash,
    'korrigiert',
    'In „lang“',
    /Zu „einwohner“: Frage F2: Wie viele\s*wohnen hier\?/,
  ])
    t.match(notes, told)
  for (const whole of ['ä'.repeat(200), 'ö'.repeat(100)]) t.match(notes, whole, 'what is cut stands whole in the notes')
})

t.test('what has no room is refused with a sentence, and never changed', async (t) => {
  const folder = t.testdir({})
  const missing = { column: 'x_fehlt', reasons: [] }
  const cases: [DescribedColumn[], Row, RegExp][] = [
    [[column('x', 'decimal')], [Number.POSITIVE_INFINITY], /„x“ steht Infinity/],
    [[column('x', 'decimal')], [-Number.MAX_VALUE], /„x“ steht -1\.79/],
    [[column('x', 'integer')], [2 ** 53], /„x“ steht 9007199254740992/],
    [[{ ...column('x', 'decimal'), missing }], [-1e300], /„x“ steht -1e\+300/],
    [[column('x', 'text')], ['ä'.repeat(16_384)], /„x“ steht ein Text von 32768 Bytes/],
    [[column('x', 'day')], ['gestern'], /„x“ steht „gestern“/],
    [[column('ort', 'code'), column('Ort', 'code')], [], /„ort“ und „Ort“/],
    [[column('with', 'code'), column('with_', 'code')], [], /„with“ und „with_“/],
    [[column('1x', 'code')], [], /„1x“ nicht/],
  ]
  for (const [place, [columns, row, sentence]] of cases.entries()) {
    const failed = await write({ columns, rows: [row] }, join(folder, `${place}.sav`)).catch((error: unknown) => error)
    t.ok(failed instanceof InputError, String(sentence))
    t.match(failed, { message: sentence })
  }
})
