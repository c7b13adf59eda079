import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import Papa from 'papaparse'
import t from 'tap'
import { asTyped, harmless } from '../../../analysis/sources/harmless.ts'
import { rowsOfList } from '../../../server/export/rows-of-list.ts'
import { rowsOfQuery } from '../../../server/export/rows-of-query.ts'
import type { Rows } from '../../../server/export/table.ts'
import { literal } from '../../../server/store/quoted.ts'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

const texts = [
  '=1+1',
  '+49',
  '-5',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  'a=1',
  'ä',
  "'=1",
  "''＋1",
  "'a'",
  '"',
  ';,',
]
t.test('every text comes back as it was typed', async (t) => {
  for (const one of texts) t.equal(asTyped(harmless(one)), one)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '\n', '＠'), maxLength: 5 }), (one) => {
      t.equal(asTyped(harmless(one)), one)
      t.notMatch(harmless(one), /^[=\n＠-]/)
    }),
  )
})

const columns: DescribedColumn[] = [
  { name: 'text', label: 'Text', type: 'text' },
  { name: 'zahl', label: 'Zahl', type: 'decimal' },
]

t.test('a text is tamed alike whether PostgreSQL writes it or we do, and comes back typed as it was', async (t) => {
  const { pool } = await freshDatabase(t)
  const values = texts.map((one, place) => `(${place}, ${literal(one)}, ${place}.5)`)
  const query = `select v.text, v.zahl from (values ${values}) v (place, text, zahl) order by place`
  const list = texts.map((one, place) => [one, place + 0.5] as const)
  const ways = { query: rowsOfQuery(pool, query, columns), list: rowsOfList(columns, () => list) }
  const written = async (rows: Rows, delimiter: ',' | ';') => {
    const out = new PassThrough()
    const dialect = { delimiter, byteOrderMark: false, decimalComma: delimiter === ';' }
    const [count, csv] = await Promise.all([rows.writeCsv(dialect, out), text(out)])
    t.equal(count, texts.length)
    return Papa.parse<string[]>(csv, { delimiter, newline: '\r\n', skipEmptyLines: true }).data
  }
  for (const delimiter of [',', ';'] as const) {
    const ofQuery = await written(ways.query, delimiter)
    t.strictSame(ofQuery, await written(ways.list, delimiter))
    t.strictSame(ofQuery[1], ["'=1+1", delimiter === ';' ? '0,5' : '0.5'])
    t.equal(ofQuery.filter(([one]) => one?.startsWith("'")).length, 14)
  }
  for (const rows of [ways.query, ways.list])
    for (const round of ['once', 'twice']) {
      const typed = []
      for await (const some of rows.typed()) typed.push(...some)
      t.strictSame(typed, list, round)
    }
})
