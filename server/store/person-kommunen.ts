import { sql } from 'kysely'
import type { Person } from '../../analysis/groups/persons/link-persons.ts'
import { gemeindenIn } from '../../surveys/reading/gemeinden.ts'
import type { Db } from '../database/database.ts'
import type { Snapshot } from './panel-answers.ts'
import { type DataUsed, submissionsIn } from './submissions-in.ts'

/** The persons who had answered a wave in a state of the data, with the Kommunen that they named in a variable. */
export async function readPersons(db: Db, wave: string, variable: string, used: DataUsed): Promise<Person[]> {
  const { rows } = await sql<{ number: string; text: string | null }>`
    select distinct on (p.unit) p.unit as number, s.answers ->> ${variable} as text
    from participant p join ${sql.raw(submissionsIn(used))} s on s.participant_id = p.id
    where p.wave_id = ${wave}
    order by p.unit, s.revision desc`.execute(db)
  return rows.map(({ number, text }) => {
    const named = gemeindenIn(text ?? '')
    return { number, named, ...(named.length === 0 && text !== null ? { unread: text } : {}) }
  })
}

/** Which Kommunen belonged to each Verbund on a day, as far as the register knew in a state of the data. */
export async function readMembers(
  db: Db,
  day: string,
  { state }: Pick<Snapshot, 'state'>,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ verbund: string; members: string[] }>`
    select m.verbund, array_agg(m.gkz order by m.gkz) as members
    from verbund_mitglied_in(${state}) m
    where ${day}::date between m.valid_from and coalesce(m.valid_to, 'infinity')
    group by m.verbund`.execute(db)
  return new Map(rows.map(({ verbund, members }) => [verbund, members]))
}
