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
import { readParticipation } from '../store/participation.ts'
import type { Weighed } from './weighed.ts'

/** Weights that are made for one variable in two waves: they also make up for those who left it blank. */
export const itemWeightings: Readonly<Record<string, { label: string; steps: 'one' | 'two' }>> = {
  angabe: { label: 'inverse Wahrscheinlichkeit einer Angabe in beiden Wellen', steps: 'one' },
  stufen: { label: 'inverse Wahrscheinlichkeit in zwei Stufen', steps: 'two' },
}

/** Weights by which those who have a value in both waves stand for all who were asked in both. */
export async function weighItem(
  name: string,
  { db, surveys, loaded, indices, figures, participation }: Weighed,
  variables: readonly PanelVariable[],
): Promise<Omit<PanelWeights, 'name' | 'label'>> {
  const [variable, ...others] = variables
  const [first, second, ...later] = surveys
  if (variable === undefined || first === undefined || second === undefined) throw new Error('something is compared')
  if (others.length > 0 || later.length > 0)
    throw new InputError(
      `Die Gewichtung „${name}“ hängt an der Angabe und den zwei Wellen, die verglichen werden: Bitte nennen Sie nur eine Angabe und zwei Wellen.`,
    )
  if (variable.indicator !== undefined)
    throw new InputError(
      `Die Gewichtung „${name}“ gibt es bei amtlichen Zahlen nicht: Ihnen fehlt keine Angabe von Befragten.`,
    )
  const { units, panel, snapshot } = loaded
  const names = surveys.map(({ wave }) => wave)
  const waves = participation ?? (await readParticipation(db, names, panel.units, snapshot))
  const [before, after] = [first, second].map(({ wave }) => waveValues(variable, panel, wave)) as [
    WaveValues,
    WaveValues,
  ]
  const has =
    ({ result }: WaveValues) =>
    (index: number) =>
      hasValue(result, index)
  const population = indices.filter((index) => waves.every(({ asked }) => asked[index] === 1))
  const register = {
    covariates: [logInhabitants(units), ...figures],
    groupings: [groupByRegister(regierungsbezirk, units)],
  }
  const firstAnswer = answerOf(variable, before, first.wave)
  const stages: Stage[] = [
    { label: `Angabe in ${first.wave}`, outcome: { of: () => true, yes: has(before) }, ...register },
    {
      label: `Angabe in ${second.wave}, gegeben die in ${first.wave}`,
      outcome: { of: has(before), yes: has(after) },
      covariates: [...register.covariates, ...firstAnswer.covariates],
      groupings: [...register.groupings, ...firstAnswer.groupings],
    },
  ]
  const behind = standsBehind(first.instrument.unit, panel.units)
  const made = participationWeights('ipw', {
    population,
    sample: population.filter((index) => has(before)(index) && has(after)(index)),
    ...register,
    behind,
    isSampleTold: areAllTold(waves, indices, behind),
    sampleWords: 'in beiden Wellen eine Angabe haben',
    ...(itemWeightings[name]?.steps === 'two' && { stages }),
  })
  if (!isDefined(made)) throw new InputError(noWeightsWords(made))
  return made
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
