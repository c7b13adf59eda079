import type { PanelVariable } from '../../analysis/panel/variable.ts'
import type { PanelWeights } from '../../analysis/participation/panel-weights.ts'
import { InputError } from '../errors/input-error.ts'
import { chooseWeighting } from './choose.ts'
import { itemWeightings, weighItem } from './item-weightings.ts'
import type { Weighed } from './weighed.ts'
import { weightings } from './weightings.ts'

/** Weights of a name, for one wave or for several together. */
export async function makeWeights(
  name: string,
  weighed: Weighed,
  variables: readonly PanelVariable[],
): Promise<PanelWeights> {
  const ofItem = itemWeightings[name]
  if (ofItem === undefined) {
    const { label, make } = chooseWeighting(name)
    return { name, label, ...(await make(weighed)) }
  }
  const label = (weighed.surveys.length === 1 && ofItem.ofOneWave) || ofItem.label
  return { name, label, ...(await weighItem(name, weighed, variables)) }
}

/** All other ways to make up for those who are silent, as far as there are such weights here. */
export async function otherWeights(
  { name: chosen }: PanelWeights,
  weighed: Weighed,
  variables: readonly PanelVariable[],
): Promise<PanelWeights[]> {
  // Weights by persons of one Verbund are not shown beside each other.
  if (weighed.surveys.some(({ instrument }) => instrument.unit !== 'gemeinde')) return []
  const names = [...Object.keys(weightings), ...Object.keys(itemWeightings)].filter((name) => name !== chosen)
  const made: PanelWeights[] = []
  for (const name of names) {
    try {
      const weights = await makeWeights(name, weighed, variables)
      if (weights.report !== undefined) made.push(weights)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
    }
  }
  return made
}
