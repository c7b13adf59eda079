import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Instrument } from '../../surveys/instrument.ts'
import { loadInstrument } from '../../surveys/load.ts'
import type { Register } from '../../surveys/register.ts'
import { ownField } from '../../surveys/units.ts'
import type { AppContext } from '../context.ts'
import { hashAccessCode, newAccessCode } from '../domain/access-code.ts'
import { unlessCode } from '../error-code.ts'
import { InputError } from '../input-error.ts'
import { importShippedRegistry } from '../registry/import-registry.ts'
import { storeCodes } from '../store/access-codes.ts'
import { readRegister } from '../store/register.ts'
import { createWave, findWave, hasSubmissions, listParticipants, type NewWave, setWaveState } from '../store/waves.ts'
import type { Tables } from '../tables.ts'
import { inventParticipants } from './participants.ts'
import { readProfile } from './profile.ts'
import { storeInvented } from './store-invented.ts'

type Progress = (line: string) => void

/** The Kommunen whose access codes are shown: one that has not begun, one in the middle, one that has submitted. */
const shown = [
  { gkz: '117019', state: 'leer' },
  { gkz: '117015', state: 'begonnen' },
  { gkz: '117042', state: 'abgesendet' },
] as const

/**
 * Fills a database with the registry and a wave, answered by invented Kommunen. All of it is marked as synthetic. The wave is
 * opened as the last step, so that a start that was broken off goes on where it stopped.
 */
export async function loadDemo(context: AppContext, onProgress: Progress): Promise<void> {
  const { db, config, keys } = context
  await importShippedRegistry(db)
  const profile = readProfile(JSON.parse(await readFile(new URL('profiles/umfrage-1.json', import.meta.url), 'utf8')))
  const instrument = await loadInstrument(profile.wave)
  if (instrument === undefined) throw new Error(`${profile.wave} is missing`)
  const before = await findWave(db, profile.wave)
  if (before?.synthetic === false)
    throw new InputError(`Die Welle „${profile.wave}“ gibt es schon, und sie ist keine Demo.`)
  if (before?.state === 'open') return

  const register = await readRegister(db)
  if (before === undefined) await createWave(db, await demoWave(db, profile.wave, instrument, register))
  const participants = await listParticipants(db, profile.wave)
  if (!(await hasSubmissions(db, profile.wave))) {
    const states = Object.fromEntries(shown.map(({ gkz, state }) => [gkz, state]))
    const invented = inventParticipants(instrument, profile, participants, register, states)
    await storeInvented(db, instrument, invented, (done, total) =>
      onProgress(`Erfundene Antworten: ${done} von ${total} Kommunen`),
    )
  }

  const receivers = shown.map(({ gkz, state }) => {
    const { id, name } = participants.find(({ unit }) => unit === gkz) ?? { id: 0, name: gkz }
    return { id, gkz, name, state, code: newAccessCode() }
  })
  const stored = receivers.map(async ({ id, code }) => ({
    participantId: id,
    hash: await hashAccessCode(code, keys.accessCode),
  }))
  await storeCodes(db, await Promise.all(stored))
  const codes = receivers.map(({ gkz, name, state, code }) => ({ gkz, name, state, code }))
  await writeFile(codesFile(config.dataDir), JSON.stringify(codes, null, 2), { mode: 0o600 })
  await setWaveState(db, profile.wave, 'open')
}

async function demoWave(db: Kysely<Tables>, id: string, instrument: Instrument, register: Register): Promise<NewWave> {
  const { rows } = await sql<{
    frist: string
  }>`select (now() at time zone 'Europe/Berlin')::date + 42 as frist`.execute(db)
  return {
    id,
    survey: instrument.id,
    surveyVersion: instrument.version,
    surveyHash: instrument.hash,
    stichtag: instrument.stichtag ?? null,
    frist: rows[0]?.frist ?? instrument.frist,
    synthetic: true,
    participants: [...register.gemeinden.keys()],
    unit: instrument.unit,
    ownField: ownField(instrument),
  }
}

const codesFile = (dataDir: string) => join(dataDir, 'demo-zugangscodes.json')

/** The lines to print at the start: how to try the demo world. */
export async function demoNotice({ config }: Pick<AppContext, 'config'>): Promise<string[]> {
  const text = await readFile(codesFile(config.dataDir), 'utf8').catch(unlessCode('ENOENT'))
  if (text === undefined) return []
  const codes: { name: string; gkz: string; state: string; code: string }[] = JSON.parse(text)
  return [
    'Demo mit erfundenen Antworten. Zugangscodes zum Ausprobieren:',
    ...codes.map(({ code, name, gkz, state }) => `  ${code}  ${name} (${gkz}), ${state}`),
  ]
}
