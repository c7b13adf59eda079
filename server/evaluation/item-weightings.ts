import { groupByRegister, regierungsbezirk } from '../../analysis/groups/by-register.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import { hasValue, type WaveValues } from '../../analysis/panel/column.ts'
import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { waveValues } from '../../analysis/panel/wave-values.ts'
import { areAllTold } from '../../analysis/participation/disclose-attrition.ts'
import type { PanelWeights } from '../../analysis/participation/panel-weights.ts'
import type { Covariate } from '../../analysis/participation/participation-model.ts'
import { participationWeights, type Stage } from '../../analysis/participation/participation-weights.ts'
import { logInhabitants } from '../../analysis/participation/register-covariates.ts'
import { noWeightsWords } from '../../analysis/report/weights.ts'
import { isDefined } from '../../analysis/stats/not-defined.ts'
import { InputError } from '../errors/input-error.ts'
import { participationIn } from './participation-in.ts'
import type { Weighed } from './weighed.ts'

interface ItemWeighting {
  label: string
  /** How it is called for one wave, where there is one. */
  ofOneWave?: string
  steps: 'one' | 'two'
}

/** Weights that are made for one variable in one wave or in two: they also make up for those who left it blank. */
export const itemWeightings: Readonly<Record<string, ItemWeighting>> = {
  angabe: {
    label: 'inverse Wahrscheinlichkeit einer Angabe in beiden Wellen',
    ofOneWave: 'inverse Wahrscheinlichkeit einer Angabe',
    steps: 'one',
  },
  stufen: { label: 'inverse Wahrscheinlichkeit in zwei Stufen', steps: 'two' },
}

/** Weights by which those who have a value in the wave, or in both, stand for all who were asked in it, or in both. */
export async function weighItem(
  name: string,
  { db, surveys, loaded, indices, figures, participation }: Weighed,
  variables: readonly PanelVariable[],
): Promise<Omit<PanelWeights, 'name' | 'label'>> {
  const [variable, ...others] = variables
  const [first, second, ...later] = surveys
  if (variable === undefined || first === undefined) throw new Error('something is weighted')
  const inSteps = itemWeightings[name]?.steps === 'two'
  if (inSteps && second === undefined)
    throw new InputError(`Die Gewichtung „${name}“ braucht zwei Wellen; für eine Welle gibt es „angabe“.`)
  if (others.length > 0 || later.length > 0)
    throw new InputError(
      second === undefined
        ? `Die Gewichtung „${name}“ hängt an einer einzelnen Angabe: Bitte wählen Sie eine aus (${variables.map((one) => one.name).join(', ')}).`
        : `Die Gewichtung „${name}“ hängt an der Angabe und den zwei Wellen, die verglichen werden: Bitte nennen Sie nur eine Angabe und zwei Wellen.`,
    )
  if (variable.indicator !== undefined)
    throw new InputError(
      `Die Gewichtung „${name}“ gibt es bei amtlichen Zahlen nicht: Ihnen fehlt keine Angabe von Befragten.`,
    )
  const { units, panel } = loaded
  const names = surveys.map(({ wave }) => wave)
  const waves = participation ?? (await participationIn(db, names, loaded))
  const values = names.map((wave) => waveValues(variable, panel, wave))
  const hasAll = (index: number) => values.every(({ result }) => hasValue(result, index))
  const population = indices.filter((index) => waves.every(({ asked }) => asked[index] === 1))
  const register = {
    covariates: [logInhabitants(units), ...figures],
    groupings: [groupByRegister(regierungsbezirk, units)],
  }
  const [before, after] = values
  const behind = standsBehind(first.instrument.unit, panel.units)
  const made = participationWeights('ipw', {
    population,
    sample: population.filter(hasAll),
    ...register,
    behind,
    isSampleTold: areAllTold(waves, indices, behind),
    standing: second === undefined ? 'value' : 'value-in-both',
    ...(inSteps && before && after && { stages: stagesOf(variable, { before, after, names, register }) }),
  })
  if (!isDefined(made)) throw new InputError(noWeightsWords(made))
  return made
}

interface Steps {
  before: WaveValues
  after: WaveValues
  names: readonly string[]
  register: Pick<Stage, 'covariates' | 'groupings'>
}

/** Whoever has a value in the first wave, and then one in the second, given that of the first. */
function stagesOf(variable: PanelVariable, { before, after, names: [first = '', second], register }: Steps): Stage[] {
  const has =
    ({ result }: WaveValues) =>
    (index: number) =>
      hasValue(result, index)
  const answer = answerOf(variable, before, first)
  return [
    { label: `Angabe in ${first}`, outcome: { of: () => true, yes: has(before) }, ...register },
    {
      label: `Angabe in ${second}, gegeben die in ${first}`,
      outcome: { of: has(before), yes: has(after) },
      covariates: [...register.covariates, ...answer.covariates],
      groupings: [...register.groupings, ...answer.groupings],
    },
  ]
}

/** What was answered in the first wave, as a model takes it: counts differ by factors. */
function answerOf(
  { name, kind, label, derived, categories }: PanelVariable,
  { result }: WaveValues,
  wave: string,
): { covariates: Covariate[]; groupings: Grouping[] } {
  const values = Float64Array.from(result.values, (value, index) => (hasValue(result, index) ? value : Number.NaN))
  if (kind === 'category') {
    const of = [...values].map((value) => categories[value]?.code ?? '')
    return { covariates: [], groupings: [{ name, label: `${label}, ${wave}`, groups: [...categories], of }] }
  }
  const isCount = kind === 'number' && derived?.kind !== 'share'
  const own = isCount ? values.map((value) => Math.asinh(value)) : values
  const about = `${label}, ${wave}${isCount ? ' (Logarithmus)' : ''}`
  return { covariates: [{ name, label: about, values: own }], groupings: [] }
}
