import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { Shown, Step } from '../../../analysis/compare/results.ts'
import { isTold } from '../../../analysis/disclosure/hidden.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { published } from '../../support/published.ts'

const surveys = await Promise.all(
  ['umfrage-1', 'umfrage-4'].map(async (wave) => ({ wave, instrument: await published(wave) })),
)
const continues: CompareWaves['continues'] = () => []
const all = [...Array(40).keys()]
const units = all.map((index) => String(100_000 + index))
const codes = all.map((index) => (index < 8 ? 'klein' : index < 24 ? 'mittel' : 'gross'))
const grouping: Grouping = {
  ...{ name: 'g', label: 'g', of: codes },
  groups: ['klein', 'mittel', 'gross'].map((code) => ({ code, label: code })),
}
const before = all.map((index) => 10 + ((7 * index) % 23))
const after = before.map((value, index) => value + ((index * index) % 11) - 4)

function stepWith(weights: readonly number[], name: string, numbers: readonly (readonly number[])[]): Step {
  const variable = findVariable(name, surveys, [], continues)
  if ('problem' in variable) throw new Error(variable.problem)
  const waves = surveys.map(({ wave }, place) => ({
    ...{ wave, units },
    columns: new Map([[name, { numbers: [...(numbers[place] ?? [])] }]]),
  }))
  const panel = buildPanel(units, waves, [name])
  const options = { replicates: 200, weights: { name: 'rake', label: 'rake', values: Float64Array.from(weights) } }
  return compareWaves({ surveys, variables: [variable], panel, continues, grouping, options }).variables[0]
    ?.steps[0] as Step
}

/** The weighted change of all and of each group, undefined where it is not told. */
function weightedOf({ total, groups }: Step): (number | undefined)[] {
  return [total, ...groups].map(({ result }) => {
    const change = result && weightedChangeOf(result)
    return change !== undefined && isTold(change) && isDefined(change) ? change.change : undefined
  })
}

const weightedChangeOf = (result: Shown) =>
  result.kind === 'number' ? result.weighted : result.weighted?.find(({ code }) => code === '1')?.change

/** In the smallest group all but one weigh alike. */
const oneWeighsMore = all.map((index) => (index < 8 ? (index === 3 ? 2 : 1) : 1 + (index % 5)))

t.test('whoever has the plain change and the weights cannot reckon what one Kommune changed', async (t) => {
  const step = stepWith(oneWeighsMore, 'zp_gesamt', [before, after])
  const [small, middle, large] = step.groups.map(({ result }) => result)
  t.strictSame(
    [small, middle, large].map((one) => one?.kind),
    ['number', 'number', 'number'],
  )
  if (small?.kind !== 'number' || !isDefined(small.change)) throw new Error('the plain change is told')
  const changes = all.map((index) => (after[index] as number) - (before[index] as number))
  const weighted = changes.slice(0, 8).reduce((sum, one, index) => sum + one * (oneWeighsMore[index] as number), 0) / 9
  t.ok(Math.abs(9 * weighted - 8 * small.change.change - (changes[3] as number)) < 1e-9, 'by both it would be known')
  const [ofAll, ...ofGroups] = weightedOf(step)
  t.type(ofAll, 'number')
  t.strictSame(
    ofGroups.map((one) => one === undefined),
    [true, true, false],
    'nor by what is left of all',
  )
  if (small.weighted === undefined || isDefined(small.weighted)) throw new Error('it is not told')
  t.equal(small.weighted.notDefined, 'hidden')
  if (small.weightedPooled === undefined || 'change' in small.weightedPooled) throw new Error('it is not told either')
})

t.test('where weights differ within each group, all is told', async (t) => {
  const step = stepWith(
    all.map((index) => 1 + ((3 * index) % 7)),
    'zp_gesamt',
    [before, after],
  )
  t.notOk(weightedOf(step).includes(undefined))
})

t.test(
  'where one outweighs all others, nothing weighted is told of all, nor how far it hangs on single ones',
  async (t) => {
    const { total } = stepWith(
      all.map((index) => (index === 5 ? 900 : 1)),
      'zp_gesamt',
      [before, after],
    )
    if (total.result?.kind !== 'number') throw new Error('it is told without weights')
    t.strictSame(weightedOf({ total, groups: [] } as unknown as Step), [undefined])
    t.equal(total.result.influence?.weighted, undefined)
    t.equal(total.weightings, undefined)
  },
)

t.test('of yes and no it is the same', async (t) => {
  const yes = [1, 2].map((factor) => all.map((index) => ((factor * index) % 3 === 0 ? 1 : 0)))
  const told = weightedOf(stepWith(oneWeighsMore, 'zg_gruppe_duldung', yes))
  t.strictSame(told.slice(1, 3), [undefined, undefined])
})
