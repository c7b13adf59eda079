import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { ToldLevel } from '../../../analysis/compare/course.ts'
import { waveSet } from '../../../analysis/compare/options.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable, type PanelVariable } from '../../../analysis/panel/variable.ts'
import type { PanelWeights } from '../../../analysis/participation/panel-weights.ts'
import { comparisonReports } from '../../../analysis/report/comparison.ts'
import { random } from '../../../analysis/stats/random.ts'
import { continuedVariables } from '../../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { defined } from '../../support/defined.ts'
import { published } from '../../support/published.ts'

const concordances = await loadConcordances()
const [first, later] = await Promise.all(['umfrage-1', 'umfrage-4'].map((id) => published(id)))
if (first === undefined || later === undefined) throw new Error('both are published')
// The third wave asks as the second one does.
const surveys = [
  { wave: 'a', instrument: first },
  { wave: 'b', instrument: later },
  { wave: 'c', instrument: later },
]
const continues: CompareWaves['continues'] = (before, after) => continuedVariables(concordances, before, after)
const variableOf = (name: string): PanelVariable => {
  const found = findVariable(name, surveys, [], continues)
  if ('problem' in found) throw new Error(found.problem)
  return found
}

const next = random(21)
const units = Array.from({ length: 600 }, (_one, index) => String(100_000 + index))
/** Who answered which waves, by place; planted: those who left after the first wave stood higher, and all fall by 10, then rise by 4. */
const patterns = units.map((_one, index) => ['111', '110', '101', '100', '011', '001', '000'][index % 7] as string)
const start = units.map((_one, index) => 100 + Math.round(20 * next()) + (patterns[index] === '100' ? 50 : 0))
const valueAt = (index: number, at: number) =>
  (start[index] as number) + ([0, -10, -6][at] as number) + Math.round(2 * next())
const values = [0, 1, 2].map((at) =>
  units.map((_one, index) => (patterns[index]?.[at] === '1' ? valueAt(index, at) : null)),
)

function compared(variable: PanelVariable, columns: (number | null)[][], options: CompareWaves['options'] = {}) {
  const answers = surveys.map(({ wave }, at) => {
    const answered = units.filter((_one, index) => patterns[index]?.[at] === '1')
    const numbers = (columns[at] ?? []).filter((_one, index) => patterns[index]?.[at] === '1')
    return { wave, units: answered, columns: new Map([[variable.name, { numbers }]]) }
  })
  const panel = buildPanel(units, answers, [variable.name])
  return compareWaves({ surveys, variables: [variable], panel, continues, options: { replicates: 0, ...options } })
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const meanOf = (at: number, is: (pattern: string) => boolean) =>
  mean(units.flatMap((_one, index) => (is(patterns[index] as string) ? [values[at]?.[index] as number] : [])))
const near = (one: unknown, other: number) => typeof one === 'number' && Math.abs(one - other) < 1e-9
const levelOf = (level: ToldLevel | undefined) => {
  if (level?.kind !== 'number') throw new Error('a number is told')
  return level.level.mean
}

t.test('levels of all and of those who answered every time, and the change between each two waves', async (t) => {
  const [one] = compared(variableOf('zp_gesamt'), values).variables
  const points = one?.course?.points ?? []
  t.equal(one?.course?.balanced, 86)
  for (const at of [0, 1, 2]) {
    t.ok(
      near(
        levelOf(points[at]?.all),
        meanOf(at, (pattern) => pattern[at] === '1'),
      ),
      `all, ${at}`,
    )
    t.ok(
      near(
        levelOf(points[at]?.balanced),
        meanOf(at, (pattern) => pattern === '111'),
      ),
      `every time, ${at}`,
    )
  }
  const changes = one?.steps.map(({ from, to, total: { result } }) =>
    result?.kind === 'number'
      ? [`${from}${to}`, defined(result.change).n, Math.round(defined(result.change).change)]
      : [],
  )
  t.strictSame(changes, [
    ['ab', 172, -10],
    ['ac', 172, -6],
    ['bc', 172, 4],
  ])
  t.ok((levelOf(points[0]?.all) as number) - (levelOf(points[0]?.balanced) as number) > 10, 'whoever left stood higher')
})

t.test('a question that a wave left out has no line over the gap, one whose persons changed none at all', async (t) => {
  const variable = variableOf('zp_gesamt')
  const gap = { ...variable, asked: new Map([...variable.asked].filter(([wave]) => wave !== 'b')) }
  const [one] = compared(gap, values).variables
  const [, middle, last] = one?.course?.points ?? []
  t.strictSame(middle, { wave: 'b', isAsked: false })
  t.match(last?.since, { wave: 'a', isContinued: false, comparability: { status: 'same' } })
  const [other] = compared(variableOf('im_herkunft_syrien'), values).variables
  t.strictSame(
    other?.course?.points.map(({ since }) => since?.isContinued),
    [undefined, false, true],
  )
  const origin = { level: 0.95 } as never
  const whole = { ...compared(variableOf('im_herkunft_syrien'), values) }
  const reports = comparisonReports({ compared: whole, many: 'Kommunen', origin })
  const sections = reports.map(({ sections: own }) => own.map(({ id }) => id).includes('verlauf'))
  t.strictSame(sections, [false, true, false], 'it is said once, with the first and the last wave')
  const pairs = reports[1]?.sections.find(({ id }) => id === 'paare')
  t.strictSame(
    pairs?.tables[0]?.rows.map((row) => row.at(-2)?.kind),
    ['text', 'text', 'p'],
    'no test crosses it',
  )
  const chart = reports[1]?.sections.find(({ id }) => id === 'verlauf')?.charts[0]?.drawing
  t.match(chart, { kind: 'course', isContinued: [false, false, true] })
})

t.test('each figure has the weights of the waves that it is of', async (t) => {
  const weightsFor = (waves: readonly string[], weight: number): [string, PanelWeights] => [
    waveSet(waves),
    {
      name: 'probe',
      label: 'Probe',
      values: Float64Array.from(units, (_one, index) => (index % 2 === 0 ? weight : 1)),
    },
  ]
  const weightsBySet = new Map([
    weightsFor(['a'], 2),
    weightsFor(['a', 'b'], 3),
    weightsFor(['a', 'c'], 4),
    weightsFor(['b', 'c'], 5),
    weightsFor(['a', 'b', 'c'], 6),
  ])
  const weights = weightsBySet.get('a c') as PanelWeights
  const { variables, weights: named } = compared(variableOf('zp_gesamt'), values, { weights, weightsBySet })
  t.equal(named?.name, 'probe')
  const weighted = (at: number, weight: number, is: (pattern: string) => boolean) => {
    const own = units.flatMap((_one, index) => (is(patterns[index] as string) ? [index] : []))
    const of = (index: number) => (index % 2 === 0 ? weight : 1)
    const sum = (read: (index: number) => number) => own.reduce((total, index) => total + read(index), 0)
    return sum((index) => of(index) * (values[at]?.[index] as number)) / sum(of)
  }
  const [one] = variables
  for (const [step, weight] of [3, 4, 5].entries()) {
    const { from, to, total } = one?.steps[step] ?? {}
    const [was, is] = [surveys.findIndex(({ wave }) => wave === from), surveys.findIndex(({ wave }) => wave === to)]
    const both = (pattern: string) => pattern[was] === '1' && pattern[is] === '1'
    const found = total?.result?.kind === 'number' ? total.result.weighted : undefined
    t.ok(near(found && defined(found).change, weighted(is, weight, both) - weighted(was, weight, both)), `${from}${to}`)
  }
  const [point, middle] = one?.course?.points ?? []
  t.match(point?.all?.estimates?.weighted, [{ value: weighted(0, 2, (pattern) => pattern[0] === '1') }])
  t.match(point?.balanced?.estimates?.weighted, [{ value: weighted(0, 6, (pattern) => pattern === '111') }])
  t.equal(middle?.all?.estimates?.weighted, undefined, 'none where there are none for that wave')
})
