import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { formatDate } from '../../surveys/dates.ts'
import { loadInstrument } from '../../surveys/load.ts'
import { isPublished, readLock } from '../../surveys/published.ts'
import type { AppContext } from '../context.ts'
import { hashAccessCode, newAccessCode } from '../domain/access-code.ts'
import { importShippedRegistry } from '../registry/import-registry.ts'
import { storeCodes } from '../store/access-codes.ts'
import { readRegister } from '../store/register.ts'
import { createWave, findWave, setWaveState } from '../store/waves.ts'
import { inventParticipants } from './participants.ts'
import { readProfile } from './profile.ts'
import { storeInvented } from './store-invented.ts'

type Progress = (line: string) => void

/** The Kommunen whose access codes are shown: one that has not begun, one in the middle, one that has submitted. */
const shown = [
  { gkz: '117019', state: 'noch leer' },
  { gkz: '117015', state: 'begonnen, mit Hinweisen' },
  { gkz: '117042', state: 'schon abgesendet' },
]

/** Fills a new database with the registry and an open wave, answered by invented Kommunen. All of it is marked as synthetic. */
export async function loadDemo(context: AppContext, onProgress: Progress): Promise<void> {
  const { db, config, keys } = context
  await importShippedRegistry(db)
  const profile = readProfile(JSON.parse(await readFile(new URL('profiles/umfrage-1.json', import.meta.url), 'utf8')))
  const instrument = await loadInstrument(profile.wave)
  if (instrument === undefined || !isPublished(await readLock(), instrument))
    throw new Error(`${profile.wave} is not published`)
  if ((await findWave(db, profile.wave)) !== undefined) return

  const register = await readRegister(db)
  const { rows } = await sql<{
    frist: string
  }>`select (now() at time zone 'Europe/Berlin')::date + 42 as frist`.execute(db)
  const wave = {
    id: profile.wave,
    survey: instrument.id,
    surveyVersion: instrument.version,
    surveyHash: instrument.hash,
    stichtag: instrument.stichtag ?? null,
    frist: rows[0]?.frist ?? instrument.frist,
    synthetic: true,
    participants: [...register.gemeinden.keys()],
    gkzField: instrument.variables.find(({ type }) => type === 'gkz')?.name,
  }
  const participants = await createWave(db, wave)
  await setWaveState(db, wave.id, 'open')

  const states = Object.fromEntries(
    shown.map(({ gkz }, index) => [gkz, (['leer', 'begonnen', 'abgesendet'] as const)[index]]),
  )
  const invented = inventParticipants(instrument, profile, participants, register, states)
  await storeInvented(db, instrument, invented, (done, total) =>
    onProgress(`Erfundene Antworten: ${done} von ${total} Kommunen`),
  )

  const codes = shown.map(({ gkz, state }) => ({
    gkz,
    state,
    name: register.gemeinden.get(gkz)?.name ?? gkz,
    code: newAccessCode(),
  }))
  const stored = codes.map(async ({ gkz, code }) => ({
    participantId: participants.find((one) => one.gkz === gkz)?.id ?? 0,
    hash: await hashAccessCode(code, keys.accessCode),
  }))
  await storeCodes(db, await Promise.all(stored))
  await writeFile(codesFile(config.dataDir), JSON.stringify({ frist: wave.frist, codes }, null, 2), { mode: 0o600 })
}

const codesFile = (dataDir: string) => join(dataDir, 'demo-zugangscodes.json')

/** The lines to print at the start: how to try the demo world. */
export async function demoNotice({ config }: Pick<AppContext, 'config'>): Promise<string[]> {
  try {
    const { frist, codes } = JSON.parse(await readFile(codesFile(config.dataDir), 'utf8')) as {
      frist: string
      codes: { name: string; gkz: string; state: string; code: string }[]
    }
    return [
      `Demo: erfundene Antworten aus Baden-Württemberg, Frist ${formatDate(frist)}. Zugangscodes zum Ausprobieren:`,
      ...codes.map(({ code, name, gkz, state }) => `  ${code}  ${name} (${gkz}), ${state}`),
    ]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
