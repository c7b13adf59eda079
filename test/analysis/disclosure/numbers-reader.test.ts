import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { Level } from '../../../analysis/compare/level.ts'
import type { Population } from '../../../analysis/compare/population.ts'
import type { Compared, Step, ToldNumbers } from '../../../analysis/compare/results.ts'
import { isTold } from '../../../analysis/disclosure/hidden.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { random } from '../../../analysis/stats/random.ts'
import { amount } from '../../support/amount.ts'
import { Known } from '../../support/follows.ts'
import { published } from '../../support/published.ts'
import { Reader } from '../../support/reader.ts'

interface World {
  before: (number | null)[]
  after: (number | null)[]
  groups: string[]
  population?: Population
}

const surveys = await Promise.all(
  ['umfrage-1', 'umfrage-4'].map(async (wave) => ({ wave, instrument: await published(wave) })),
)
const continues: CompareWaves['continues'] = () => []
const found = findVariable('zp_gesamt', surveys, [], continues)
if ('problem' in found) throw new Error(found.problem)
const variable = found

/** Values of which none is the same as another, or small whole numbers that hardly change. */
function draw(seed: number, isWhole: boolean): World {
  const next = random(seed)
  const units = 4 + Math.floor(26 * next())
  const groups = 1 + Math.floor(4 * next())
  const missing = 0.25 * next()
  const say = () => (isWhole ? Math.floor(4 * next()) : 100 * next())
  const first = Array.from({ length: units }, say)
  const second = first.map((value) => (isWhole ? value + (next() < 0.4 ? Math.floor(5 * next()) - 2 : 0) : say()))
  const given = (values: readonly number[]) => values.map((value) => (next() < missing ? null : value))
  return {
    before: given(first),
    after: given(second),
    groups: first.map(() => String(Math.floor(groups * next() ** 1.5))),
    population: populations[seed % populations.length]?.(units) as Population,
  }
}

/** All were asked; or a process, of units that stand for themselves or hang together, many or few in a cluster. */
const populations: readonly ((units: number) => Population)[] = [
  () => ({ kind: 'process' }),
  (units) => ({
    kind: 'asked',
    asked: new Map(surveys.map(({ wave }) => [wave, new Uint8Array(units).fill(1)])),
    frame: Array.from({ length: units }, (_one, index) => index),
  }),
  ...[6, 9].map(
    (count) =>
      (units: number): Population => ({
        kind: 'process',
        clusters: {
          name: 'kreis',
          many: 'Kreise',
          of: Array.from({ length: units }, (_one, index) => `${index % count}`),
        },
      }),
  ),
]

function stepOf({ before, after, groups, population }: World, replicates: number): Step {
  const units = before.map((_one, index) => String(100_000 + index))
  const wave = (place: 0 | 1, numbers: (number | null)[]) => ({
    wave: surveys[place]?.wave ?? '',
    units,
    columns: new Map([[variable.name, { numbers }]]),
  })
  const panel = buildPanel(units, [wave(0, before), wave(1, after)], [variable.name])
  const codes = [...new Set(groups)].sort()
  const grouping: Grouping = { name: 'g', label: 'g', groups: codes.map((code) => ({ code, label: code })), of: groups }
  const asked = {
    surveys,
    variables: [variable],
    panel,
    continues,
    grouping,
    options: { replicates, ...(population && { population }) },
  }
  return compareWaves(asked).variables[0]?.steps[0] as Step
}

/** Some units with what is told of them. */
interface Told {
  name: string
  indices: number[]
  one: Compared & { result: ToldNumbers }
}

function toldOf({ total, groups }: Step, world: World): Told[] {
  const all = [...world.before.keys()]
  const own = new Set(groups.map(({ code }) => code))
  return [
    { name: 'all', indices: all, one: total },
    ...groups.map((one) => ({
      name: one.code,
      indices: all.filter((index) => {
        const code = world.groups[index] as string
        return one.code === (own.has(code) ? code : 'uebrige')
      }),
      one,
    })),
  ].filter((told): told is Told => told.one.result?.kind === 'number')
}

const levels = ({ mean, sd, median, quartiles }: Level) => [
  mean,
  sd,
  median,
  ...(isDefined(quartiles) ? quartiles : []),
]

/** Every figure that is printed and moves with the values, in an order that is the same for the same counts. */
function figuresOf({ before, after, pairs, ...result }: ToldNumbers): Record<Kind, number[]> {
  const { change, medianChange, hodgesLehmann, bootstrap, effect, pooled, influence } = result
  const numbers = (figures: readonly unknown[]) => figures.filter((figure) => typeof figure === 'number')
  return {
    before: numbers([...(before === undefined ? [] : levels(before)), ...levels(pairs.before)]),
    after: numbers([...(after === undefined ? [] : levels(after)), ...levels(pairs.after)]),
    change: numbers([
      ...(isDefined(change) ? [change.change, change.sd, change.se, ...limits(change.interval)] : []),
      ...(isDefined(change) && isDefined(change.test) ? [change.test.t] : []),
      medianChange,
      ...(isDefined(hodgesLehmann) ? [hodgesLehmann.estimate, ...limits(hodgesLehmann.interval)] : []),
      ...(bootstrap === undefined ? [] : limits(bootstrap)),
      ...(isDefined(effect) ? [effect.dz, effect.dav] : []),
      ...(influence === undefined ? [] : influenceFigures(influence)),
    ]),
    both: numbers(
      pooled === undefined || !('change' in pooled) ? [] : [pooled.change, pooled.se, ...limits(pooled.interval)],
    ),
  }
}
const influenceFigures = ({ units, without, trimmed }: NonNullable<ToldNumbers['influence']>) => [
  ...[...units.map((one) => one.without), without].flatMap((one) =>
    isTold(one) && isDefined(one) ? [one.change, one.se] : [],
  ),
  trimmed,
]
const kinds = ['before', 'after', 'change', 'both'] as const
type Kind = (typeof kinds)[number]
const limits = (interval: NonNullable<ToldNumbers['bootstrap']>) => (isDefined(interval) ? [...interval] : [])

const step = 1e-4
/** How the figures of all and of groups move when a value does, by place: first the earlier wave, then the later one. */
function movesOf(world: World): Record<Kind, number[][]>[] {
  const units = world.before.length
  const figures = (moved: World) => toldOf(stepOf(moved, 99), moved).map(({ one }) => figuresOf(one.result))
  const columns = [...world.before, ...world.after].map((value, at) => {
    if (value === null) return undefined
    const by = (more: number) => {
      const wave = at < units ? 'before' : 'after'
      const values = [...world[wave]]
      values[at % units] = value + more
      return figures({ ...world, [wave]: values })
    }
    return { less: by(-step), more: by(step) }
  })
  return figures(world).map((own, told) => {
    const rows = (kind: Kind) =>
      own[kind].map((_figure, of) =>
        columns.map((column) => {
          const [more = 0, less = 0] = [column?.more[told]?.[kind][of], column?.less[told]?.[kind][of]]
          return (more - less) / step
        }),
      )
    return { before: rows('before'), after: rows('after'), change: rows('change'), both: rows('both') }
  })
}

const vector = (size: number, entries: readonly (readonly [number, number])[]) => {
  const made = new Array<number>(size).fill(0)
  for (const [at, value] of entries) made[at] = value
  return made
}

const values = ['before', 'after', 'change'] as const
type Value = (typeof values)[number]

/** Clusters of one or two pairs whose sum of changes follows from the figures of a group, but would not without their error. */
function clustersThatFollow(world: World): string[] {
  const { population } = world
  const clusters = population?.kind === 'process' ? population.clusters?.of : undefined
  if (clusters === undefined) return []
  const units = world.before.length
  const [rows, without] = [movesOf(world), movesOf({ ...world, population: { kind: 'process' } })]
  return toldOf(stepOf(world, 0), world).flatMap(({ name, indices }, told) => {
    const [known, before] = [rows, without].map((of) => new Known(kinds.flatMap((kind) => of[told]?.[kind] ?? [])))
    const pairs = indices.filter((index) => world.before[index] !== null && world.after[index] !== null)
    return [...new Set(clusters)].flatMap((cluster) => {
      const own = pairs.filter((index) => clusters[index] === cluster)
      if (own.length === 0 || own.length > 2) return []
      const sum = vector(
        2 * units,
        own.flatMap((index) => [[index, -1] as const, [units + index, 1] as const]),
      )
      return known?.follows(sum) && !before?.follows(sum) ? [`${name}: ${own.length} of cluster ${cluster}`] : []
    })
  })
}

/** Values that follow from the figures of one group, and belong to one of the two at an end: who that is, is known. */
function valuesThatFollow(world: World): string[] {
  const units = world.before.length
  const rows = movesOf(world)
  const valueFor: Record<Value, (index: number) => number | null> = {
    before: (index) => world.before[index] ?? null,
    after: (index) => world.after[index] ?? null,
    change: (index) => {
      const [before, after] = [valueFor.before(index), valueFor.after(index)]
      return before === null || after === null ? null : after - before
    },
  }
  const parts: Record<Value, readonly (readonly [number, number])[]> = {
    before: [[0, 1]],
    after: [[1, 1]],
    change: [
      [0, -1],
      [1, 1],
    ],
  }
  return toldOf(stepOf(world, 0), world).flatMap(({ name, indices }, told) =>
    values.flatMap((kind) => {
      const knownBy = (of: readonly Kind[]) => new Known(of.flatMap((one) => rows[told]?.[one] ?? []))
      const [own, separate, all] = [knownBy([kind]), knownBy(values), knownBy(kinds)]
      const value = (index: number) => valueFor[kind](index) ?? 0
      const sorted = indices.filter((index) => valueFor[kind](index) !== null).sort((a, b) => value(a) - value(b))
      return [...new Set([...sorted.slice(0, 2), ...sorted.slice(-2)])].flatMap((index) => {
        const sum = vector(
          2 * units,
          parts[kind].map(([wave, factor]) => [wave * units + index, factor]),
        )
        // Figures of both waves at once add to what is told of each.
        const isByBoth = all.follows(sum) && !separate.follows(sum)
        return own.follows(sum) || isByBoth ? [`${name}, n = ${sorted.length}: ${kind} of ${index}`] : []
      })
    }),
  )
}

/** One or two units whose sum follows from means and their n, of all, of pairs and of groups. */
function sumsThatFollow(world: World): string[] {
  const units = world.before.length
  const told = toldOf(stepOf(world, 0), world)
  return (['before', 'after'] as const).flatMap((wave) => {
    const has = (index: number) => world[wave][index] !== null
    const isPair = (index: number) => world.before[index] !== null && world.after[index] !== null
    const sets = told.flatMap(({ indices, one: { result } }) => [
      ...(result[wave] === undefined ? [] : [indices.filter(has)]),
      indices.filter(isPair),
    ])
    const row = (set: readonly number[]) =>
      vector(
        units,
        set.map((index) => [index, 1]),
      )
    const known = new Known(sets.map(row))
    const own = world[wave].flatMap((value, index) => (value === null ? [] : [index]))
    return own.flatMap((one, place) =>
      own
        .slice(place + 1)
        .flatMap((other) => (known.mixes(row([one]), row([other])) ? [`${wave} of ${one} and ${other}`] : [])),
    )
  })
}

/** Whether how many rose, fell or stayed follows from it beside how the changes of whole numbers are distributed. */
function movesThatFollow(world: World): string[] {
  const { total } = stepOf(world, 0)
  const { result, changes = [] } = total
  if (result?.kind !== 'number' || !isDefined(result.shares)) return []
  const reader = new Reader(world.before.length)
  const moved = world.before.flatMap((before, index) => {
    const after = world.after[index]
    return before === null || after === null || after === undefined ? [] : [after - before]
  })
  const { shares } = result
  const signs = [
    { name: 'risen', told: shares.risen, is: (change: number) => change > 0 },
    { name: 'fallen', told: shares.fallen, is: (change: number) => change < 0 },
    { name: 'unchanged', told: shares.unchanged, is: (change: number) => change === 0 },
  ]
  const n = moved.length
  // One each: all is hidden, and there is nothing beside it to hide.
  if (signs.every(({ is }) => moved.filter(is).length === 1)) return []
  const places = signs.map(({ name, told, is }) => {
    const truth = moved.filter(is).length
    return reader.read(name, typeof told === 'string' ? told : told.count, truth, { isKnown: truth === n })
  })
  reader.addUp(places, reader.know('pairs', n))
  if (changes.length === 0) return reader.found().leaks
  const parts = changes.map(({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, count }) => {
    const own = signs.map(({ name, is }) => {
      const truth = moved.filter((change) => is(change) && change >= from && change < to).length
      const low = Math.max(Math.ceil(from), -n * 10)
      const whole = Array.from({ length: 20 }, (_none, more) => low + more).filter((one) => one < to)
      const isThinkable = !Number.isFinite(from) || whole.some(is)
      const label = `${name} of ${from} to ${to}`
      return isThinkable ? reader.think(label, truth) : reader.know(label, truth)
    })
    reader.addUp(
      own,
      reader.read(
        `${from} to ${to}`,
        count,
        own.length === 0 ? 0 : moved.filter((change) => change >= from && change < to).length,
      ),
    )
    return own
  })
  for (const [sign, total] of places.entries())
    reader.addUp(
      parts.map((own) => own[sign] as number),
      total,
    )
  return reader.found().leaks
}

for (const [name, attack, rounds, isWhole] of [
  ['no value of one of the two at an end follows', valuesThatFollow, amount(40, 500), false],
  ['nor the sum of one or two that hang together', clustersThatFollow, amount(20, 500), false],
  ['no sum of one or two follows from means', sumsThatFollow, amount(100, 2_000), false],
  ['nor how many rose, from how changes are distributed', movesThatFollow, amount(300, 5_000), true],
] as const)
  t.test(name, async (t) => {
    const leaks: string[] = []
    for (let seed = 0; seed < rounds; seed += 1) {
      const found = attack(draw(seed, isWhole))
      if (found.length > 0) leaks.push(`${seed}: ${found.join(', ')}`)
    }
    t.comment(`${leaks.length} of ${rounds} worlds leak`)
    t.strictSame(leaks.slice(0, 12), [])
  })
