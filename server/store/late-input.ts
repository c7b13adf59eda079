import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { KeptPage } from '../domain/kept-input.ts'
import { cameAfterFrist, fristEnded } from './frist.ts'

/** What a unit sent and could not be saved or was not taken over. */
export interface LatePage extends KeptPage {
  participantId: number
  unit: string
}

/** What the Frist of each unit of a wave has left behind, unit by unit, the oldest first. While it runs this is nobody's but the unit's own. */
export async function lateInput(db: Db, wave: string): Promise<LatePage[]> {
  const { rows } = await sql<LatePage>`
    select k.id, k.section, k.typed, k.parked_at as "parkedAt", e.label as editor, ${cameAfterFrist} as late, p.unit,
      p.id as "participantId"
    from parked_page k
    join participant p on p.id = k.participant_id
    join wave w on w.id = p.wave_id
    left join contact.editor e on e.id = k.editor_id
    where w.id = ${wave} and k.settled_at is null and (w.state = 'closed' or ${fristEnded})
    order by p.unit, k.parked_at, k.id`.execute(db)
  return rows
}

export async function countLateUnits(db: Db, wave: string): Promise<number> {
  return new Set((await lateInput(db, wave)).map(({ unit }) => unit)).size
}
