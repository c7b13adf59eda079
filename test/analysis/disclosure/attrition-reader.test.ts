import t from 'tap'
import { isFew } from '../../../analysis/disclosure/fewest.ts'
import { isTold } from '../../../analysis/disclosure/hidden.ts'
import type { Division } from '../../../analysis/disclosure/known-units.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { type Attrition, attrition } from '../../../analysis/participation/attrition.ts'
import { areAllTold, type ToldParticipation } from '../../../analysis/participation/disclose-attrition.ts'
import { modelTells } from '../../../analysis/participation/model-tells.ts'
import { participationModel } from '../../../analysis/participation/participation-model.ts'
import {
  type ParticipationWeights,
  participationWeights,
  type WeightMethod,
} from '../../../analysis/participation/participation-weights.ts'
import { shownClasses, shownDivisions } from '../../../analysis/participation/shown-classes.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { random } from '../../../analysis/stats/random.ts'
import { amount } from '../../support/amount.ts'
import { Known } from '../../support/follows.ts'

interface World {
  kreis: Grouping
  bezirk: Grouping
  groesse: Grouping
  /** By wave and unit. */
  asked: [Uint8Array, Uint8Array]
  answered: [Uint8Array, Uint8Array]
  indices: number[]
}

function groupingOf(name: string, of: string[]): Grouping {
  const groups = [...new Set(of)].sort().map((code) => ({ code, label: code }))
  return { name, label: name, groups, of }
}

/** Kreise in Regierungsbezirke, sizes across them; who was asked is known of all. */
function draw(seed: number): World {
  const next = random(seed)
  const units = 25 + Math.floor(40 * next())
  const indices = Array.from({ length: units }, (_none, index) => index)
  const [kreise, bezirke] = [3 + Math.floor(6 * next()), 1 + Math.floor(3 * next())]
  const kreis = indices.map(() => String(Math.floor(kreise * next() ** 1.3)))
  const [rarely, leaving, unasked] = [0.3 * next(), 0.3 * next(), next() < 0.5 ? 0 : 0.1]
  const asked = indices.map(() => (next() < unasked ? 0 : 1))
  const first = indices.map(() => (next() < rarely ? 0 : 1))
  const second = first.map((did, index) => (asked[index] === 1 && next() > (did ? leaving : 0.5) ? 1 : 0))
  return {
    kreis: groupingOf('kreis', kreis),
    bezirk: groupingOf(
      'bezirk',
      kreis.map((code) => String(Number(code) % bezirke)),
    ),
    groesse: groupingOf(
      'groesse',
      indices.map(() => String(Math.floor(3 * next() ** 2))),
    ),
    asked: [new Uint8Array(units).fill(1), Uint8Array.from(asked)],
    answered: [Uint8Array.from(first), Uint8Array.from(second)],
    indices,
  }
}

interface Page {
  told: Attrition
  weights: ParticipationWeights[]
}

/** What the page tells: who is missing, and the weights that make up for them. */
function pageOf({ kreis, bezirk, groesse, asked, answered, indices }: World): Page {
  const groupings = [kreis, bezirk, groesse]
  const [first, second] = ['a', 'b'].map((wave, at) => ({
    wave,
    asked: asked[at] as Uint8Array,
    answered: answered[at] as Uint8Array,
  })) as [Parameters<typeof attrition>[0]['first'], Parameters<typeof attrition>[0]['second']]
  const model = { covariates: [], groupings: [] }
  const told = attrition({ first, second, indices, characteristics: groupings, covariates: [], model })
  const beside: Division[] = shownDivisions(told, groupings)
  const population = indices.filter((index) => asked[1][index] === 1)
  const sample = population.filter((index) => answered[0][index] === 1 && answered[1][index] === 1)
  const weights: ParticipationWeights[] = []
  for (const method of ['post', 'rake'] as WeightMethod[]) {
    const isSampleTold = areAllTold([first, second], indices, undefined)
    const task = { population, sample, groupings: [bezirk, groesse], covariates: [], beside: [...beside], isSampleTold }
    const made = participationWeights(method, task)
    if (!isDefined(made)) continue
    weights.push(made)
    beside.push(...made.shown)
  }
  return { told, weights }
}

const kinds = ['both', 'left', 'leftUnasked', 'joined', 'neither', 'neitherUnasked'] as const
type Kind = (typeof kinds)[number]

const kindOf = ({ asked, answered }: World, index: number): Kind => {
  const [before, after] = [answered[0][index] === 1, answered[1][index] === 1]
  const isAsked = asked[1][index] === 1
  if (before) return after ? 'both' : isAsked ? 'left' : 'leftUnasked'
  return after ? 'joined' : isAsked ? 'neither' : 'neitherUnasked'
}

/** Of which kinds a printed count is. */
const parts = {
  both: ['both'],
  dropped: ['left', 'leftUnasked'],
  joined: ['joined'],
  neither: ['neither', 'neitherUnasked'],
  stayedOf: ['both', 'left'],
  first: ['both', 'left', 'leftUnasked'],
  second: ['both', 'joined'],
  noBoth: ['left', 'joined', 'neither'],
} as const satisfies Record<string, readonly Kind[]>
type Part = keyof typeof parts

interface Printed {
  name: string
  indices: readonly number[]
  part: Part
  count: number
}

/** Every count that the page prints or that everybody knows, with whom it is of. */
function printedOf(world: World, { told, weights }: Page): Printed[] {
  const { indices, answered } = world
  const flow = (name: string, own: readonly number[], { flow: counts, rates }: ToldParticipation) =>
    [
      ...(['both', 'dropped', 'joined', 'neither'] as const).map((part) => ({ part, count: counts[part] })),
      { part: 'stayedOf' as const, count: rates.stayed.of },
      { part: 'first' as const, count: rates.first.yes },
      { part: 'second' as const, count: rates.second.yes },
    ].flatMap(({ part, count }): Printed[] => (isTold(count) ? [{ name, indices: own, part, count }] : []))
  const whole = (part: 'first' | 'second', wave: 0 | 1): Printed => ({
    ...{ name: 'origin', indices, part },
    count: answered[wave].reduce((sum, one) => sum + one, 0),
  })
  return [
    whole('first', 0),
    whole('second', 1),
    ...flow('all', indices, told),
    ...told.characteristics.flatMap((one) => {
      const of = one.classes.length === 0 ? [] : shownClasses(one, world[one.name as 'kreis' | 'bezirk' | 'groesse'])
      return one.classes.flatMap((shown) =>
        flow(
          `${one.name} ${shown.code}`,
          indices.filter((index) => of[index] === shown.code),
          shown,
        ),
      )
    }),
    ...weights.flatMap(({ groupings, report: { method, sample, balance } }): Printed[] => {
      if (!isTold(sample)) return []
      const classes = groupings.flatMap(({ name, groups, of }) => groups.map(({ code }) => ({ name, code, of })))
      return [
        { name: method, indices, part: 'both', count: sample },
        ...classes.flatMap(({ name, code, of }, place): Printed[] => {
          const { sample: share } = balance[place] as (typeof balance)[number]
          if (!isTold(share)) return []
          const own = indices.filter((index) => of[index] === code)
          return [{ name: `${method} ${name} ${code}`, indices: own, part: 'both', count: Math.round(share * sample) }]
        }),
      ]
    }),
  ]
}

/** All who are of the same Kreis and size are told of together, always: each kind of them is an unknown number. */
class Pieces {
  readonly of: readonly (readonly number[])[]
  readonly #place = new Map<number, number>()

  constructor({ kreis, groesse, indices }: World) {
    const pieces = new Map<string, number[]>()
    for (const index of indices) {
      const name = `${kreis.of[index]}/${groesse.of[index]}`
      pieces.set(name, [...(pieces.get(name) ?? []), index])
    }
    this.of = [...pieces.values()]
    for (const [place, own] of this.of.entries()) for (const index of own) this.#place.set(index, place)
  }

  /** How many of some kinds there are among some units, as a sum of the unknown numbers. */
  sum(indices: readonly number[], some: readonly Kind[]): number[] {
    const row = new Array<number>(this.of.length * kinds.length).fill(0)
    for (const index of indices)
      for (const kind of some) row[(this.#place.get(index) as number) * kinds.length + kinds.indexOf(kind)] = 1
    return row
  }
}

/** What is known: of every piece how many were asked, and what is printed; where that is none or all, of every piece in it. */
function knownFrom(world: World, pieces: Pieces, printed: readonly Printed[]): Known {
  const isOf = (unasked: boolean) => kinds.filter((kind) => kind.endsWith('Unasked') === unasked)
  const each = (indices: readonly number[], some: readonly Kind[]) =>
    some.flatMap((kind) => indices.map((index) => pieces.sum([index], [kind])))
  return new Known([
    ...pieces.of.flatMap((own) => [pieces.sum(own, isOf(false)), pieces.sum(own, isOf(true))]),
    ...each(
      world.indices
        .filter((index) => world.asked[1][index] === 1)
        .filter(
          (index) => !pieces.of.some((own) => own.includes(index) && own.some((one) => world.asked[1][one] === 0)),
        ),
      isOf(true),
    ),
    ...printed.flatMap(({ indices, part, count }) => [
      pieces.sum(indices, parts[part]),
      ...(count === 0 ? each(indices, parts[part]) : []),
      ...(count === indices.length
        ? each(
            indices,
            kinds.filter((kind) => !(parts[part] as readonly Kind[]).includes(kind)),
          )
        : []),
    ]),
  ])
}

/** Counts of one or two that follow: of a class, of where two meet, and of what one has more than the other. */
function attack(world: World, page: Page): string[] {
  const printed = printedOf(world, page)
  const pieces = new Pieces(world)
  const few = printed.filter(({ count, name }) => isFew(count) && name !== 'origin')
  const known = knownFrom(world, pieces, printed)
  // What everybody knows, and that all of a class did the same.
  const anyway = knownFrom(
    world,
    pieces,
    printed.filter(({ name, count, indices }) => name === 'origin' || count === 0 || count === indices.length),
  )
  const sets = new Map(printed.map(({ indices }) => [indices.join(), indices]))
  const targets = new Map(
    [...sets.values()].flatMap((one) =>
      [...sets.values()].flatMap((other) => {
        const within = new Set(other)
        return [true, false]
          .map((is) => one.filter((index) => within.has(index) === is))
          .map((own) => [own.join(), own])
      }),
    ) as [string, number[]][],
  )
  const leaks = [...targets.values()].flatMap((own) =>
    (Object.keys(parts) as Part[]).flatMap((part) => {
      const meant: readonly Kind[] = parts[part]
      const truth = own.filter((index) => meant.includes(kindOf(world, index))).length
      if (!isFew(truth) || own.length === 0) return []
      const sum = pieces.sum(own, meant)
      const sizes = own.length
      return known.follows(sum) && !anyway.follows(sum) ? [`${part} of ${sizes} units is ${truth}`] : []
    }),
  )
  return [...few.map(({ name, part, count }) => `${name} ${part} is told: ${count}`), ...new Set(leaks)]
}

t.test('who is missing, by class and in weights: no one and no two follows', async (t) => {
  const rounds = amount(60, 1_500)
  const leaks: string[] = []
  let [hiddenClasses, toldClasses] = [0, 0]
  for (let seed = 0; seed < rounds; seed += 1) {
    const world = draw(seed)
    const page = pageOf(world)
    const found = attack(world, page)
    for (const { report } of page.weights) {
      hiddenClasses += report.balance.filter(({ sample }) => !isTold(sample)).length
      toldClasses += report.balance.filter(({ sample }) => isTold(sample)).length
    }
    if (found.length > 0) leaks.push(`${seed}: ${found.join(', ')}`)
  }
  t.comment(`${leaks.length} of ${rounds} worlds leak`)
  t.comment(`classes of weights: ${toldClasses} told, ${hiddenClasses} hidden`)
  t.strictSame(leaks.slice(0, 12), [])
  t.ok(toldClasses > rounds && hiddenClasses > rounds / 4, 'both happen')
})

t.test('a logit says how many of each class took part, so it is not told where one or two did not', async (t) => {
  const indices = Array.from({ length: 60 }, (_none, index) => index)
  const grouping = groupingOf(
    'bezirk',
    indices.map((index) => (index < 30 ? 'a' : 'b')),
  )
  const characteristics = { covariates: [], groupings: [grouping] }
  const modelOf = (leaving: readonly number[]) => {
    const outcome = { of: () => true, yes: (index: number) => !leaving.includes(index) }
    const fitted = participationModel(outcome, characteristics, indices)
    if (!isDefined(fitted)) throw new Error('a logit of two classes')
    const inB = indices.slice(30).reduce((sum, index) => sum + (fitted.probabilities.get(index) ?? 0), 0)
    return { inB, tells: modelTells(outcome, characteristics, indices, undefined) }
  }
  const many = modelOf([1, 2, 3, 4, 31, 32, 33])
  t.ok(Math.abs(many.inB - 27) < 1e-6)
  t.notOk(many.tells)
  const few = modelOf([1, 2, 3, 4, 31])
  t.ok(Math.abs(few.inB - 29) < 1e-6, 'one of thirty did not')
  t.ok(few.tells)
})
