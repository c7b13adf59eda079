import type { PanelSurvey, PanelVariable } from '../../analysis/panel/variable.ts'
import type { Concepts } from '../../surveys/codebook/describe-columns.ts'
import { loadConcepts } from '../../surveys/concordance/load-concepts.ts'

/** The concepts of what a panel holds; what is computed is one of its own. */
export async function conceptsOfPanel(
  variables: readonly PanelVariable[],
  surveys: readonly PanelSurvey[],
): Promise<Concepts> {
  const known = await Promise.all(surveys.map(async ({ wave, instrument }) => [wave, await loadConcepts(instrument)]))
  const ofWave = new Map(known as [string, Concepts][])
  return new Map(
    variables.map(({ name, derived, asked }) => {
      const [wave, last] = [...asked].at(-1) ?? []
      const own = last?.variables.get(name)?.name ?? name
      return [name, (derived === undefined && ofWave.get(wave ?? '')?.get(own)) || `abgeleitet.${name}`]
    }),
  )
}
