import { setsOf } from '../../analysis/compare/course.ts'
import { waveSet } from '../../analysis/compare/options.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import type { PanelWeights } from '../../analysis/participation/panel-weights.ts'
import { InputError } from '../errors/input-error.ts'
import { makeWeights } from './make-weights.ts'
import { participationIn } from './participation-in.ts'
import type { Weighed } from './weighed.ts'

/**
 * Weights of a name for each set of waves that a figure can be of: who answered these stands for all who were asked in them, whatever
 * they did in the others. Of one wave, and of all of more than two, there may be none; between two there must be some.
 */
export async function weightsOfSets(
  name: string,
  weighed: Weighed,
  variables: readonly PanelVariable[],
): Promise<ReadonlyMap<string, PanelWeights>> {
  const { db, surveys, loaded } = weighed
  const waves = surveys.map(({ wave }) => wave)
  const participation = await participationIn(db, waves, loaded)
  const made = new Map<string, PanelWeights>()
  for (const set of setsOf(waves)) {
    const own = {
      ...weighed,
      surveys: surveys.filter(({ wave }) => set.includes(wave)),
      participation: participation.filter(({ wave }) => set.includes(wave)),
    }
    try {
      made.set(waveSet(set), await makeWeights(name, own, variables))
    } catch (error) {
      if (set.length === 2 || !(error instanceof InputError)) throw error
    }
  }
  return made
}
