import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { Population } from '../../../analysis/compare/population.ts'
import type { Compared, Step, ToldCategories } from '../../../analysis/compare/results.ts'
import type { ToldDistribution } from '../../../analysis/compare/told-distribution.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import type { PanelVariable } from '../../../analysis/panel/variable.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { random } from '../../../analysis/stats/random.ts'
import { amount } from '../../support/amount.ts'
import { published } from '../../support/published.ts'
import { Reader } from '../../support/reader.ts'

/** What somebody said in a wave: the place of an answer, or nothing. */
type Said = number | null

interface World {
  before: Said[]
  after: Said[]
  groups: string[]
  /** Who took part. */
  took: { before: boolean[]; after: boolean[] }
  /** Who was asked, of those who took no part. */
  asked?: { before: boolean[]; after: boolean[] }
  /** By unit: a Kommune, or of a person the Verbund with the number of the person. */
  keys: string[]
}

const verbundOf = (key: string) => key.slice(0, 6)

const surveys = await Promise.all(
  ['umfrage-1', 'umfrage-4'].map(async (wave) => ({ wave, instrument: await published(wave) })),
)
/** Persons, asked the same in another year. */
const ofPersons = await Promise.all(
  ['a', 'b'].map(async (wave) => ({ wave, instrument: await published('umfrage-3') })),
)
const continues: CompareWaves['continues'] = () => []
const found = findVariable('zg_gruppe_duldung', surveys, [], continues)
if ('problem' in found) throw new Error(found.problem)
const yesNo: PanelVariable = found
/** The same question with three answers. */
const choice: PanelVariable = {
  ...found,
  kind: 'category',
  categories: ['a', 'b', 'c'].map((code) => ({ code, label: code })),
}

function draw(seed: number, answers: number): World {
  const next = random(seed)
  const units = 8 + Math.floor(40 * next())
  const groups = 1 + Math.floor(4 * next())
  const [rare, change] = [next() ** 2, 0.6 * next()]
  const say = (): Said => (next() < rare ? Math.floor(answers * next()) : 0)
  const first = Array.from({ length: units }, say)
  const before = first.map((one) => (next() < 0.1 ? null : one))
  const after = first.map((one) => (next() < 0.15 ? null : next() < change ? say() : one))
  const isThere = (one: Said) => one !== null || next() < 0.5
  return {
    before,
    after,
    groups: before.map(() => String(Math.floor(groups * next() ** 1.5))),
    took: { before: before.map(isThere), after: after.map(isThere) },
    keys: first.map((_one, index) => String(100_000 + index)),
  }
}

/** The same of persons: some Verbünde have many, most have one or two, and a Verbund lies in one group or in several. */
function ofVerbuende(world: World, seed: number): World {
  const next = random(seed)
  const [verbuende, isSpread] = [3 + Math.floor(world.keys.length * next()), next() < 0.5]
  const keys = world.keys.map((_key, index) => `${200_000 + Math.floor(verbuende * next() ** 2)}-${100 + index}`)
  const groupOf = new Map(keys.map((key, index) => [verbundOf(key), world.groups[index] as string]))
  return { ...world, keys, groups: isSpread ? world.groups : keys.map((key) => groupOf.get(verbundOf(key)) as string) }
}

/** Some of those who took no part were not asked: how many of all, is known. */
function withAsked(world: World, seed: number): World {
  const next = random(seed)
  const asked = (took: readonly boolean[]) => took.map((one) => one || next() < 0.6)
  return { ...world, asked: { before: asked(world.took.before), after: asked(world.took.after) } }
}

/** What the same units said to another question. */
function another(seed: number, answers: number, { groups, took, keys, asked }: World): World {
  const { before, after } = draw(seed, answers)
  const said = (own: readonly Said[], did: readonly boolean[]) =>
    did.map((one, index) => (one ? (own[index % own.length] as Said) : null))
  return {
    before: said(before, took.before),
    after: said(after, took.after),
    groups,
    took,
    keys,
    ...(asked && { asked }),
  }
}

/** Each question in a report of its own, asked for together. */
function stepsOf(
  waves: CompareWaves['surveys'],
  worlds: readonly World[],
  variable: PanelVariable,
  isGrouped: boolean,
): Step[] {
  const { groups, took, keys: units, asked: wereAsked } = worlds[0] as World
  const variables = worlds.map((_world, place) => ({ ...variable, name: `${variable.name}_${place}` }))
  const wave = (place: 0 | 1, of: 'before' | 'after') => {
    const there = units.flatMap((_unit, index) => (took[of][index] ? [index] : []))
    const said = worlds.map((world) => ({ numbers: there.map((index) => world[of][index] as Said) }))
    return {
      wave: waves[place]?.wave ?? '',
      units: there.map((index) => units[index] as string),
      columns: new Map(variables.map(({ name }, at) => [name, said[at] as (typeof said)[number]])),
    }
  }
  const panel = buildPanel(
    units,
    [wave(0, 'before'), wave(1, 'after')],
    variables.map(({ name }) => name),
  )
  const codes = [...new Set(groups)].sort()
  const grouping: Grouping = {
    ...{ name: 'g', label: 'g', groups: codes.map((code) => ({ code, label: code })), of: groups },
    isOfKnownSize: true,
  }
  const population: Population | undefined = wereAsked && {
    kind: 'asked',
    asked: new Map([
      [waves[0]?.wave ?? '', Uint8Array.from(wereAsked.before, Number)],
      [waves[1]?.wave ?? '', Uint8Array.from(wereAsked.after, Number)],
    ]),
    frame: [...units.keys()],
  }
  const asked = {
    ...{ surveys: waves, variables, panel, continues },
    options: { replicates: 0, ...(population && { population }) },
  }
  return compareWaves({ ...asked, ...(isGrouped && { grouping }) }).variables.flatMap(({ steps }) => steps)
}

/** All that a report prints of some units, as a reader writes it down; by name, the places. */
function readOne(
  reader: Reader,
  name: string,
  { size, result }: Compared & { result: ToldCategories },
  world: World,
  indices: readonly number[],
): Map<string, number> {
  const places = new Map<string, number>()
  const answers = result.transitions.categories.length
  type Is = (index: number) => boolean
  const count = (is: Is) => indices.filter(is).length
  const behind = (is: Is) => new Set(indices.filter(is).map((index) => verbundOf(world.keys[index] as string))).size
  const told = (figure: string, value: number | string, is: Is, isKnown = false) => {
    places.set(figure, reader.read(`${name} ${figure}`, value, count(is), { behind: behind(is), isKnown }))
    return places.get(figure) as number
  }
  const thought = (figure: string, is: Is, isKnown = false) => {
    places.set(figure, reader.think(`${name} ${figure}`, count(is), { behind: behind(is), isKnown }))
    return places.get(figure) as number
  }
  const isPair = (index: number) => world.before[index] !== null && world.after[index] !== null
  const pairs = told('pairs', size.pairs, isPair)
  const move = (from: number, to: number) => (index: number) =>
    isPair(index) && world.before[index] === from && world.after[index] === to
  const moves = Array.from({ length: answers }, (_row, from) =>
    Array.from({ length: answers }, (_column, to) => {
      const value = result.transitions.counts[from]?.[to]
      // In groups no move is ever told, so that 'verdeckt' says nothing there, not even that it is no 0.
      return typeof value === 'number' || name.endsWith('total')
        ? told(`${from}→${to}`, value ?? '', move(from, to))
        : thought(`${from}→${to}`, move(from, to))
    }),
  )
  const stayed = moves.map((row, from) => row[from] as number)
  const wave = (which: 'before' | 'after', own: ToldDistribution, all: ToldDistribution | undefined) => {
    const said = world[which]
    const ofPairs = own.categories.map(({ count: value }, place) =>
      told(`${which} ${place}`, value, (index) => isPair(index) && said[index] === place),
    )
    reader.addUp(ofPairs, pairs)
    for (const [place, total] of ofPairs.entries())
      reader.addUp(
        moves.map((row, other) => (which === 'before' ? moves[place]?.[other] : row[place]) as number),
        total,
      )
    const answered = (index: number) => said[index] !== null
    const n = told(`all ${which}`, size[which], answered)
    const missing = indices.length - count(answered)
    const isSilent = (index: number) => world.asked?.[which][index] === true && world.took[which][index] === false
    const reasons = {
      leer: (index: number) => said[index] === null && world.took[which][index] === true,
      keine_teilnahme: (index: number) => world.took[which][index] === false,
      // Nobody is missing for it, and that is printed, or hidden.
      nicht_vorhanden: () => false,
    }
    const absent = indices.filter((index) => world.took[which][index] === false).length
    reader.addUp(
      Object.entries(reasons).map(([reason, is]) =>
        told(
          `missing ${which} ${reason}`,
          result.missing[which][reason as keyof typeof reasons] ?? 0,
          is,
          count(is) === missing,
        ),
      ),
      reader.know(`${name} missing ${which}`, missing),
    )
    if (world.asked !== undefined && name.endsWith('total'))
      reader.addUp(
        [
          reader.know(`${name} not asked ${which}`, absent - count(isSilent)),
          reader.think(`${name} silent ${which}`, count(isSilent), {
            ...{ behind: behind(isSilent), isKnown: count(isSilent) === missing },
          }),
        ],
        places.get(`missing ${which} keine_teilnahme`) as number,
      )
    const ofAll = ofPairs.map((_pairs, place) => {
      const is = (index: number) => said[index] === place
      const value = all?.categories[place]?.count
      return value === undefined ? thought(`all ${which} ${place}`, is) : told(`all ${which} ${place}`, value, is)
    })
    reader.addUp(ofAll, n)
    for (const [place, total] of ofAll.entries()) {
      const isOther = (index: number) => !isPair(index) && said[index] === place
      const isKnown = count(isOther) === count(answered) - count(isPair)
      reader.addUp([ofPairs[place] as number, thought(`only ${which} ${place}`, isOther, isKnown)], total)
    }
  }
  wave('before', result.pairs.before, result.before)
  wave('after', result.pairs.after, result.after)
  const same = (index: number) => isPair(index) && world.before[index] === world.after[index]
  reader.addUp(stayed, told('unchanged', result.transitions.unchanged, same))
  const shares = result.yes?.shares
  if (shares !== undefined && isDefined(shares)) {
    const value = (one: typeof shares.risen) => (typeof one === 'string' ? one : one.count)
    reader.addUp([moves[0]?.[1] as number], told('risen', value(shares.risen), move(0, 1)))
    reader.addUp([moves[1]?.[0] as number], told('fallen', value(shares.fallen), move(1, 0)))
  }
  return places
}

/** What a reader finds who lays reports beside each other: who took no part is the same in all of them. */
function attack(steps: readonly Step[], worlds: readonly World[]): ReturnType<Reader['found']> {
  const reader = new Reader(worlds[0]?.before.length ?? 0)
  const totals = steps.flatMap((step, place) => readStep(reader, `${place} `, step, worlds[place] as World) ?? [])
  for (const wave of ['before', 'after']) {
    const [first, ...others] = totals.map((places) => places.get(`missing ${wave} keine_teilnahme`) as number)
    for (const other of others) reader.addUp([other], first as number)
  }
  return reader.found()
}

/** What groups have makes up what all have. */
function readStep(
  reader: Reader,
  step: string,
  { total, groups }: Step,
  world: World,
): Map<string, number> | undefined {
  const isTold = (one: Compared): one is Compared & { result: ToldCategories } => one.result?.kind === 'category'
  if (!isTold(total)) return undefined
  const all = [...world.before.keys()]
  const whole = readOne(reader, `${step}total`, total, world, all)
  const own = new Set(groups.map(({ code }) => code))
  const parts = groups.map((group) => {
    const indices = all.filter((index) => {
      const code = world.groups[index] as string
      return group.code === (own.has(code) ? code : 'uebrige')
    })
    if (!isTold(group)) throw new Error('a group without figures is put together with others')
    return readOne(reader, `${step}${group.code}`, group, world, indices)
  })
  if (parts.length > 0)
    for (const [figure, place] of whole)
      reader.addUp(
        parts.map((part) => part.get(figure) as number),
        place,
      )
  return whole
}

const ofPerson = findVariable('klienten_anzahl', ofPersons, [], continues)
if ('problem' in ofPerson) throw new Error(ofPerson.problem)

for (const [name, variable, answers, isOfPersons] of [
  ['yes and no', yesNo, 2, false],
  ['three answers', choice, 3, false],
  ['yes and no of persons', { ...ofPerson, kind: 'flag' as const }, 2, true],
  ['three answers of persons', { ...ofPerson, categories: choice.categories }, 3, true],
] as const)
  for (const isGrouped of [false, true])
    t.test(
      `${name}, ${isGrouped ? 'in groups' : 'of all'}: no one and no two follows from what is printed`,
      async (t) => {
        const rounds = amount(60, 2_000)
        let undecided = 0
        const leaks: string[] = []
        for (let seed = 0; seed < rounds; seed += 1) {
          const drawn = draw(seed, answers)
          const answered = isOfPersons ? ofVerbuende(drawn, seed) : drawn
          const first = seed % 2 === 0 ? withAsked(answered, seed) : answered
          const worlds = seed % 3 === 0 ? [first, another(seed + 10_000, answers, first)] : [first]
          const found = attack(stepsOf(isOfPersons ? ofPersons : surveys, worlds, variable, isGrouped), worlds)
          undecided += found.undecided.length
          if (found.leaks.length > 0) leaks.push(`${seed}: ${found.leaks.join(', ')}`)
        }
        t.comment(`${undecided} undecided, ${leaks.length} of ${rounds} worlds leak`)
        t.strictSame(leaks.slice(0, 12), [])
      },
    )
