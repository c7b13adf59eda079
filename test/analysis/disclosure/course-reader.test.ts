import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { ToldLevel } from '../../../analysis/compare/course.ts'
import type { VariableComparison } from '../../../analysis/compare/results.ts'
import type { ToldDistribution } from '../../../analysis/compare/told-distribution.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable, type PanelVariable } from '../../../analysis/panel/variable.ts'
import { random } from '../../../analysis/stats/random.ts'
import { amount } from '../../support/amount.ts'
import { Known } from '../../support/follows.ts'
import { published } from '../../support/published.ts'
import { Reader } from '../../support/reader.ts'

const instrument = await published('umfrage-4')
const names = ['a', 'b', 'c']
const surveys = names.map((wave) => ({ wave, instrument }))
const continues: CompareWaves['continues'] = () => []
function variableOf(name: string): PanelVariable {
  const found = findVariable(name, surveys, [], continues)
  if ('problem' in found) throw new Error(found.problem)
  return found
}
const ofNumbers = variableOf('zp_gesamt')
const choice: PanelVariable = {
  ...variableOf('zg_gruppe_duldung'),
  kind: 'category',
  categories: ['a', 'b', 'c'].map((code) => ({ code, label: code })),
}

interface World {
  /** By wave and unit. */
  said: (number | null)[][]
  groups: string[]
}

/** Some patterns of participation are rare: one Kommune, or two, or none. */
function draw(seed: number, say: (next: () => number, before: number | undefined) => number): World {
  const next = random(seed)
  const units = 6 + Math.floor(30 * next())
  const groups = 1 + Math.floor(3 * next())
  const missing = names.map(() => 0.4 * next() ** 2)
  const said = Array.from({ length: units }, () => {
    let before: number | undefined
    return missing.map((share) => {
      before = say(next, before)
      return next() < share ? null : before
    })
  })
  return {
    said: names.map((_wave, at) => said.map((own) => own[at] as number | null)),
    groups: said.map(() => String(Math.floor(groups * next() ** 1.5))),
  }
}

function compared(variable: PanelVariable, { said, groups }: World, isGrouped: boolean): VariableComparison {
  const units = groups.map((_one, index) => String(100_000 + index))
  const waves = names.map((wave, at) => {
    const there = units.flatMap((_unit, index) => (said[at]?.[index] === null ? [] : [index]))
    const numbers = there.map((index) => said[at]?.[index] as number)
    return {
      wave,
      units: there.map((index) => units[index] as string),
      columns: new Map([[variable.name, { numbers }]]),
    }
  })
  const codes = [...new Set(groups)].sort()
  const grouping = { name: 'g', label: 'g', groups: codes.map((code) => ({ code, label: code })), of: groups }
  const { variables } = compareWaves({
    ...{ surveys, variables: [variable], panel: buildPanel(units, waves, [variable.name]), continues },
    options: { replicates: 0 },
    ...(isGrouped && { grouping }),
  })
  return variables[0] as VariableComparison
}

const has =
  ({ said }: World, at: number) =>
  (index: number) =>
    said[at]?.[index] !== null
const isEverywhere = (world: World) => (index: number) => names.every((_wave, at) => has(world, at)(index))

/** The units of a group as it is shown. */
function unitsOf({ groups }: World, shown: readonly { code: string }[], code: string): number[] {
  const own = new Set(shown.map((one) => one.code))
  return groups.flatMap((group, index) => (code === (own.has(group) ? group : 'uebrige') ? [index] : []))
}

/** The units whose answers to a wave are added up somewhere in the report. */
function setsIn(world: World, { steps, course }: VariableComparison, at: number): number[][] {
  const all = [...world.groups.keys()]
  const wave = names[at]
  const ofSteps = steps.flatMap((step) => {
    const { from, to, total, groups } = step
    if (from !== wave && to !== wave) return []
    const other = names.indexOf(from === wave ? to : from)
    const side = from === wave ? 'before' : 'after'
    return [
      { indices: all, one: total },
      ...groups.map((one) => ({ indices: unitsOf(world, step.groups, one.code), one })),
    ].flatMap(({ indices, one: { result } }) =>
      result === undefined
        ? []
        : [
            indices.filter((index) => has(world, at)(index) && has(world, other)(index)),
            ...(result[side] === undefined ? [] : [indices.filter(has(world, at))]),
          ],
    )
  })
  const point = course?.points[at]
  const ofGroups = course?.groups ?? []
  return [
    ...ofSteps,
    ...(point?.all ? [all.filter(has(world, at))] : []),
    ...(point?.balanced ? [all.filter(isEverywhere(world))] : []),
    ...ofGroups.map(({ code }) => unitsOf(world, ofGroups, code).filter(has(world, at))),
  ]
}

/** One or two units whose sum in a wave follows from everything that is added up of it. */
function sumsThatFollow(world: World): string[] {
  const report = compared(ofNumbers, world, true)
  return names.flatMap((wave, at) => {
    const row = (set: readonly number[]) => {
      const own = new Set(set)
      return world.groups.map((_one, index) => (own.has(index) ? 1 : 0))
    }
    const known = new Known(setsIn(world, report, at).map(row))
    const own = [...world.groups.keys()].filter(has(world, at))
    return own.flatMap((one, place) =>
      own
        .slice(place + 1)
        .flatMap((other) => (known.mixes(row([one]), row([other])) ? [`${wave} of ${one} and ${other}`] : [])),
    )
  })
}

const countsOf = (level: ToldLevel | undefined) => (level?.kind === 'category' ? level.distribution : undefined)

/** Counts of one or two that follow: of an answer in a wave, by the waves that were answered. */
function countsThatFollow(world: World): string[] {
  const { steps, course } = compared(choice, world, false)
  const reader = new Reader(world.groups.length)
  const all = [...world.groups.keys()]
  const patternOf = (index: number) => names.map((_wave, at) => (has(world, at)(index) ? '1' : '0')).join('')
  const says = (at: number, answer: number) => (index: number) => world.said[at]?.[index] === answer
  for (const [at, wave] of names.entries()) {
    const given = all.filter(has(world, at))
    const answers = [0, 1, 2]
    const atoms = [...new Set(given.map(patternOf))].map((pattern) => {
      const own = given.filter((index) => patternOf(index) === pattern)
      const isKnown = (count: number) => count === own.length
      const places = answers.map((answer) => {
        const truth = own.filter(says(at, answer)).length
        return reader.think(`${answer} in ${wave} of ${pattern}`, truth, { isKnown: isKnown(truth) })
      })
      reader.addUp(places, reader.know(pattern, own.length))
      return { pattern, places }
    })
    const lay = (told: ToldDistribution | undefined, who: string, is: (pattern: string) => boolean) => {
      if (told === undefined) return
      const own = given.filter((index) => is(patternOf(index)))
      const places = answers.map((answer) => {
        const truth = own.filter(says(at, answer)).length
        const { count } = told.categories[answer] as ToldDistribution['categories'][number]
        const place = reader.read(`${answer} in ${wave}, ${who}`, count, truth, { isKnown: truth === own.length })
        reader.addUp(
          atoms.flatMap(({ pattern, places: parts }) => (is(pattern) ? [parts[answer] as number] : [])),
          place,
        )
        return place
      })
      reader.addUp(places, reader.know(who, own.length))
    }
    const point = course?.points[at]
    lay(countsOf(point?.all), 'all', () => true)
    lay(countsOf(point?.balanced), 'every time', (pattern) => !pattern.includes('0'))
    for (const { from, to, total } of steps) {
      const { result } = total
      if (result?.kind !== 'category' || (from !== wave && to !== wave)) continue
      const [side, other] = from === wave ? (['before', to] as const) : (['after', from] as const)
      lay(result[side], 'all of a step', () => true)
      lay(result.pairs[side], `pairs with ${other}`, (pattern) => pattern[names.indexOf(other)] === '1')
    }
  }
  return reader.found().leaks
}

const wide = (next: () => number) => 100 * next()
const rarely = (next: () => number, before = 0) => (next() < 0.25 ? Math.floor(3 * next()) : before)

for (const [name, attack, say, rounds] of [
  ['no sum of one or two follows over three waves', sumsThatFollow, wide, amount(30, 2_000)],
  ['nor how many gave an answer', countsThatFollow, rarely, amount(30, 2_000)],
] as const)
  t.test(name, async (t) => {
    const leaks: string[] = []
    for (let seed = 0; seed < rounds; seed += 1) {
      const found = attack(draw(seed, say))
      if (found.length > 0) leaks.push(`${seed}: ${found.slice(0, 3).join(', ')}`)
    }
    t.comment(`${leaks.length} of ${rounds} worlds leak`)
    t.strictSame(leaks, [])
  })

t.test('most of it is told', async (t) => {
  const worlds = Array.from({ length: 30 }, (_one, seed) => draw(1_000 + seed, wide))
  const told = worlds.map((world) => compared(ofNumbers, world, false))
  const points = told.flatMap(({ course }) => course?.points ?? [])
  const steps = told.flatMap((one) => one.steps)
  t.ok(steps.filter(({ total }) => total.result !== undefined).length > 0.6 * steps.length, 'pairs')
  t.ok(points.filter(({ all }) => all !== undefined).length > 0.3 * points.length, 'levels of all')
  t.ok(
    points.filter(({ balanced }) => balanced !== undefined).length > 0.3 * points.length,
    'and of those there every time',
  )
})
