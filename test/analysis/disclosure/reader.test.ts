import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { Compared, Step, ToldCategories, ToldDistribution } from '../../../analysis/compare/results.ts'
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
}

const surveys = await Promise.all(
  ['umfrage-1', 'umfrage-4'].map(async (wave) => ({ wave, instrument: await published(wave) })),
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
  const before = Array.from({ length: units }, say)
  return {
    before: before.map((one) => (next() < 0.1 ? null : one)),
    after: before.map((one) => (next() < 0.15 ? null : next() < change ? say() : one)),
    groups: before.map(() => String(Math.floor(groups * next() ** 1.5))),
  }
}

function stepOf({ before, after, groups }: World, variable: PanelVariable, isGrouped: boolean): Step | undefined {
  const units = before.map((_one, index) => String(100_000 + index))
  const wave = (place: 0 | 1, numbers: Said[]) => ({
    wave: surveys[place]?.wave ?? '',
    units,
    columns: new Map([[variable.name, { numbers }]]),
  })
  const panel = buildPanel(units, [wave(0, before), wave(1, after)], [variable.name])
  const codes = [...new Set(groups)].sort()
  const grouping: Grouping = { name: 'g', label: 'g', groups: codes.map((code) => ({ code, label: code })), of: groups }
  const asked = { surveys, variables: [variable], panel, continues, options: { replicates: 0 } }
  return compareWaves({ ...asked, ...(isGrouped && { grouping }) }).variables[0]?.steps[0]
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
  const told = (figure: string, value: number | string, truth: number) => {
    places.set(figure, reader.read(`${name} ${figure}`, value, truth))
    return places.get(figure) as number
  }
  const thought = (figure: string, truth: number, isSecret = true) => {
    places.set(figure, reader.think(`${name} ${figure}`, truth, isSecret))
    return places.get(figure) as number
  }
  const count = (is: (index: number) => boolean) => indices.filter(is).length
  const isPair = (index: number) => world.before[index] !== null && world.after[index] !== null
  const pairs = told('pairs', size.pairs, count(isPair))
  const move = (from: number, to: number) =>
    count((index) => isPair(index) && world.before[index] === from && world.after[index] === to)
  const moves = Array.from({ length: answers }, (_row, from) =>
    Array.from({ length: answers }, (_column, to) => {
      const value = result.transitions.counts[from]?.[to]
      // In groups no move is ever told, so that 'verdeckt' says nothing there, not even that it is no 0.
      return typeof value === 'number' || name === 'total'
        ? told(`${from}→${to}`, value ?? '', move(from, to))
        : thought(`${from}→${to}`, move(from, to))
    }),
  )
  const stayed = moves.map((row, from) => row[from] as number)
  const wave = (which: 'before' | 'after', own: ToldDistribution, all: ToldDistribution | undefined) => {
    const said = world[which]
    const ofPairs = own.categories.map(({ count: value }, place) =>
      told(
        `${which} ${place}`,
        value,
        count((index) => isPair(index) && said[index] === place),
      ),
    )
    reader.addUp(ofPairs, pairs)
    for (const [place, total] of ofPairs.entries())
      reader.addUp(
        moves.map((row, other) => (which === 'before' ? moves[place]?.[other] : row[place]) as number),
        total,
      )
    const n = told(
      `all ${which}`,
      size[which],
      count((index) => said[index] !== null),
    )
    const ofAll = ofPairs.map((_pairs, place) => {
      const truth = count((index) => said[index] === place)
      const value = all?.categories[place]?.count
      return value === undefined ? thought(`all ${which} ${place}`, truth) : told(`all ${which} ${place}`, value, truth)
    })
    reader.addUp(ofAll, n)
    for (const [place, total] of ofAll.entries()) {
      const others = count((index) => !isPair(index) && said[index] === place)
      const isSecret = others !== count((index) => said[index] !== null) - count(isPair)
      reader.addUp([ofPairs[place] as number, thought(`only ${which} ${place}`, others, isSecret)], total)
    }
  }
  wave('before', result.pairs.before, result.before)
  wave('after', result.pairs.after, result.after)
  const same = count((index) => isPair(index) && world.before[index] === world.after[index])
  reader.addUp(stayed, told('unchanged', result.transitions.unchanged, same))
  const shares = result.yes?.shares
  if (shares !== undefined && isDefined(shares)) {
    const value = (one: typeof shares.risen) => (typeof one === 'string' ? one : one.count)
    reader.addUp([moves[0]?.[1] as number], told('risen', value(shares.risen), move(0, 1)))
    reader.addUp([moves[1]?.[0] as number], told('fallen', value(shares.fallen), move(1, 0)))
  }
  return places
}

/** What a reader finds in a step; what groups have makes up what all have. */
function attack(step: Step, world: World): ReturnType<Reader['found']> {
  const { total, groups } = step
  const isTold = (one: Compared): one is Compared & { result: ToldCategories } => one.result?.kind === 'category'
  if (!isTold(total)) return { leaks: [], undecided: [] }
  const reader = new Reader(world.before.length)
  const all = [...world.before.keys()]
  const whole = readOne(reader, 'total', total, world, all)
  const own = new Set(groups.map(({ code }) => code))
  const parts = groups.map((group) => {
    const indices = all.filter((index) => {
      const code = world.groups[index] as string
      return group.code === (own.has(code) ? code : 'uebrige')
    })
    if (!isTold(group)) throw new Error('a group without figures is put together with others')
    return readOne(reader, group.code, group, world, indices)
  })
  if (parts.length > 0)
    for (const [figure, place] of whole)
      reader.addUp(
        parts.map((part) => part.get(figure) as number),
        place,
      )
  return reader.found()
}

for (const [name, variable, answers] of [
  ['yes and no', yesNo, 2],
  ['three answers', choice, 3],
] as const)
  for (const isGrouped of [false, true])
    t.test(
      `${name}, ${isGrouped ? 'in groups' : 'of all'}: no one and no two follows from what is printed`,
      async (t) => {
        const rounds = amount(100, 2_000)
        let undecided = 0
        const leaks: string[] = []
        for (let seed = 0; seed < rounds; seed += 1) {
          const world = draw(seed, answers)
          const step = stepOf(world, variable, isGrouped)
          if (step === undefined) continue
          const found = attack(step, world)
          undecided += found.undecided.length
          if (found.leaks.length > 0) leaks.push(`${seed}: ${found.leaks.join(', ')}`)
        }
        t.comment(`${undecided} undecided, ${leaks.length} of ${rounds} worlds leak`)
        t.strictSame(leaks.slice(0, 12), [])
      },
    )
