import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { KeptPage } from '../domain/kept-input.ts'
import { cameAfterFrist, fristEnded } from './frist.ts'
import { isRestricted } from './restricted.ts'
import { worksFor } from './scopes.ts'

/** What a unit sent and could not be saved or was not taken over. */
export interface LatePage extends KeptPage {
  participantId: number
  unit: string
}

/** What the Frist of each unit of a wave has left behind, unit by unit, the oldest first, of those that an account works for. While it runs this is nobody's but the unit's own. */
export async function lateInput(db: Db, wave: string, account: number | undefined): Promise<LatePage[]> {
  const { rows } = await sql<LatePage>`
    select k.id, k.section, t.typed, k.parked_at as "parkedAt", e.label as editor, ${cameAfterFrist} as late, p.unit,
      p.id as "participantId"
    from parked_page k
    join participant p on p.id = k.participant_id
    join wave w on w.id = p.wave_id
    left join contact.editor e on e.id = k.editor_id
    cross join lateral (
      select coalesce(jsonb_object_agg(key,
        case when ${sql.raw(isRestricted('p.id', 'key'))} then '"[eingeschränkt]"' else value end), '{}') as typed
      from jsonb_each(k.typed)
    ) t
    where not ${sql.raw(isRestricted('p.id', 'null'))} and w.id = ${wave} and k.settled_at is null and (w.state = 'closed' or ${fristEnded})
      and ${sql.raw(worksFor(account))}
    order by p.unit, k.parked_at, k.id`.execute(db)
  return rows
}

export async function countLateUnits(db: Db, wave: string, account: number | undefined): Promise<number> {
  return new Set((await lateInput(db, wave, account)).map(({ unit }) => unit)).size
}
