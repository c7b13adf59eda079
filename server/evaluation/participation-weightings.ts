import { groupByRegister, registerGroupings } from '../../analysis/groups/by-register.ts'
import { thirdsOf } from '../../analysis/groups/thirds.ts'
import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import { areAllTold } from '../../analysis/participation/disclose-attrition.ts'
import type { PanelWeights } from '../../analysis/participation/panel-weights.ts'
import { participationWeights, type WeightMethod } from '../../analysis/participation/participation-weights.ts'
import { logInhabitants } from '../../analysis/participation/register-covariates.ts'
import { noWeightsWords } from '../../analysis/report/weights.ts'
import { isDefined } from '../../analysis/stats/not-defined.ts'
import { InputError } from '../errors/input-error.ts'
import { participationIn } from './participation-in.ts'
import type { Weighed } from './weighed.ts'

/** What the register says of every Kommune, and participation is known to depend on. */
const fitted: Readonly<Record<WeightMethod, readonly string[]>> = {
  post: ['regierungsbezirk', 'groesse'],
  rake: ['regierungsbezirk', 'groesse'],
  ipw: ['regierungsbezirk'],
}

/** Weights by which those who answered all waves compared stand for all who were asked in all of them. */
export async function weighParticipation(
  method: WeightMethod,
  { db, surveys, loaded, indices, figures, participation, beside }: Weighed,
): Promise<Omit<PanelWeights, 'name' | 'label'>> {
  const { units, panel } = loaded
  if (method === 'post' && figures.length > 0)
    throw new InputError(
      'Mit amtlichen Zahlen würden die Zellen der Nachschichtung zu klein; bitte nehmen Sie rake oder ipw.',
    )
  const names = surveys.map(({ wave }) => wave)
  const waves = participation ?? (await participationIn(db, names, loaded))
  const population = indices.filter((index) => waves.every(({ asked }) => asked[index] === 1))
  const behind = standsBehind(surveys[0]?.instrument.unit, panel.units)
  const made = participationWeights(method, {
    population,
    sample: population.filter((index) => waves.every(({ answered }) => answered[index] === 1)),
    groupings: [
      ...fitted[method].flatMap((name) =>
        registerGroupings.filter((one) => one.name === name).map((one) => groupByRegister(one, units)),
      ),
      ...(method === 'rake' ? figures.map(({ name, label, values }) => ({ name, label, ...thirdsOf(values) })) : []),
    ],
    covariates: [logInhabitants(units), ...figures],
    behind,
    isSampleTold: areAllTold(waves, indices, behind),
    ...(beside && { beside }),
    ...(surveys.length === 1 && { standing: 'answered' }),
  })
  if (!isDefined(made)) throw new InputError(noWeightsWords(made))
  return made
}
