import { readdir } from 'node:fs/promises'
import t from 'tap'
import { withKeptRows } from '../../../server/export/kept-rows.ts'
import type { Row, Rows } from '../../../server/export/table.ts'

const readAll = async ({ typed }: Pick<Rows, 'typed'>) => {
  const seen: Row[] = []
  for await (const some of typed()) seen.push(...some)
  return seen
}

async function gone(batches: readonly Row[][]): Promise<{ made: number; seen: Row[][]; files: number }> {
  let made = 0
  let files = 0
  const source = {
    async *typed() {
      made += 1
      yield* batches
    },
  }
  const seen = await withKeptRows(source, async (rows) => {
    const times = [await readAll(rows), await readAll(rows), await readAll(rows)]
    files = await openFiles()
    return times
  })
  return { made, seen, files: files - (await openFiles()) }
}

/** Those that have no name any more. */
const openFiles = async () => (await readdir('/proc/self/fd')).length

t.test('rows are made once: few are kept in memory, more in a file', async (t) => {
  const long = 'ä'.repeat(2 ** 21)
  const many = Array.from({ length: 20 }, (_, place): Row[] => [[long, place, null]])
  const few: Row[][] = [[['a', 1]], [['b', null]]]
  t.strictSame(await gone(few), { made: 1, seen: [few.flat(), few.flat(), few.flat()], files: 0 })
  t.strictSame(await gone(many), { made: 1, seen: [many.flat(), many.flat(), many.flat()], files: 1 })
  t.strictSame(await gone([]), { made: 1, seen: [[], [], []], files: 0 })
})

t.test('rows that broke off are not taken for all', async (t) => {
  let made = 0
  const source = {
    async *typed() {
      made += 1
      yield [['a']]
      if (made === 1) throw new Error('gone')
      yield [['b']]
    },
  }
  await withKeptRows(source, async (rows) => {
    await t.rejects(readAll(rows), /gone/)
    t.strictSame(await readAll(rows), [['a'], ['b']])
  })
})
