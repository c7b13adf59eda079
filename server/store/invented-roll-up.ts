import { sql } from 'kysely'
import type { Content } from '../../analysis/rollup/events.ts'
import type { Db } from '../database/database.ts'

interface OfUnit {
  unit: string
  account: number
}

/** When something was: on a day at nine, but never later than now. */
const onDay = (day: string) => sql<Date>`least(now(), ${day}::date + time '09:00' at time zone 'Europe/Berlin')`

interface Where {
  wave: string
  level: string
  day: string
}

/** Own figures of units of the demo world, given on a day. */
export async function storeInventedFigures(
  db: Db,
  { wave, level, day }: Where,
  given: readonly (OfUnit & { values: Readonly<Record<string, number>> })[],
): Promise<void> {
  if (given.length === 0) return
  await db
    .insertInto('roll_up_figures')
    .values(
      given.map(({ unit, account, values }) => ({
        ...{ wave_id: wave, level, unit, revision: 1, account_id: account, at: onDay(day) },
        given: JSON.stringify(values),
      })),
    )
    .execute()
}

/** Sign-offs of units of the demo world, made on a day; persons stand there by the numbers of their participants. */
export async function storeInventedSignOffs(
  db: Db,
  { wave, level, day }: Where,
  signed: readonly (OfUnit & { number: number; content: Content })[],
): Promise<void> {
  if (signed.length === 0) return
  await db
    .insertInto('roll_up_sign_off')
    .values(
      signed.map(({ unit, account, number, content }) => ({
        ...{ wave_id: wave, level, unit, number, account_id: account, at: onDay(day) },
        content: JSON.stringify(content),
        // Whoever the register names.
        expected: JSON.stringify(null),
      })),
    )
    .execute()
}
