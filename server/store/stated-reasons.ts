import type { Pool } from 'pg'
import type { Snapshot } from './panel-answers.ts'

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
  { state }: Pick<Snapshot, 'state'>,
): Promise<StatedReason[]> {
  const { rows } = await pool.query<StatedReason>(
    `select n.unit, j ->> 'check' as check, j ->> 'reason' as reason
     from (
       select distinct on (p.unit) p.unit, s.justifications
       from participant p join submission_in($2) s on s.participant_id = p.id
       where p.wave_id = $1
       order by p.unit, s.revision desc
     ) n cross join jsonb_array_elements(n.justifications) j
     where j ->> 'reason' = any($3)
     order by 1, 2`,
    [wave, state, codes],
  )
  return rows
}
