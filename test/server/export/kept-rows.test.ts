import t from 'tap'
import { keptRows } from '../../../server/export/kept-rows.ts'
import type { Row } from '../../../server/export/table.ts'

async function gone(batches: readonly Row[][]): Promise<{ made: number; same: boolean }> {
  let made = 0
  const rows = keptRows({
    async *typed() {
      made += 1
      yield* batches
    },
  })
  let same = true
  for (let time = 0; time < 3; time += 1) {
    const seen: (readonly Row[])[] = []
    for await (const some of rows.typed()) seen.push(some)
    same &&= seen.flat().length === batches.flat().length && seen.every((some, place) => some === batches[place])
  }
  return { made, same }
}

t.test('few rows are made once, many each time anew: memory does not grow with them', async (t) => {
  const long = 'x'.repeat(2 ** 21)
  const many = Array.from({ length: 20 }, (): Row[] => [[long, 1, null]])
  t.strictSame(await gone([[['a', 1]], [['b', null]]]), { made: 1, same: true })
  t.strictSame(await gone(many), { made: 3, same: true })
  t.strictSame(await gone([]), { made: 1, same: true })
})

t.test('rows that broke off are not taken for all', async (t) => {
  let made = 0
  const rows = keptRows({
    async *typed() {
      made += 1
      yield [['a']]
      if (made === 1) throw new Error('gone')
      yield [['b']]
    },
  })
  const read = async () => {
    const seen: Row[] = []
    for await (const some of rows.typed()) seen.push(...some)
    return seen
  }
  await t.rejects(read(), /gone/)
  t.strictSame(await read(), [['a'], ['b']])
})
