import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { attemptMinutes } from '../domain/kept-briefly.ts'

const mostAttempts = 10

/** Wrong access codes of a quarter of an hour: those that begin alike, as when one letter is typed again and again, and all there are. */
export const wrongCodes = { key: 'zugang', mostAlike: 10, mostInAll: 1_000 } as const

/**
 * Takes one of the attempts that a key has within a quarter of an hour, counted in the database so that several instances
 * share the limit. Returns the seconds to wait where none is left. Counted before the attempt, so that a hundred at once
 * are still a hundred.
 */
export async function takeAttempt(db: Db, key: string, most = mostAttempts): Promise<number> {
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into attempt as a (key, window_start, count)
    values (${key}, date_bin(make_interval(mins => ${attemptMinutes}), now(), '2000-01-01'), 1)
    on conflict (key, window_start) do update set count = least(a.count + 1, ${most + 1})
    returning count, ceil(extract(epoch from window_start + make_interval(mins => ${attemptMinutes}) - now()))::integer as wait
  `.execute(db)
  const row = rows[0]
  return row !== undefined && row.count > most ? Math.max(1, row.wait) : 0
}

/** Gives an attempt back: the code was right, and an office may log in for many Kommunen. */
export async function returnAttempt(db: Db, key: string): Promise<void> {
  await sql`update attempt set count = greatest(count - 1, 0) where key = ${key}
    and window_start = (select max(window_start) from attempt where key = ${key})`.execute(db)
}

/**
 * Counts what went wrong under each key, until one of them has as many as it may in a quarter of an hour; then it comes back with
 * the seconds until the next, and is written no more, so that a flood waits for no row.
 */
export async function countFailure(db: Db, limits: readonly { key: string; most: number }[]): Promise<number> {
  const keys = limits.map(({ key }) => key)
  const mosts = limits.map(({ most }) => most)
  const { rows } = await sql<{ wait: number }>`
    with failed as (
      select key, most, date_bin(make_interval(mins => ${attemptMinutes}), now(), '2000-01-01') as window_start
      from unnest(${keys}::text[], ${mosts}::integer[]) as given (key, most)
    ), used_up as (
      select window_start from failed join attempt using (key, window_start) where count >= most
    ), counted as (
      insert into attempt as a (key, window_start, count)
      select key, window_start, 1 from failed where not exists (select from used_up) order by key
      on conflict (key, window_start) do update set count = a.count + 1
    )
    select ceil(extract(epoch from max(window_start) + make_interval(mins => ${attemptMinutes}) - now()))::integer as wait
    from used_up having count(*) > 0
  `.execute(db)
  const row = rows[0]
  return row === undefined ? 0 : Math.max(1, row.wait)
}

/**
 * Forgets the windows that are over, and with them who tried. The log keeps how many access codes were refused, and whether there were
 * more than were counted.
 */
export async function forgetAttempts(db: Db): Promise<void> {
  const { key, mostAlike, mostInAll } = wrongCodes
  await sql`
    with over as (
      delete from attempt where window_start <= now() - make_interval(mins => ${attemptMinutes})
      returning key, window_start, count
    )
    insert into audit (action, detail)
    select 'codes_refused', jsonb_build_object('from', window_start, 'minutes', ${attemptMinutes}::integer, 'count', count,
      'atLeast', count >= ${mostInAll} or exists (
        select from over alike where alike.window_start = refused.window_start and starts_with(alike.key, ${`${key} `})
          and alike.count >= ${mostAlike}))
    from over refused where key = ${key} order by window_start`.execute(db)
}
