import { readFile, writeFile } from 'node:fs/promises'
import type { RegionsDefinition } from '../../schemas/regions.ts'
import { readRegionFiles } from '../regions/load-regions.ts'
import { sha256 } from './canonical.ts'
import type { JsonFile } from './json-files.ts'
import { definitionsFolder } from './load.ts'
import type { Problem } from './problem.ts'

/** By file: SHA-256 of the regions by which answers were counted since a survey that asks for them is published. */
export type RegionsLock = Readonly<Record<string, string>>

const lockName = 'regions.lock.json'

export async function readRegionsLock(folder: URL = definitionsFolder): Promise<RegionsLock> {
  try {
    return JSON.parse(await readFile(new URL(lockName, folder), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** Puts the regions that a survey asks for under the lock. Those that are locked stay as they were. */
export async function lockRegions(survey: string): Promise<void> {
  const asksFor = ({ text }: JsonFile) =>
    (JSON.parse(text) as RegionsDefinition).questions.some((one) => one.survey === survey)
  const asked = (await readRegionFiles()).filter(asksFor)
  const lock = {
    ...Object.fromEntries(asked.map(({ file, text }) => [file, sha256(text)])),
    ...(await readRegionsLock()),
  }
  const entries = Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(new URL(lockName, definitionsFolder), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`)
}

/** Regions that are counted by already and are gone, or say of a state something else. */
export function regionsLockProblems(lock: RegionsLock, files: readonly JsonFile[]): (Problem & { file: string })[] {
  return Object.entries(lock).flatMap(([file, hash]) => {
    const now = files.find((one) => one.file === file)
    if (now === undefined) return [{ file, path: '/', message: 'Die Einteilung ist veröffentlicht und fehlt.' }]
    if (sha256(now.text) === hash) return []
    const message =
      'Die Einteilung ist veröffentlicht und wurde verändert: Antworten sind nach ihr gezählt. ' +
      'Eine andere braucht eine eigene Datei und Fragen einer neuen Umfrage.'
    return [{ file, path: '/', message }]
  })
}
