import t from 'tap'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { type Patterns, participationPatterns } from '../../../analysis/participation/patterns.ts'
import { random } from '../../../analysis/stats/random.ts'
import { amount } from '../../support/amount.ts'
import { Reader } from '../../support/reader.ts'

/** How many took part in which way: a table made by hand for every pattern of three waves. */
const byHand = { '111': 40, '110': 20, '101': 9, '100': 12, '011': 7, '010': 8, '001': 8, '000': 27 } as const
const patterns = Object.entries(byHand).flatMap(([pattern, count]) => new Array<string>(count).fill(pattern))

const world = (own: readonly string[], asked: readonly string[] = own.map((one) => '1'.repeat(one.length))) =>
  Array.from({ length: own[0]?.length ?? 0 }, (_one, at) => ({
    wave: 'abc'[at] ?? '',
    asked: Uint8Array.from(asked, (one) => Number(one[at])),
    answered: Uint8Array.from(own, (one) => Number(one[at])),
  }))

const halves: Grouping = {
  name: 'haelfte',
  label: 'Hälfte',
  groups: ['links', 'rechts'].map((code) => ({ code, label: code })),
  of: patterns.map((pattern, index) => (index % 2 === 0 || pattern === '101' ? 'links' : 'rechts')),
}

t.test('every pattern, the stages of attrition and who stayed, by hand', async (t) => {
  const indices = [...patterns.keys()]
  const size = {
    name: 'groesse',
    label: 'Größe',
    values: Float64Array.from(patterns, (one) => (one === '111' ? 9 : 2)),
  }
  const found = participationPatterns({
    ...{ waves: world(patterns), indices, characteristics: [halves], covariates: [size] },
  })
  t.strictSame(
    found.patterns,
    Object.entries(byHand)
      .sort()
      .reverse()
      .map(([pattern, count]) => ({ pattern, count })),
  )
  const told = (rates: Patterns['answered']) => rates.map(({ yes, of }) => [yes, of])
  t.strictSame(told(found.answered), [
    [81, 131],
    [75, 131],
    [64, 131],
  ])
  t.strictSame(told(found.stages), [
    [81, 131],
    [60, 81],
    [40, 60],
  ])
  t.strictSame(
    found.stayed.map(({ from, to, yes, of }) => [from, to, yes, of]),
    [
      ['a', 'b', 60, 81],
      ['a', 'c', 49, 81],
      ['b', 'c', 47, 75],
    ],
  )
  const [one] = found.characteristics
  t.strictSame(
    one?.classes.map(({ code, units, counts }) => [
      code,
      units,
      counts.reduce<number>((sum, own) => sum + Number(own), 0),
    ]),
    [
      ['links', 70, 70],
      ['rechts', 61, 61],
    ],
  )
  t.match(one?.test, { df: 7 })
  t.match(found.covariates[0]?.patterns[0], { n: 40, mean: 9, median: 9 })
  t.match(found.covariates[0]?.patterns.at(-1), { n: 27, mean: 2 })
})

t.test('whoever was not asked could not answer', async (t) => {
  const own = ['111', '110', '110', '100', '100', '100', '111', '111', '110', '100', '100', '100']
  const asked = own.map((_one, index) => (index >= 9 ? '110' : '111'))
  const { stages } = participationPatterns({
    ...{ waves: world(own, asked), indices: [...own.keys()], characteristics: [], covariates: [] },
  })
  t.strictSame(
    stages.map(({ yes, of }) => [yes, of]),
    [
      [12, 12],
      [6, 12],
      [3, 6],
    ],
  )
})

/** Whoever knows how many answered each wave, and all that is printed: a pattern of one or two that follows. */
function patternsThatFollow(own: readonly string[], groups: readonly string[]): string[] {
  const known = new Set(leaksOf(own, []))
  return leaksOf(own, groups).filter((leak) => !known.has(leak))
}

/** Without groups: what follows from how many answered each wave alone, which everybody knows. */
function leaksOf(own: readonly string[], groups: readonly string[]): string[] {
  const isKnownOnly = groups.length === 0
  const codes = [...new Set(groups)].sort()
  const grouping = { name: 'g', label: 'g', groups: codes.map((code) => ({ code, label: code })), of: groups }
  const indices = [...own.keys()]
  const waves = world(own)
  const found = participationPatterns({ waves, indices, characteristics: [grouping], covariates: [] })
  const reader = new Reader(own.length)
  const truthOf = (is: (pattern: string) => boolean, some = indices) =>
    some.filter((index) => is(own[index] as string)).length
  const places = new Map(
    found.patterns.map(({ pattern, count }) => [
      pattern,
      reader.read(
        pattern,
        isKnownOnly ? 'verdeckt' : count,
        truthOf((one) => one === pattern),
        { isKnown: truthOf((one) => one === pattern) === own.length },
      ),
    ]),
  )
  const some = (is: (pattern: string) => boolean) =>
    [...places].flatMap(([pattern, place]) => (is(pattern) ? [place] : []))
  reader.addUp(
    some(() => true),
    reader.know('all', own.length),
  )
  for (const at of [0, 1, 2]) {
    const is = (pattern: string) => pattern[at] === '1'
    reader.addUp(some(is), reader.know(`answered ${at}`, truthOf(is)))
  }
  if (isKnownOnly) return reader.found().leaks
  const lay = (name: string, told: number | string, is: (pattern: string) => boolean, isKnown = false) =>
    reader.addUp(some(is), reader.read(name, told, truthOf(is), { isKnown: isKnown || truthOf(is) === 0 }))
  for (const { from, to, yes, of } of found.stayed) {
    const [was, stays] = ['abc'.indexOf(from), 'abc'.indexOf(to)]
    if (of !== 'verdeckt' && yes !== 'verdeckt') {
      lay(`${from}${to}`, yes, (pattern) => pattern[was] === '1' && pattern[stays] === '1')
      lay(`${from} not ${to}`, Number(of) - Number(yes), (pattern) => pattern[was] === '1' && pattern[stays] === '0')
    }
  }
  for (const [at, { yes }] of found.stages.entries())
    if (yes !== 'verdeckt') lay(`stage ${at}`, yes, (pattern) => pattern.startsWith('1'.repeat(at + 1)), at === 0)
  const parts = new Map([...places.keys()].map((pattern) => [pattern, [] as number[]]))
  for (const { code, counts } of found.characteristics[0]?.classes ?? []) {
    const shown = new Set(found.characteristics[0]?.classes.map((one) => one.code))
    const members = indices.filter((index) => code === (shown.has(groups[index] as string) ? groups[index] : 'uebrige'))
    const inClass = found.patterns.map(({ pattern }, place) => {
      const truth = truthOf((one) => one === pattern, members)
      const told = counts[place] as number | string
      const isKnown = truth === members.length
      const one =
        typeof told === 'number'
          ? reader.read(`${pattern} in ${code}`, told, truth, { isKnown })
          : reader.think(`${pattern} in ${code}`, truth, { isKnown })
      parts.get(pattern)?.push(one)
      return one
    })
    reader.addUp(inClass, reader.know(`all in ${code}`, members.length))
  }
  if ((found.characteristics[0]?.classes.length ?? 0) > 0)
    for (const [pattern, own] of parts) reader.addUp(own, places.get(pattern) as number)
  return reader.found().leaks
}

t.test('no pattern of one or two follows', async (t) => {
  const rounds = amount(80, 5_000)
  const leaks: string[] = []
  let told = 0
  for (let seed = 0; seed < rounds; seed += 1) {
    const next = random(seed)
    const shares = [0, 1, 2].map(() => 0.3 + 0.65 * next())
    const count = 8 + Math.floor(60 * next())
    const stays = next()
    const own = Array.from({ length: count }, () => {
      let before = next() < (shares[0] as number)
      return shares
        .map((share) => {
          before = next() < stays ? before : next() < share
          return before ? '1' : '0'
        })
        .join('')
    })
    const groups = own.map(() => String(Math.floor(3 * next())))
    const found = patternsThatFollow(own, groups)
    if (found.length > 0) leaks.push(`${seed}: ${found.slice(0, 3).join(', ')}`)
    told += participationPatterns({
      waves: world(own),
      indices: [...own.keys()],
      characteristics: [],
      covariates: [],
    }).patterns.some(({ count: one }) => typeof one === 'number')
      ? 1
      : 0
  }
  t.strictSame(leaks, [])
  t.ok(told > 0.5 * rounds, 'most of it is told')
})
