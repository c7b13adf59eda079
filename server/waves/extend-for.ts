import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Db } from '../database/database.ts'
import { extendSome } from '../store/extensions.ts'
import { readRegister } from '../store/register.ts'
import { dayFromToday, listParticipants, type Wave } from '../store/waves.ts'
import { extensionFaults } from './extension-faults.ts'
import { pickParticipants } from './pick-participants.ts'
import { readUnits, type UnitList } from './read-units.ts'

export interface ExtendFault {
  field: 'bis' | 'grund' | 'einheiten'
  message: string
}

/** Gives those who stand in a list a last day of their own, all of them or nobody. An account with a scope does so for its own. */
export async function extendFor(
  db: Db,
  asked: { wave: Wave; frist: string; reason: string; list: UnitList; by: number | undefined },
): Promise<{ faults: ExtendFault[]; count: number }> {
  const { wave, frist, reason, list, by } = asked
  const instrument = await loadInstrument(wave.survey, wave.survey_version)
  if (instrument === undefined)
    throw new Error(`survey ${wave.survey} ${wave.survey_version} is not in surveys/definitions`)
  const { unit } = instrument
  const read = readUnits(list, unit, await readRegister(db))
  const picked = pickParticipants(read.participants, await listParticipants(db, wave.id, by), unit)
  const today = await dayFromToday(db, 0)
  const faults: ExtendFault[] = [
    ...extensionFaults({ frist, reason, everybody: false, wave, today }),
    ...[...read.problems, ...picked.problems].map((message) => ({ field: 'einheiten' as const, message })),
  ]
  if (faults.length > 0) return { faults, count: 0 }
  await extendSome(
    db,
    { wave: wave.id, frist, reason, by },
    picked.found.map(({ id }) => id),
  )
  return { faults, count: picked.found.length }
}
