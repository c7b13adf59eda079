import { sql } from 'kysely'
import type { Db } from '../../database/database.ts'

/** What is coded, settled and released has a number among the states of the data; drawn last in its transaction. */
export async function nextCodingState(trx: Db): Promise<number> {
  const { rows } = await sql<{ state: number }>`select next_data_state('coding') as state`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('a state has a number')
  return row.state
}
