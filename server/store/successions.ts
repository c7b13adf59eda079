import type { Pool } from 'pg'
import type { Succession } from '../../analysis/territory/carried-units.ts'
import type { Snapshot } from './panel-answers.ts'

/** What Kommunen became that had ended by what the register knew in a state of the data. */
export async function readSuccessions(pool: Pool, { state }: Pick<Snapshot, 'state'>): Promise<Succession[]> {
  const { rows } = await pool.query<Succession>(
    `select n.gkz as unit, n.successor, n.since::text as since from gemeinde_nachfolge n
     where exists (select from gemeinde_in($1) g where g.gkz = n.gkz and g.valid_to is not null)
     order by n.since, n.gkz`,
    [state],
  )
  return rows
}

/** Who was asked in some waves, by the keys of then. */
export async function readAskedUnits(pool: Pool, waves: readonly string[]): Promise<Map<string, Set<string>>> {
  const { rows } = await pool.query<{ wave: string; unit: string }>(
    'select wave_id as wave, unit from participant where wave_id = any($1)',
    [[...waves]],
  )
  const asked = new Map(waves.map((wave): [string, Set<string>] => [wave, new Set()]))
  for (const { wave, unit } of rows) asked.get(wave)?.add(unit)
  return asked
}
