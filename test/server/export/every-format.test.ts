import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { harmless } from '../../../analysis/sources/harmless.ts'
import { InputError } from '../../../server/errors/input-error.ts'
import type { Format } from '../../../server/export/formats/format.ts'
import { formats } from '../../../server/export/formats/index.ts'
import type { Cell } from '../../../server/export/table.ts'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import { leavingTable, plainColumn, writeDrawn } from '../../support/drawn-file.ts'
import { type DrawnTable, drawnTable } from '../../support/drawn-table.ts'
import { readBack, type WrittenDrawn } from '../../support/read-back.ts'

/** Every table of ours begins so. */
const key = plainColumn('nummer', 'integer')
const withKey = ({ columns, rows }: DrawnTable): DrawnTable => ({
  columns: [key, ...columns],
  rows: rows.map((row, place) => [place, ...row]),
})

/** Spreadsheets know no earlier days; those are refused below. */
const since1900 = ({ columns, rows }: DrawnTable): DrawnTable => {
  const areMoments = columns.map(({ type }) => type === 'time' || type === 'day' || type === 'month')
  const later = (cell: Cell) => (String(cell) < '1900-03' ? String(cell).replace(/^../, '20') : cell)
  return { columns, rows: rows.map((row) => row.map((cell, at) => (areMoments[at] && cell ? later(cell) : cell))) }
}

const one = (type: DescribedColumn['type'], ...cells: Cell[]): DrawnTable => ({
  columns: [plainColumn('x', type)],
  rows: cells.map((cell) => [cell]),
})

/** What some formats hold and others refuse. */
const hard: DrawnTable[] = [
  one('integer', 2 ** 53 - 1, -(2 ** 53) + 1),
  one('integer', 2 ** 53),
  one('decimal', Number.POSITIVE_INFINITY),
  one('decimal', 9.2e307),
  one('decimal', Number.MAX_VALUE),
  one('decimal', Number.MIN_VALUE),
  one('decimal', 0.1 + 0.2, -1e-7, 123_456_789.123_456_78),
  one('day', '2023-02-29'),
  one('day', '1899-12-31', '1600-02-29'),
  one('time', '9999-12-31T23:59:59Z'),
  one('month', '2023-13'),
  one('text', 'ä'.repeat(16_384)),
  one('text', 'x'.repeat(32_767)),
  one('text', '😀'.repeat(20_000)),
  one('text', '\u0001\u001f\ufffe\uffff', 'a\rb\nc\r\nd\te'),
  one('text', null, null),
  { columns: [plainColumn('x', 'code'), plainColumn('X', 'code')], rows: [['a', 'b']] },
  { columns: [plainColumn('größe', 'code')], rows: [] },
]

const replacing = /\p{Surrogate}/gu

/** What comes back, by the words of the formats on what they cannot carry. */
function expected(format: string, { type }: DescribedColumn, cell: Cell): Cell {
  if (typeof cell !== 'string' || (type !== 'text' && type !== 'code') || format === 'json') return cell
  const text = cell.replaceAll(replacing, '\ufffd')
  if (format === 'parquet') return text
  if (format === 'xlsx') return text.replaceAll(/[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]/gu, '\ufffd')
  return (format.startsWith('csv') ? ofCsv(type, text) : text.replace(/ +$/, '')) || null
}

const ofCsv = (type: DescribedColumn['type'], text: string) => (type === 'text' ? harmless(text) : text)

const usual = fc.sample(drawnTable, { numRuns: 20, seed: 11 }).map(since1900)
const tables = [...usual, ...hard].map(withKey)

for (const format of formats)
  t.test(`${format.name}: what leaves comes back equal, or is refused with the name of its column`, async (t) => {
    const folder = t.testdir({})
    const written: (WrittenDrawn & DrawnTable)[] = []
    for (const [place, table] of tables.entries()) {
      const file = `${place}.${format.name}${format.ending}`
      const refused = await tryWriting(format, table, join(folder, file))
      if (refused === undefined) written.push({ file, ...table })
      else
        t.ok(
          table.columns.some(({ name }) => refused.message.includes(`„${name}“`)),
          refused.message,
        )
    }
    t.ok(written.length > usual.length, 'few are refused')
    await compare(t, format, folder, written)
  })

async function tryWriting(format: Format, table: DrawnTable, path: string): Promise<InputError | undefined> {
  try {
    await writeDrawn(format, table, path)
    return undefined
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}

async function compare(t: Test, format: Format, folder: string, written: readonly (WrittenDrawn & DrawnTable)[]) {
  const read = await readBack[format.name]?.(t, folder, written)
  t.equal(read?.length, written.length)
  for (const [place, { file, columns, rows }] of written.entries()) {
    const cells = columns.map((column, at) => rows.map((row) => expected(format.name, column, row[at] ?? null)))
    t.strictSame(read?.[place], cells, file)
  }
}

/** A clock that stands still, decades ago. */
const otherClock = new Proxy(Date, {
  construct: (clock, given) => Reflect.construct(clock, given.length === 0 ? [0] : given),
  get: (clock, name) => (name === 'now' ? () => 0 : Reflect.get(clock, name)),
})

t.test('the same state gives the same bytes, whatever the clock says', async (t) => {
  const folder = t.testdir({})
  const table = usual.reduce((most, one) => (one.rows.length > most.rows.length ? one : most))
  const write = (turn: string) =>
    Promise.all(
      formats.map((format) => writeDrawn(format, table, join(folder, `${turn}.${format.name}${format.ending}`))),
    )
  const now = await write('jetzt')
  t.intercept(globalThis, 'Date', { value: otherClock })
  t.strictSame(await write('damals'), now)
})

t.test('a disk that is full is told, whatever the format', async (t) => {
  for (const format of formats) {
    const out = createWriteStream('/dev/full')
    await t.rejects(format.write(leavingTable(tables[0] as DrawnTable), out), { code: 'ENOSPC' }, format.name)
  }
})
