import type { Pool } from 'pg'
import { ofWave } from './answers-query.ts'
import { type DataUsed, stateExpression, submissionsIn } from './submissions-in.ts'

/** Who has submitted in a wave, with the inhabitants by the register, in a state of the data. */
export async function answeredUnits(
  pool: Pool,
  wave: string,
  used: DataUsed,
  account?: number,
): Promise<{ unit: string; einwohner: number | null }[]> {
  const { rows } = await pool.query<{ unit: string; einwohner: number | null }>(
    `select n.unit, g.population as einwohner
     from (
       select distinct p.unit, p.gkz, p.gemeinde_valid_from
       from ${submissionsIn(used)} s join participant p on p.id = s.participant_id
       where ${ofWave(wave, account)}
     ) n
     left join gemeinde_in(${stateExpression(used.state)}) g on g.gkz = n.gkz and g.valid_from = n.gemeinde_valid_from
     order by n.unit`,
  )
  return rows
}
