import fc from 'fast-check'
import Papa from 'papaparse'
import t from 'tap'
import { csvRows, delimiterOf, plainLines, type RowBatch } from '../../../analysis/sources/csv-rows.ts'

async function* pieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b)
  let from = 0
  for (const to of [...places, text.length]) {
    yield text.slice(from, to)
    from = to
  }
}

async function collect(batches: AsyncIterable<RowBatch>) {
  const all = {
    rows: [] as (readonly string[])[],
    lines: [] as number[],
    refusals: [] as RowBatch['refusals'][number][],
  }
  for await (const { rows, lines, refusals } of batches) {
    all.rows.push(...rows)
    all.lines.push(...lines)
    all.refusals.push(...refusals)
  }
  return all
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '1', ' ', ';', '"', '\n', ',', '-') })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 })

t.test('wherever the text is cut, the rows and their lines are the same', async (t) => {
  await fc.assert(
    fc.asyncProperty(table, fc.array(fc.nat(), { maxLength: 8 }), async (rows, cuts) => {
      const text = `${Papa.unparse(rows, { delimiter: ';', newline: '\n' })}\n`
      const read = await collect(csvRows(pieces(text, cuts), ';'))
      t.strictSame(read.rows.slice(0, rows.length), rows)
      t.strictSame(read.refusals, [])
      let line = 1
      for (const [index, row] of rows.entries()) {
        t.equal(read.lines[index], line)
        line += 1 + row.join('').split('\n').length - 1
      }
    }),
    { numRuns: 300 },
  )
})

t.test('a quotation mark that is never closed is named, in bounded time', async (t) => {
  const text = `a;b\n1;"zwei\n${'3;4\n'.repeat(2_000_000)}`
  const read = await collect(
    csvRows(
      pieces(
        text,
        Array.from({ length: 100 }, (_, index) => index * 70_001),
      ),
      ';',
    ),
  )
  t.match(read.refusals, [{ line: 2, sentence: /Anführungszeichen/ }])
})

t.test('lines of fixed width, the last one without an end', async (t) => {
  const read = await collect(plainLines(pieces('eins\nzwei;drei\n\nvier', [2, 6, 10])))
  t.strictSame(read.rows, [['eins'], ['zwei;drei'], [''], ['vier']])
  t.strictSame(read.lines, [1, 2, 3, 4])
})

t.test('what divides the cells', async (t) => {
  t.equal(delimiterOf('a;b,c\n1;2,5\n'), ';')
  t.equal(delimiterOf('a,b\n1,2\n'), ',')
  t.equal(delimiterOf('a\tb\n1\t2\n'), '\t')
  t.equal(delimiterOf('102025113008          Baden-Württemberg, Land\n'), ';', 'a file of fixed width has no cells')
})
