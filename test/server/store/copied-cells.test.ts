import fc from 'fast-check'
import t from 'tap'
import { copiedRows } from '../../../server/store/copied-cells.ts'
import { readRows } from '../../../server/store/read-rows.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('rows are the same wherever the pieces of the stream end', async (t) => {
  const bytes = Buffer.from('1\tä\\tb\\\\N\t\\N\n-0.5\t\\N\t2\n13872982626502034966\t\t1e-7\n')
  const all = [
    [1, 'ä\tb\\N', null],
    [-0.5, null, 2],
    [Number('13872982626502034966'), '', 1e-7],
  ]
  for (let end = 0; end <= bytes.length; end++) {
    const read = copiedRows([true, false, true])
    t.strictSame([...read(bytes.subarray(0, end)), ...read(bytes.subarray(end))], all, `cut at ${end}`)
  }
})

t.test('what PostgreSQL copies is read back as it was', async (t) => {
  const { pool } = await freshDatabase(t)
  const cells = fc.tuple(
    fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), { nil: null }),
    fc.option(fc.string({ unit: fc.constantFrom(...'aä😀\t\n\r\\N\b\f\v"\',;') }), { nil: null }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { maxLength: 30 }), async (rows) => {
      const given = JSON.stringify(rows).replaceAll("'", "''")
      const query = `select (r ->> 0)::float8 as n, r ->> 1 as t from jsonb_array_elements('${given}') with ordinality a(r, o) order by o`
      const read = []
      for await (const some of readRows(pool, query, [true, false])) read.push(...some)
      t.strictSame(
        read,
        rows.map(([number, text]) => [number === 0 ? 0 : number, text]),
      )
    }),
    { numRuns: 40 },
  )
})
