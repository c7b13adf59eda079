import type { Pool } from 'pg'
import { worksFor } from './scopes.ts'

/** Something was taken out of a state afterwards, so that it cannot be given again as it was. */
export interface TakenOut {
  /** The state after the last time that happened, and when. */
  state: number
  at: string
}

interface Asked {
  waves: readonly string[]
  state: number
}

/**
 * Erasures in what was handed in, and restrictions that hold: both reach into earlier states. As `taken` with wave, unit, state and
 * time. An erasure and its state are of one transaction, and so of one time.
 */
const takenFrom = (account?: number) => `(
    select p.wave_id, p.unit, p.pseudonym is not null as cut, d.number as state, d.at
    from erasure e join data_state d on d.what = 'erasure' and d.at = e.at join participant p on p.id = e.participant_id
    where (e.submission_id is not null or e.holds = 'number') and ${worksFor(account)}
    union all
    select p.wave_id, p.unit, false, d.number, d.at
    from restriction r join data_state d on d.number = r.state join participant p on p.id = r.participant_id
    where r.lifted_at is null and ${worksFor(account)}
  ) taken where wave_id = any($1) and state > $2`

/** What was last taken out of a state of some waves since then; null where it is as it was. */
export async function takenOutSince(pool: Pool, { waves, state }: Asked): Promise<TakenOut | null> {
  const { rows } = await pool.query<{ state: string | null; at: Date | null }>(
    `select max(state) as state, max(at) as at from ${takenFrom()}`,
    [[...waves], state],
  )
  const [found] = rows
  if (found?.state == null || found.at === null) return null
  return { state: Number(found.state), at: found.at.toISOString() }
}

/** Of whom something was taken out, as far as an account works for them; not who is no longer to be found by a number. */
export async function unitsTakenOut(
  pool: Pool,
  wave: string,
  state: number,
  account: number | undefined,
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ unit: string }>(`select distinct unit from ${takenFrom(account)} and not cut`, [
    [wave],
    state,
  ])
  return new Set(rows.map(({ unit }) => unit))
}
