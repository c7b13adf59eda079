import t from 'tap'
import { differencesOf } from '../../analysis/compare/differences.ts'
import { weightedPooledOf } from '../../analysis/compare/pooled.ts'
import type { Drawn } from '../../analysis/compare/population.ts'
import { weightedChange } from '../../analysis/compare/weighted-change.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import type { WaveValues } from '../../analysis/panel/column.ts'
import type { PanelWeights } from '../../analysis/participation/panel-weights.ts'
import { participationWeights } from '../../analysis/participation/participation-weights.ts'
import type { Interval } from '../../analysis/stats/interval.ts'
import type { NotDefined } from '../../analysis/stats/not-defined.ts'
import { random } from '../../analysis/stats/random.ts'
import { amount } from '../support/amount.ts'
import { defined } from '../support/defined.ts'

/**
 * How often intervals of raked figures hold the truth, and how far estimates lie from it, in errors. Who answers depends on Bezirk
 * and size, each for itself, and so does what they answer; so many answer that it matters whether those who were asked are meant.
 */
const worlds = amount(40, 4_000)
const next = random(6)
const bell = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

const units = Array.from({ length: 440 }, (_, index) => {
  const [bezirk, size] = [index % 4, Math.floor(5 * next() ** 1.5)]
  return { bezirk, size, answers: (0.84 - 0.04 * bezirk) * (0.9 + 0.02 * size) }
})
const places = [...units.keys()]
const grouping = (name: 'bezirk' | 'size'): Grouping => ({
  name,
  label: name,
  groups: [...new Set(units.map((one) => String(one[name])))].sort().map((code) => ({ code, label: code })),
  of: units.map((one) => String(one[name])),
})
const groupings = [grouping('bezirk'), grouping('size')]

/** What all would answer: parts of a base, in two waves. */
interface Answers {
  base: number[]
  parts: [number[], number[]]
}

/** How they came about: nothing changes alike, so that Bezirke differ, and sizes most of all. */
function draw(): Answers {
  const base = units.map(({ size }) => Math.round(20 * 2 ** size * (0.6 + 0.8 * next())))
  const share = ({ bezirk, size }: (typeof units)[number], wave: number) =>
    0.35 + 0.02 * bezirk + wave * (0.1 * size - 0.03 * bezirk - 0.08) + 0.04 * bell()
  const parts = [0, 1].map((wave) =>
    units.map((unit, index) => (base[index] as number) * Math.min(0.98, Math.max(0.02, share(unit, wave)))),
  )
  return { base, parts: parts as [number[], number[]] }
}

/** What is true of some answers: the mean change of shares, of all and of each Bezirk, and the change of the share over all. */
function truthOf({ base, parts: [first, second] }: Answers) {
  const change = (index: number) =>
    (100 * ((second[index] as number) - (first[index] as number))) / (base[index] as number)
  const mean = (some: readonly number[]) => some.reduce((sum, index) => sum + change(index), 0) / some.length
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  return {
    mean: mean(places),
    bezirke: [0, 1, 2, 3].map((bezirk) => mean(places.filter((index) => units[index]?.bezirk === bezirk))),
    pooled: (100 * (total(second) - total(first))) / total(base),
  }
}

interface Estimated {
  estimate: number
  se: number
  interval: Interval
  truth: number
}
type Figure = 'mean' | 'pooled' | 'pairs'

/** How errors are made: as they should be, without what the margins explain, or as if those who were asked were endlessly many. */
const ways = ['right', 'without margins', 'without correction'] as const
type Way = (typeof ways)[number]

/** Some of them answer, and are weighted. */
function answer(): { sample: number[]; weights: PanelWeights } {
  const sample = places.filter((index) => next() < (units[index]?.answers ?? 0))
  const made = defined(participationWeights('rake', { population: places, sample, groupings, covariates: [] }))
  return { sample, weights: { name: 'rake', label: 'rake', ...made } }
}

function wavesOf({ base, parts }: Answers, sample: readonly number[]): [WaveValues, WaveValues] {
  const reasons = new Uint8Array(units.length).fill(1)
  for (const index of sample) reasons[index] = 0
  const [first, second] = parts.map((own): WaveValues => {
    const values = Float64Array.from(own, (part, index) => (100 * part) / (base[index] as number))
    return { result: { values, reasons }, parts: Float64Array.from(own), base: Float64Array.from(base) }
  })
  return [first as WaveValues, second as WaveValues]
}

/** All figures of those who answered, with what is true. */
function estimate(
  waves: [WaveValues, WaveValues],
  truth: ReturnType<typeof truthOf>,
  { sample, weights: made, way, isOfAsked }: ReturnType<typeof answer> & { way: Way; isOfAsked: boolean },
): Record<Figure, Estimated[]> {
  const weights = way === 'without margins' ? { ...made, margins: [] } : made
  const observed = { pairs: sample.length, of: places.length }
  const drawn: Drawn = isOfAsked && way !== 'without correction' ? { observed, isOfWhole: true } : {}
  const part = { weights, all: places, indices: places, level: 0.95, drawn }
  const groups = [0, 1, 2, 3].map((bezirk) => {
    const indices = places.filter((index) => units[index]?.bezirk === bezirk)
    const change = defined(weightedChange(...waves, { ...part, indices }))
    return {
      ...{ code: String(bezirk), indices, drawn },
      change: { ...change, se: defined(change.se), test: defined(change.test) },
    }
  })
  const [before, after] = waves
  const { pair } = differencesOf(groups, { before, after, of: (value) => value, weights, all: places, level: 0.95 })
  const told = (one: Told, value: number) => ({
    ...{ estimate: one.change, se: defined(one.se), interval: defined(one.interval), truth: value },
  })
  const pooled = weightedPooledOf(...waves, part)
  if (pooled === undefined || !('change' in pooled)) throw new Error('shares are pooled')
  return {
    mean: [told(defined(weightedChange(...waves, part)), truth.mean)],
    pooled: [told(pooled, truth.pooled)],
    pairs: pairsOfBezirke.map(([first, second]) => {
      const { difference, se, interval } = defined(pair(first, second))
      const [one, other] = [truth.bezirke[first] as number, truth.bezirke[second] as number]
      return { estimate: difference, se, interval, truth: other - one }
    }),
  }
}

interface Told {
  change: number
  se: number | NotDefined
  interval: Interval | NotDefined
}

const pairsOfBezirke = [0, 1, 2].flatMap((first) =>
  [1, 2, 3].filter((second) => second > first).map((second) => [first, second] as const),
)

interface Kept {
  /** The share of intervals that hold the truth, and how sure that is. */
  held: number
  heldError: number
  /** The mean of ((estimate − truth)/se)²: 1 where errors are right. */
  squares: number
  squaresError: number
}

/** Those of one world hang together, so worlds count. */
function keptBy(rows: readonly (readonly Estimated[])[]): Kept {
  const over = (read: (one: Estimated) => number) => {
    const each = rows.map((row) => row.reduce((sum, one) => sum + read(one), 0) / row.length)
    const mean = each.reduce((sum, one) => sum + one, 0) / each.length
    const spread = each.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (each.length - 1)
    return [mean, Math.sqrt(spread / each.length)] as const
  }
  const [held, heldError] = over(({ interval: [low, high], truth }) => (low < truth && truth < high ? 1 : 0))
  const [squares, squaresError] = over(({ estimate, truth, se }) => ((estimate - truth) / se) ** 2)
  return { held, heldError, squares, squaresError }
}

const words = ({ held, heldError, squares, squaresError }: Kept) =>
  `held ${(100 * held).toFixed(1)} % ± ${(100 * heldError).toFixed(1)}, squares ${squares.toFixed(2)} ± ${squaresError.toFixed(2)}`

/** With all worlds the limits are 93.5 to 96.5 % and 0.9 to 1.1; a part of them says it only to within four errors. */
function isRight({ held, heldError, squares, squaresError }: Kept): boolean {
  const slack = amount(4, 2)
  const least = Math.sqrt((0.05 * 0.95) / worlds)
  return (
    Math.abs(held - 0.95) < 0.015 + slack * Math.max(heldError, least / 2) &&
    Math.abs(squares - 1) < 0.1 + slack * squaresError
  )
}

type Found = Record<Figure, Kept>

/** Of those who were asked the answers stand, and only who is silent changes; of a process they are drawn anew. */
function simulate(isOfAsked: boolean, wanted: readonly Way[]): Found[] {
  const fixed = draw()
  const truth = isOfAsked ? truthOf(fixed) : expected()
  const rows = Array.from({ length: worlds }, () => {
    const answered = answer()
    const waves = wavesOf(isOfAsked ? fixed : draw(), answered.sample)
    return wanted.map((way) => estimate(waves, truth, { ...answered, way, isOfAsked }))
  })
  return wanted.map((_way, place) => {
    const of = (figure: Figure) => keptBy(rows.map((row) => row[place]?.[figure] ?? []))
    return { mean: of('mean'), pooled: of('pooled'), pairs: of('pairs') }
  })
}

/** What the process comes to, from many draws. */
function expected(): ReturnType<typeof truthOf> {
  const draws = Array.from({ length: amount(400, 4_000) }, () => truthOf(draw()))
  const mean = (read: (one: (typeof draws)[number]) => number) =>
    draws.reduce((sum, one) => sum + read(one), 0) / draws.length
  return {
    mean: mean((one) => one.mean),
    bezirke: [0, 1, 2, 3].map((place) => mean(({ bezirke }) => bezirke[place] as number)),
    pooled: mean(({ pooled }) => pooled),
  }
}

const figures = ['mean', 'pooled', 'pairs'] as const

t.test('intervals hold what is true of those who were asked', async (t) => {
  const found = simulate(true, ways)
  const [right, withoutMargins, withoutCorrection] = found as [Found, Found, Found]
  for (const [place, way] of ways.entries())
    for (const figure of figures) t.comment(`${way}, ${figure}: ${words((found[place] as Found)[figure])}`)
  for (const figure of figures) t.ok(isRight(right[figure]), figure)
  t.notOk(isRight(withoutMargins.mean), 'a variance that forgets what margins explain is found')
  for (const figure of figures)
    t.notOk(isRight(withoutCorrection[figure]), `one without the correction is found, ${figure}`)
})

// Differences of Bezirke are none of this process: it fixes how many of each size they have, which an error counts as chance.
t.test('intervals hold what is true of a process', async (t) => {
  const [right] = simulate(false, ['right']) as [Found]
  for (const figure of ['mean', 'pooled'] as const) {
    t.comment(`${figure}: ${words(right[figure])}`)
    t.ok(isRight(right[figure]), figure)
  }
})
