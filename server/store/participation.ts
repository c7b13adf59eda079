import { sql } from 'kysely'
import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import type { Db } from '../database/database.ts'
import type { Snapshot } from './panel-answers.ts'

/** Who was asked in some waves, and who of them had answered in a state of the data, in the order of the units given. */
export async function readParticipation(
  db: Db,
  waves: readonly string[],
  units: readonly string[],
  { state }: Pick<Snapshot, 'state'>,
): Promise<WaveParticipation[]> {
  const { rows } = await sql<{ wave: string; unit: string; answered: boolean }>`
    select p.wave_id as wave, p.unit, s.participant_id is not null as answered
    from participant p left join submission_in(${state}) s on s.participant_id = p.id
    where p.wave_id = any(${[...waves]})`.execute(db)
  const place = new Map(units.map((unit, index) => [unit, index]))
  const found = new Map(
    waves.map((wave) => [
      wave,
      { wave, asked: new Uint8Array(units.length), answered: new Uint8Array(units.length) } satisfies WaveParticipation,
    ]),
  )
  for (const { wave, unit, answered } of rows) {
    const index = place.get(unit)
    const of = found.get(wave)
    if (index === undefined || of === undefined) continue
    of.asked[index] = 1
    of.answered[index] = answered ? 1 : 0
  }
  return [...found.values()]
}
