import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { descriptionOf } from '../../../server/export/formats/description.ts'
import { parquet } from '../../../server/export/formats/parquet/parquet.ts'
import { leavingTable, plainColumn, writeDrawn } from '../../support/drawn-file.ts'
import { readParquet } from '../../support/read-parquet.ts'

t.test('a column has the type of its description, whatever it holds, and the file says what it is', async (t) => {
  const path = join(t.testdir({}), 'welle.parquet')
  const columns = (['integer', 'decimal', 'code', 'text', 'time', 'day', 'month'] as const).map((type) =>
    plainColumn(type, type),
  )
  const row = [2 ** 53 - 1, 0.1, '08', 'halb \ud83d', '1969-12-31T23:59:59Z', '2024-02-29', '1959-12']
  const drawn = { columns, rows: [row, columns.map(() => null)] }
  for (const rows of [drawn.rows, []]) {
    t.equal((await writeDrawn(parquet, { columns, rows }, path)).rows, rows.length)
    const [file] = await readParquet([path])
    t.strictSame(
      file?.columns.map(({ type }) => type),
      ['BIGINT', 'DOUBLE', 'VARCHAR', 'VARCHAR', 'TIMESTAMP WITH TIME ZONE', 'DATE', 'DATE'],
    )
    const stored = [...row.slice(0, 3), 'halb \ufffd', ...row.slice(4, 6), '1959-12-01']
    const cells = stored.map((cell) => [cell, null])
    t.strictSame(
      file?.columns.map(({ cells }) => cells),
      rows.length === 0 ? columns.map(() => []) : cells,
    )
    const said = file?.metadata
    t.same(JSON.parse(said?.get('beschreibung') ?? ''), descriptionOf([leavingTable(drawn)], '.parquet'))
    t.match(said?.get('herkunft'), /Stichtag 9\.8\.7\.\n.*erfundene.*\nDatenstand 7 vom 2026-11-01T02:03:04/)
    t.match(said?.get('hinweise') ?? 'nichts', rows.length === 0 ? 'nichts' : 'In „text“ steht für 1 halbe Zeichen')
    await rm(path)
  }
})

t.test('more than fits into memory is written in groups, and comes back whole', async (t) => {
  const path = join(t.testdir({}), 'welle.parquet')
  const rows = Array.from({ length: 50 }, (_, place) => [place, `${place} ${'ä'.repeat(400_000)}`])
  await writeDrawn(parquet, { columns: [plainColumn('nummer', 'integer'), plainColumn('text', 'text')], rows }, path)
  const [file] = await readParquet([path])
  t.equal(file?.groups, 2)
  t.strictSame(
    file?.columns.map(({ cells }) => cells),
    [rows.map(([number]) => number), rows.map(([, text]) => text)],
  )
})

t.test('what it cannot hold is refused with a sentence', async (t) => {
  const folder = t.testdir({})
  const cases = [
    [['x', 'integer'], 2 ** 53, /„x“ steht „9007199254740992“/],
    [['x', 'integer'], 0.5, /„x“ steht „0.5“/],
    [['x', 'decimal'], Number.POSITIVE_INFINITY, /„x“ steht „Infinity“/],
    [['x', 'day'], '2023-02-29', /„x“ steht „2023-02-29“/],
  ] as const
  for (const [place, [[name, type], cell, sentence]] of cases.entries()) {
    const drawn = { columns: [plainColumn(name, type)], rows: [[cell]] }
    await t.rejects(writeDrawn(parquet, drawn, join(folder, `${place}`)), sentence)
  }
  const columns = [plainColumn('ort', 'code'), plainColumn('Ort', 'code')]
  await t.rejects(writeDrawn(parquet, { columns, rows: [] }, join(folder, 'ort')), /„ort“ und „Ort“/)
})
