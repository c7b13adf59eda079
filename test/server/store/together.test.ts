import { DatabaseError, type Pool } from 'pg'
import t from 'tap'
import { together } from '../../../server/store/together.ts'

const pool = {} as Pool
const later = () => new Promise((resolve) => setTimeout(resolve, 5))

/** Doubles numbers, and notes which were asked together. */
function doubling(refuses: (asked: readonly number[]) => unknown = () => undefined) {
  const groups: number[][] = []
  const ask = async (_pool: Pool, asked: readonly number[]) => {
    groups.push([...asked])
    await later()
    const refusal = refuses(asked)
    if (refusal !== undefined) throw refusal
    return asked.map((number) => 2 * number)
  }
  return { groups, ask }
}

t.test('the first is asked at once, and those who come meanwhile go together', async (t) => {
  const { groups, ask } = doubling()
  const double = together(ask)
  t.strictSame(await Promise.all([1, 2, 3, 4].map((number) => double(pool, number))), [2, 4, 6, 8])
  t.strictSame(groups, [[1], [2, 3, 4]])
  t.equal(await double(pool, 5), 10)
  t.strictSame(groups.at(-1), [5])
})

t.test('there is a limit to how many go together', async (t) => {
  const { groups, ask } = doubling()
  const double = together(ask)
  await Promise.all(Array.from({ length: 70 }, (_none, number) => double(pool, number)))
  t.strictSame(
    groups.map(({ length }) => length),
    [1, 32, 32, 5],
  )
})

t.test('of questions with the same key one goes at a time', async (t) => {
  const { groups, ask } = doubling()
  const double = together(ask, (number) => number % 10)
  t.strictSame(await Promise.all([1, 2, 12, 22, 3].map((number) => double(pool, number))), [2, 4, 24, 44, 6])
  t.strictSame(groups, [[1], [2, 3], [12], [22]])
})

t.test('what the database refuses of one is not the fate of the others', async (t) => {
  const refusal = new DatabaseError('no threes', 9, 'error')
  const { ask } = doubling((asked) => (asked.includes(3) ? refusal : undefined))
  const double = together(ask)
  t.match(await Promise.allSettled([1, 2, 3, 4].map((number) => double(pool, number))), [
    { value: 2 },
    { value: 4 },
    { reason: refusal },
    { value: 8 },
  ])
})

t.test('where there is no database, all learn it after one try', async (t) => {
  const { groups, ask } = doubling(() => new Error('no connection'))
  const double = together(ask)
  const settled = await Promise.allSettled([1, 2, 3].map((number) => double(pool, number)))
  t.ok(settled.every(({ status }) => status === 'rejected'))
  t.equal(groups.length, 2)
})
