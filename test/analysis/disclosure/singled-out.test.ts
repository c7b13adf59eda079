import t from 'tap'
import { noDoubt, singledOut } from '../../../analysis/disclosure/singled-out.ts'
import { random } from '../../../analysis/stats/random.ts'

const next = random(5)
const ones = (n: number) => Array.from({ length: n }, () => 1)

t.test('sums whose difference is one or two units single these out', async (t) => {
  const but = (...out: number[]) => ones(12).map((one, index) => (out.includes(index) ? 0 : one))
  t.strictSame([...singledOut([ones(12), but(4)])], ['4'])
  t.strictSame([...singledOut([ones(12), but(4, 7)])], ['4 7'])
  t.strictSame([...singledOut([ones(12), but(4, 7, 9)])], [])
})

t.test('what two ways to weight differ in may be one: it is found however the sums are mixed', async (t) => {
  const cells = Array.from({ length: 30 }, (_none, index) => 1 + (index % 3))
  const other = cells.map((weight, index) => 3 * weight - 2 + (index === 11 ? 0.4 : 0))
  t.strictSame([...singledOut([ones(30), cells])], [])
  t.strictSame([...singledOut([ones(30), cells, other])], ['11'])
})

t.test('weights that differ from unit to unit single nobody out among many, but among few they do', async (t) => {
  const drawn = (n: number) => Array.from({ length: n }, () => 1 + next())
  t.equal(singledOut([ones(60), drawn(60), drawn(60), drawn(60), drawn(60)]).size, 0)
  t.not(singledOut([ones(5), drawn(5), drawn(5), drawn(5)]).size, 0)
})

t.test('what follows exactly is what elimination finds, whatever groups and weights the sums are of', async (t) => {
  const whole = (below: number) => Math.floor(next() * below)
  let found = 0
  for (let world = 0; world < 150; world += 1) {
    const units = 5 + whole(14)
    const groups = 2 + whole(4)
    const groupOf = Array.from({ length: units }, () => whole(groups))
    const weights = groupOf.map(() => 1 + whole(3))
    const inGroup = (of: readonly number[]) =>
      Array.from({ length: groups }, (_none, group) => of.map((value, unit) => (groupOf[unit] === group ? value : 0)))
    const sums = [ones(units), weights, ...inGroup(ones(units)), ...inGroup(weights)].filter(() => next() > 0.1)
    const told = [...singledOut(sums, noDoubt)].sort()
    t.strictSame(told, byElimination(sums, units).sort(), `world ${world}`)
    found += told.length
  }
  t.ok(found > 100, 'many are told of')
})

/** A unit follows where it adds nothing to what the sums span, and two where both together add but one. */
function byElimination(sums: readonly (readonly number[])[], units: number): string[] {
  const alone = (unit: number) => ones(units).map((_one, index) => (index === unit ? 1 : 0))
  const rank = rankOf(sums)
  const all = [...ones(units).keys()]
  const singles = all.filter((unit) => rankOf([...sums, alone(unit)]) === rank)
  const others = all.filter((unit) => !singles.includes(unit))
  const pairs = others.flatMap((one, place) =>
    others
      .slice(place + 1)
      .filter((other) => rankOf([...sums, alone(one), alone(other)]) === rank + 1)
      .map((other) => `${one} ${other}`),
  )
  return [...singles.map(String), ...pairs]
}

/** Over a prime field, where nothing is rounded. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const prime = 1_000_003
  let left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => row[column] !== 0)
    if (pivot === undefined) continue
    rank += 1
    left = left
      .filter((row) => row !== pivot)
      .map((row) =>
        row.map((value, at) =>
          mod(value * (pivot[column] as number) - (pivot[at] as number) * (row[column] as number), prime),
        ),
      )
  }
  return rank
}

const mod = (value: number, prime: number) => ((value % prime) + prime) % prime
