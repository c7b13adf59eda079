import { readFile } from 'node:fs/promises'
import { changesOf } from '../../analysis/compare/changes.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { waveValues } from '../../analysis/panel/wave-values.ts'
import { beginWave, completeWave } from '../../server/demo/load-wave.ts'
import { readProfile } from '../../server/demo/profile.ts'
import { comparePanel } from '../../server/evaluation/compare-panel.ts'
import { Forms } from '../../server/forms/form.ts'
import { testApp } from './app.ts'
import type { Teardown } from './fresh-database.ts'
import { withRegistry } from './panel-world.ts'

/** How a number changes between the two waves of the demo world, in each Kommune that answers in both. */
export async function demoChanges(t: Teardown, name: string): Promise<number[]> {
  const test = await testApp(t, { id: 'probe', participants: [] })
  await withRegistry(test)
  const waves = ['umfrage-1', 'umfrage-4']
  for (const wave of waves) {
    const file = new URL(`../../server/demo/profiles/${wave}.json`, import.meta.url)
    const profile = readProfile(JSON.parse(await readFile(file, 'utf8')))
    await beginWave(test, profile, new Set(), async () => undefined)
    await completeWave(test, profile)
  }
  const { loaded, variables, indices } = await comparePanel(test, new Forms(), { waves, variables: [name] })
  const [first, second] = waves.map((wave) => waveValues(variables[0] as PanelVariable, loaded.panel, wave))
  return first === undefined || second === undefined ? [] : changesOf(first, second, indices)
}
