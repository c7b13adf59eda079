import { readFile } from 'node:fs/promises'
import type { AppContext } from '../boot/context.ts'
import { importShippedRegistry } from '../registry/import-registry.ts'
import { keepDemoCodes } from './demo-codes.ts'
import { loadAddresses } from './load-addresses.ts'
import { loadFieldPhase } from './load-field-phase.ts'
import { loadFunding } from './load-funding.ts'
import { loadKennzahlen } from './load-kennzahlen.ts'
import { loadOfficeWork } from './load-office-work.ts'
import { loadPapers } from './load-papers.ts'
import { loadSeries } from './load-series.ts'
import { loadStaff } from './load-staff.ts'
import { loadTexts } from './load-texts.ts'
import { loadVerbuende } from './load-verbuende.ts'
import { beginWave, completeWave } from './load-wave.ts'
import { type Profile, readProfile } from './profile.ts'

/** The waves of the demo world. One that follows from another comes after it. */
const waves = ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4', 'folgewelle']

export interface DemoProgress {
  onWave?: (done: number, all: number, told: string) => void
  signal?: AbortSignal
}

/**
 * Fills a database with the registry and with waves that were answered by invented people. All of it is marked as synthetic.
 * A start that was broken off goes on where it stopped.
 */
export async function loadDemo(context: AppContext, onProgress: (line: string) => void): Promise<void> {
  await beginDemo(context)
  await completeDemo(context, { onWave: (_done, _all, told) => onProgress(told) })
}

/**
 * What somebody needs to try the forms: registry, accounts, the waves with those whose access codes are shown. It takes as
 * long however many others have answered.
 */
export async function beginDemo(context: AppContext): Promise<void> {
  await importShippedRegistry(context.db)
  await loadVerbuende(context.db)
  await Promise.all([loadStaff(context), beginWaves(context)])
}

async function beginWaves(context: AppContext): Promise<void> {
  const profiles = await readProfiles()
  const early = earlyOf(profiles)
  for (const profile of profiles) {
    await beginWave(context, profile, early, (codes) => keepDemoCodes(context, profile.wave, codes))
  }
}

/** Also in the waves before the one in which they are shown: what they said then stands beside the fields. */
const earlyOf = (profiles: readonly Profile[]) =>
  new Set(profiles.flatMap(({ shown }) => shown.map(({ unit }) => unit)))

/** All else, which grows with the world: the answers of everybody else, addresses, and administrative figures. */
export async function completeDemo(context: AppContext, { onWave, signal }: DemoProgress): Promise<void> {
  const profiles = await readProfiles()
  const early = earlyOf(profiles)
  let done = 0
  const complete = async (profile: Profile) => {
    const count = await completeWave(context, profile, signal, early)
    done += 1
    onWave?.(done, profiles.length, `${profile.wave}: ${count} erfundene Antworten`)
  }
  const independent = profiles.filter(({ earlier }) => earlier === undefined)
  const following = profiles.filter(({ earlier }) => earlier !== undefined)
  // Side by side, so that inventing and storing keep two cores busy.
  await Promise.all([
    loadAddresses(context.db),
    loadFunding(context.db),
    loadSeries(context),
    ...independent.map(complete),
  ])
  for (const profile of following) await complete(profile)
  await loadKennzahlen(context, signal)
  await loadTexts(context, profiles, early, signal)
  await loadOfficeWork(context)
  await loadPapers(context)
  await loadFieldPhase(context, signal)
}

async function readProfiles(): Promise<Profile[]> {
  return Promise.all(
    waves.map(async (wave) =>
      readProfile(JSON.parse(await readFile(new URL(`profiles/${wave}.json`, import.meta.url), 'utf8'))),
    ),
  )
}
