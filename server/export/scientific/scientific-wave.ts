import type { Pool } from 'pg'
import { InputError } from '../../errors/input-error.ts'
import { answeredUnits } from '../../store/answered-units.ts'
import { readSnapshot } from '../../store/panel-answers.ts'
import { readUnits } from '../../store/panel-units.ts'
import type { ExportedWave } from '../origin.ts'
import { waveTables } from '../wave-tables.ts'
import { anonymousTables, type Scientific } from './anonymous-table.ts'

interface Wanted {
  state?: number | undefined
  k: number
  key: Buffer
}

/** The file for science of a wave. */
export async function scientificWave(
  pool: Pool,
  exported: ExportedWave,
  { state: wanted, k, key }: Wanted,
): Promise<Scientific> {
  const { state, values } = await readSnapshot(pool, wanted)
  await refuseHalf(pool, [exported.wave], state)
  const { antworten } = await waveTables(pool, exported, { state, values })
  const units = await readUnits(pool, [exported.wave], { state })
  return anonymousTables(antworten, { units, unit: exported.instrument.unit, k, key })
}

/** Two files, one from before somebody answered and one from after, would show whose row it is. */
export async function refuseHalf(pool: Pool, waves: readonly string[], state: number): Promise<void> {
  const now = await readSnapshot(pool)
  for (const wave of waves) {
    const [then, since] = await Promise.all([
      answeredUnits(pool, wave, { ...now, state }),
      answeredUnits(pool, wave, now),
    ])
    if (then.length !== since.length)
      throw new InputError(
        `Im Datenstand ${state} fehlen von ${wave} noch Antworten: Ein Scientific-Use-File gibt es nur von allen. Zwei ` +
          'Dateien, vor und nach einer Antwort, verrieten, wessen Zeile dazukam.',
      )
  }
}
