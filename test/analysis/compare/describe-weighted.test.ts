import t from 'tap'
import { type Described, describeWave } from '../../../analysis/compare/describe-wave.ts'
import type { ToldEstimate } from '../../../analysis/compare/disclose-estimates.ts'
import type { Population } from '../../../analysis/compare/population.ts'
import { isTold } from '../../../analysis/disclosure/hidden.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable, type PanelVariable } from '../../../analysis/panel/variable.ts'
import type { PanelWeights } from '../../../analysis/participation/panel-weights.ts'
import { participationWeights, type WeightMethod } from '../../../analysis/participation/participation-weights.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { defined } from '../../support/defined.ts'
import { published } from '../../support/published.ts'
import { misses, readReference } from '../../support/reference.ts'

/** Mean or share, its error and its limits. */
type Figures = number[]
interface Row {
  group: string
  mean: Figures
  share: Figures
}
interface Cases {
  units: { bezirk: string[]; size: string[]; number: number[]; yes: number[]; answers: boolean[]; blank: boolean[] }
  plain: Row[]
  rake: Row[]
  post: Row[]
  process: Row[]
}
const { units: said, ...cases } = readReference<Cases>('wave')

const wave = 'umfrage-1'
const instrument = await published(wave)
const variables = ['zp_gesamt', 'zg_gruppe_duldung'].map((name): PanelVariable => {
  const found = findVariable(name, [{ wave, instrument }], [], () => [])
  if ('problem' in found) throw new Error(found.problem)
  return found
})
const units = said.bezirk.map((_bezirk, index) => String(100_000 + index))
const indices = [...units.keys()]
const sample = indices.filter((index) => said.answers[index])
const given = (values: readonly number[]) =>
  sample.map((index) => (said.blank[index] ? null : (values[index] as number)))
const columns = new Map([
  ['zp_gesamt', { numbers: given(said.number) }],
  ['zg_gruppe_duldung', { numbers: given(said.yes) }],
])
const panel = buildPanel(
  units,
  [{ wave, units: sample.map((index) => units[index] as string), columns }],
  [...columns.keys()],
)
const grouping = (name: 'bezirk' | 'size'): Grouping => ({
  ...{ name, label: name, of: said[name], isOfKnownSize: true },
  groups: [...new Set(said[name])].sort().map((code) => ({ code, label: code })),
})
const asked: Population = {
  kind: 'asked',
  asked: new Map([[wave, new Uint8Array(units.length).fill(1)]]),
  frame: indices,
}

function weightsBy(method: WeightMethod): PanelWeights {
  const task = { population: indices, sample, groupings: [grouping('bezirk'), grouping('size')], covariates: [] }
  return { name: method, label: method, ...defined(participationWeights(method, task)) }
}

/** Our figures, of all and by group, as R has them. */
function rowsOf(population: Population, weights?: PanelWeights): Row[] {
  const claims = { population, ...(weights && { weights: new Map(variables.map(({ name }) => [name, weights])) }) }
  const described = describeWave({
    ...{ wave, variables, panel, indices, behind: undefined, grouping: grouping('bezirk'), claims },
  })
  const [number, yes] = described
  if (number === undefined || yes === undefined) throw new Error('both are described')
  const kind = weights === undefined ? 'plain' : 'weighted'
  const figures = ({ result }: Described, place: number): Figures => {
    const one: ToldEstimate | undefined = result?.estimates?.[kind]?.[place]
    if (one === undefined || !isTold(one) || !isDefined(one)) return []
    return [one.value, defined(one.se), ...defined(one.interval)]
  }
  const row = (group: string, mean: Described, share: Described) => ({
    ...{ group, mean: figures(mean, 0), share: figures(share, 1) },
  })
  return [
    row('insgesamt', number.total, yes.total),
    ...number.groups.map((one, place) => row(one.code, one, yes.groups[place] as Described)),
  ]
}

t.test('survey in R has the same means, shares and limits of one wave, of all and by group', async (t) => {
  t.strictSame(misses(rowsOf(asked), cases.plain, 9), [])
  for (const method of ['rake', 'post'] as const)
    t.strictSame(misses(rowsOf(asked, weightsBy(method)), cases[method], 9), [], method)
  const [ofProcess] = rowsOf({ kind: 'process' }, weightsBy('rake'))
  t.strictSame(misses([ofProcess], cases.process, 9), [], 'a process')
})

t.test('what is done wrong is found', async (t) => {
  const weights = weightsBy('rake')
  const [first = 0] = sample
  const values = Float64Array.from(weights.values).fill(1.001 * (weights.values[first] as number), first, first + 1)
  for (const [name, wrong] of Object.entries({
    'one weight': { ...weights, values },
    margins: { ...weights, margins: [] },
  }))
    t.not(misses(rowsOf(asked, wrong), cases.rake, 9).length, 0, name)
  t.not(misses(rowsOf({ kind: 'process' }, weights), cases.rake, 9).length, 0, 'another population')
})
