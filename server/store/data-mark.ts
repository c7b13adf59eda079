import type { ClientBase, Pool } from 'pg'
import { newestState } from './newest-state.ts'

/** How far the database had come at a moment: what a copy needs to be read in its place. */
export interface DataMark {
  state: number
  /** How many states there were up to it, and the sum of their times. */
  states: string
  /** Where in its log it was. */
  position: string
}

/** States become visible in another order than that of their numbers: the newest does not say that all before it are there. */
const statesUpTo = (number: string) =>
  `(select count(*) || ' ' || coalesce(sum(extract(epoch from at)), 0) from data_state where number <= ${number})`

export async function readMark(pool: Pool): Promise<DataMark> {
  const state = await newestState(pool)
  const { rows } = await pool.query<Omit<DataMark, 'state'>>(
    `select ${statesUpTo('$1')} as states, pg_current_wal_lsn()::text as position`,
    [state],
  )
  const [found] = rows
  if (found === undefined) throw new Error('a row was asked for')
  return { state, ...found }
}

/**
 * Whether all is there that was in the database at that moment. A standby follows its log, so that nothing at all is missing; of any
 * other copy the states of the data are compared.
 */
export async function hasReached(client: ClientBase, { state, states, position }: DataMark): Promise<boolean> {
  const { rows } = await client.query<{ isThere: boolean }>(
    `select case when pg_is_in_recovery() and pg_last_wal_replay_lsn() < $1::pg_lsn then false
       else ${statesUpTo('$2')} = $3 end as "isThere"`,
    [position, state, states],
  )
  return rows[0]?.isThere === true
}
