import { sql } from 'kysely'
import type { Signed } from '../../analysis/rollup/events.ts'
import type { Db } from '../database/database.ts'

interface Where {
  wave: string
  level: string
  /** Never later than now. */
  day: string
}

/** Sign-offs of units of the demo world, made on a day; persons stand there by the numbers of their participants. */
export async function storeInventedSignOffs(
  db: Db,
  { wave, level, day }: Where,
  signed: readonly (Pick<Signed, 'number' | 'content' | 'expected'> & { unit: string; account: number })[],
): Promise<void> {
  if (signed.length === 0) return
  const at = sql<Date>`least(now(), ${day}::date + time '09:00' at time zone 'Europe/Berlin')`
  await db
    .insertInto('roll_up_sign_off')
    .values(
      signed.map(({ unit, account, number, content, expected = [] }) => ({
        ...{ wave_id: wave, level, unit, number, account_id: account, at },
        content: JSON.stringify(content),
        expected: JSON.stringify(expected),
      })),
    )
    .execute()
}
