import fc from 'fast-check'
import t from 'tap'
import { changeShares } from '../../../analysis/stats/change-shares.ts'
import { hodgesLehmann } from '../../../analysis/stats/hodges-lehmann.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { pairedChange } from '../../../analysis/stats/paired-change.ts'
import { pairedDifferences } from '../../../analysis/stats/paired-differences.ts'
import { pairedEffectSize } from '../../../analysis/stats/paired-effect-size.ts'
import { signedRankTail } from '../../../analysis/stats/signed-rank-tail.ts'
import { type SignedRankOptions, signedRankTest } from '../../../analysis/stats/signed-rank-test.ts'
import { walshAverage } from '../../../analysis/stats/walsh-average.ts'
import { defined } from '../../support/defined.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface SignedRank {
  n: number
  zeros: number
  risen: number
  fallen: number
  normal: number
  uncorrected: number
  exact?: number
  pratt: { risen: number; fallen: number; uncorrected: number; exact?: number }
}

interface Case {
  before: number[]
  after: number[]
  change: object
  interval99: number[]
  signedRank: SignedRank
  hodgesLehmann: number
  effect: object
}

const cases = readReference<Record<string, Case>>('paired')

for (const [name, { before, after, ...expected }] of Object.entries(cases)) {
  t.test(`${name} as in R`, async (t) => {
    agrees(t, pairedChange(before, after), expected.change, 'mean change, t interval and test', 11)
    agrees(t, defined(pairedChange(before, after, { level: 0.99 })).interval, expected.interval99, 'another level', 11)
    agrees(t, pairedEffectSize(before, after), expected.effect, 'effect sizes', 11)
    agrees(t, defined(hodgesLehmann(before, after)).estimate, expected.hodgesLehmann, 'Hodges and Lehmann', 12)

    const test = (options?: SignedRankOptions) => defined(signedRankTest(before, after, options))
    const { exact, pratt, normal, uncorrected, ...counts } = expected.signedRank
    agrees(t, test(), counts, 'ranks')
    agrees(t, test({ method: 'normal' }).p, normal, 'normal approximation', 11)
    agrees(t, test({ method: 'normal', correct: false }).p, uncorrected, 'without correction', 11)
    const ofPratt = { zeros: 'pratt', method: 'normal', correct: false } as const
    agrees(t, test(ofPratt), { risen: pratt.risen, fallen: pratt.fallen, p: pratt.uncorrected }, 'Pratt', 11)
    t.ok(exact !== undefined || before.length > 17, 'small cases have an exact reference')
    if (exact !== undefined) agrees(t, test(), { method: 'exact', p: exact }, 'exact', 12)
    if (pratt.exact !== undefined) agrees(t, test({ zeros: 'pratt' }).p, pratt.exact, 'Pratt, exact', 12)
  })
}

t.test('intervals of Hodges and Lehmann as in R, where R is exact', async (t) => {
  interface Location {
    d: number[]
    level: number
    estimate: number
    interval: number[]
  }
  for (const [name, { d, level, ...expected }] of Object.entries(
    readReference<Record<string, Location>>('hodges-lehmann'),
  )) {
    const result = hodgesLehmann(
      d.map(() => 0),
      d,
      level,
    )
    agrees(t, result, expected, name, 12)
  }
})

t.test('the figures of textbooks and articles', async (t) => {
  const { before, after } = cases.sleep as Case
  const { dz, dav, drm } = defined(pairedEffectSize(before, after))
  const rounded = [dz, dav, drm].map((d) => Math.round((d as number) * 1000) / 1000)
  t.strictSame(rounded, [1.285, 0.832, 0.822], 'three effect sizes of sleep')
  const { before: hamiltonBefore, after: hamiltonAfter } = cases.depression as Case
  const hollander = defined(signedRankTest(hamiltonBefore, hamiltonAfter))
  t.strictSame([hollander.risen, hollander.fallen], [5, 40], 'Hollander and Wolfe, example 3.1: T⁺ = 5')
  t.equal(hollander.p, 20 / 512, 'their p is 0.019 one-sided')
})

t.test('ties that rounding would break', async (t) => {
  const before = [0.1, 0.2, 0.7, 1.1, 2.3, 5]
  const after = [0.4, 0.5, 1, 1.4, 2.6, 5]
  t.strictSame(pairedDifferences(before, after), [0.3, 0.3, 0.3, 0.3, 0.3, 0])
  t.not(0.4 - 0.1, 1.4 - 1.1, 'the bare differences are not the same')
  t.equal(defined(signedRankTest([0.3, 1], [0.1 + 0.2, 2])).zeros, 1, '0.1 + 0.2 is 0.3')
  t.strictSame(pairedDifferences([1e6 + 0.1, 5], [1e6 + 0.4, 5.3]), [0.3, 0.3], 'beside a large offset')
  t.strictSame(pairedDifferences([2 ** 52, 0], [2 ** 52 + 1, 1]), [1, 1], 'whole numbers stay as they are')
})

const zeros = Array(5).fill(0)

t.test('what is not defined says why', async (t) => {
  const all = [pairedChange, signedRankTest, hodgesLehmann, changeShares, pairedEffectSize]
  for (const statistic of all) {
    t.strictSame(statistic([], []), { notDefined: 'no-values' }, `${statistic.name} of nothing`)
    t.throws(() => statistic([1], [1, 2]), { message: 'before and after belong together, but there are 1 and 2' })
    t.throws(() => statistic([1], [Number.NaN]), { message: /^after\[0] is NaN/ })
  }
  const few = { notDefined: 'too-few-values' }
  t.match(pairedChange([1], [3]), { n: 1, change: 2, sd: few, se: few, interval: few, test: few }, 'one pair')
  t.strictSame(pairedEffectSize([1], [3]), few)
  t.match(pairedEffectSize([1, 2], [3, 5]), { gz: few, gav: few }, 'two pairs')
  const flat = { notDefined: 'no-variation' }
  t.match(pairedChange([1, 2], [3, 4]), { sd: 0, se: 0, interval: flat, test: flat }, 'all change alike')
  const noisy = pairedChange([0.1, 1000.2, 7.7], [0.4, 1000.5, 8])
  t.match(noisy, { sd: 0, se: 0, interval: flat, test: flat }, 'all change alike, but for the 16th digit')
  t.match(pairedEffectSize([1, 2], [3, 4]), { dz: flat, drm: flat, gz: flat })
  t.match(pairedEffectSize([1, 1], [2, 2]), { dav: flat })
  const same = { notDefined: 'no-differences' }
  t.strictSame(signedRankTest(zeros, zeros), same)
  t.match(changeShares(zeros, zeros), { n: 5, risen: { count: 0 }, unchanged: { count: 5, share: 1 } })
  t.match(hodgesLehmann(zeros, [1, 2, 3, 4, 5]), { estimate: 3, interval: few }, 'five pairs reach 93.75 % at most')
  t.match(hodgesLehmann([...zeros, 0], [1, 2, 3, 4, 5, 6]), { interval: [1, 6] })
})

t.test('a single changed pair proves nothing', async (t) => {
  t.match(signedRankTest([0, 0], [0, 7]), { n: 2, zeros: 1, risen: 1, fallen: 0, method: 'exact', p: 1 })
})

t.test('all ties', async (t) => {
  const test = defined(signedRankTest(zeros, [2, 2, 2, 2, -2]))
  t.strictSame([test.risen, test.fallen, test.p], [12, 3, 0.375], 'the signed-rank test is the sign test then')
})

const number = fc.integer({ min: -200, max: 200 })
const pairs = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 70 })
const split = (of: [number, number][]) => [of.map(([before]) => before), of.map(([, after]) => after)] as const

t.test('forwards and backwards mirror each other, and shifting both waves changes nothing', async () => {
  fc.assert(
    fc.property(pairs, number, (of, shift) => {
      const [before, after] = split(of)
      const there = signedRankTest(before, after)
      const back = signedRankTest(after, before)
      const moved = signedRankTest(
        before.map((value) => value + shift),
        after.map((value) => value + shift),
      )
      if (!isDefined(there)) return !isDefined(back)
      if (!isDefined(back)) return false
      const typical = defined(hodgesLehmann(before, after))
      const opposite = defined(hodgesLehmann(after, before))
      return (
        there.p === back.p &&
        there.p > 0 &&
        there.p <= 1 &&
        there.risen === back.fallen &&
        JSON.stringify(there) === JSON.stringify(moved) &&
        typical.estimate === -opposite.estimate
      )
    }),
  )
})

t.test('the mean change lies in its interval, which narrows with the level', async () => {
  fc.assert(
    fc.property(pairs, (of) => {
      const { change, interval, test } = defined(pairedChange(...split(of)))
      const narrow = defined(pairedChange(...split(of), { level: 0.5 })).interval as number[]
      const [low, high] = interval as number[]
      if (isDefined(test) && !(test.p >= 0 && test.p <= 1)) return false
      const excludesZero = (low as number) > 0 || (high as number) < 0
      return (
        (low as number) <= (narrow[0] as number) &&
        (narrow[0] as number) <= change &&
        change <= (high as number) &&
        (!isDefined(test) || Math.abs(test.p - 0.05) < 1e-9 || excludesZero === test.p < 0.05)
      )
    }),
  )
})

t.test('shares of risers, fallers and the rest add up', async () => {
  fc.assert(
    fc.property(pairs, (of) => {
      const { n, risen, fallen, unchanged } = defined(changeShares(...split(of)))
      return risen.count + fallen.count + unchanged.count === n && n === of.length
    }),
  )
})

t.test('a Walsh average found is the one a list would give', async () => {
  const values = fc.array(fc.oneof(number, fc.double({ min: -5, max: 5, noNaN: true })), {
    minLength: 1,
    maxLength: 25,
  })
  fc.assert(
    fc.property(values, fc.nat(), (of, pick) => {
      const sorted = [...of].sort((a, b) => a - b)
      const all = sorted.flatMap((a, i) => sorted.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b)
      const k = 1 + (pick % all.length)
      return walshAverage(sorted, k) - (all[k - 1] as number) === 0
    }),
  )
})

t.test('the exact distribution is one: it adds up to 1 and is symmetric', async () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 }), (ranks) => {
      const total = ranks.reduce((all, rank) => all + rank, 0)
      const middle = Math.floor(total / 3)
      const both = signedRankTail(ranks, middle) + signedRankTail(ranks, total - middle - 1)
      return signedRankTail(ranks, total) === 1 && Math.abs(both - 1) < 1e-12
    }),
  )
})

t.test('exact and approximate p come together as pairs grow many', async (t) => {
  const after = Array.from({ length: 49 }, (_, index) => (index % 3 === 0 ? -1 : 1) * (index + 1))
  const before = after.map(() => 0)
  const [exact, normal] = (['exact', 'normal'] as const).map(
    (method) => defined(signedRankTest(before, after, { method })).p,
  )
  t.ok(Math.abs((exact as number) / (normal as number) - 1) < 0.05, `${exact} and ${normal}`)
  t.equal(defined(signedRankTest([...before, 0], [...after, 50])).method, 'normal', 'from 50 on')
})
