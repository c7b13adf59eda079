import type { Pool } from 'pg'
import { type DataUsed, submissionsIn } from './submissions-in.ts'

/** A reason that was given in the newest submission of a unit. */
export interface StatedReason {
  unit: string
  check: string
  reason: string
}

/** Who gave one of some reasons for which check, in a state of the data. */
export async function readReasons(
  pool: Pool,
  wave: string,
  codes: readonly string[],
  used: DataUsed,
): Promise<StatedReason[]> {
  const { rows } = await pool.query<StatedReason>(
    `select n.unit, j ->> 'check' as check, j ->> 'reason' as reason
     from (
       select distinct on (p.unit) p.unit, s.justifications
       from participant p join ${submissionsIn(used)} s on s.participant_id = p.id
       where p.wave_id = $1
       order by p.unit, s.revision desc
     ) n cross join jsonb_array_elements(n.justifications) j
     where j ->> 'reason' = any($2)
     order by 1, 2`,
    [wave, codes],
  )
  return rows
}
