import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppContext } from '../boot/context.ts'
import { unlessCode } from '../errors/error-code.ts'
import { importShippedRegistry } from '../registry/import-registry.ts'
import { loadSeries } from './load-series.ts'
import { loadStaff, staffNotice } from './load-staff.ts'
import { loadVerbuende } from './load-verbuende.ts'
import { type DemoCode, loadWave } from './load-wave.ts'
import { readProfile } from './profile.ts'

type Progress = (line: string) => void

/** The waves of the demo world. One that follows from another comes after it. */
const waves = ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4']

/**
 * Fills a database with the registry and with waves that were answered by invented people. All of it is marked as synthetic.
 * A start that was broken off goes on where it stopped.
 */
export async function loadDemo(context: AppContext, onProgress: Progress): Promise<void> {
  await importShippedRegistry(context.db)
  await loadVerbuende(context.db)
  await loadSeries(context)
  await loadStaff(context)
  const file = codesFile(context.config.dataDir)
  for (const wave of waves) {
    const profile = readProfile(JSON.parse(await readFile(new URL(`profiles/${wave}.json`, import.meta.url), 'utf8')))
    await loadWave(context, profile, onProgress, async (codes) => {
      const known = (await readCodes(file)).filter((one) => one.wave !== wave)
      await writeFile(file, JSON.stringify([...known, ...codes], null, 2), { mode: 0o600 })
    })
  }
}

const codesFile = (dataDir: string) => join(dataDir, 'demo-zugangscodes.json')

async function readCodes(file: string): Promise<DemoCode[]> {
  return JSON.parse((await readFile(file, 'utf8').catch(unlessCode('ENOENT'))) ?? '[]')
}

/** The lines to print at the start: how to try the demo world. */
export async function demoNotice(context: Pick<AppContext, 'config'>): Promise<string[]> {
  const codes = await readCodes(codesFile(context.config.dataDir))
  if (codes.length === 0) return []
  return [
    'Demo mit erfundenen Antworten. Zugangscodes zum Ausprobieren:',
    ...codes.map(({ code, wave, name, unit, state }) => `  ${code}  ${wave}, ${name} (${unit}), ${state}`),
    ...(await staffNotice(context)),
  ]
}
