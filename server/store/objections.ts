import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Extent } from '../queries/extent.ts'
import { say } from './queries.ts'

interface Objection {
  /** Of the amendment. */
  id: number
  participantId: number
  editorId: number | null
  text: string
  /** The same with what it is said of, as it stands among what both say to each other. */
  inThread: string
  /** What belongs to the field; undefined where nobody could be asked about it. */
  extent: Extent | undefined
  /** `2026-12-15`. */
  dueOn: string
}

/**
 * Keeps what those who were asked say against an amendment of theirs that still stands; saying it again replaces it. It is said in the
 * thread about the field too, where the office answers: one that goes on, or a new one, which whoever amended looks after. Such a new
 * one opens nothing of the form: that is done by the office, when it asks. Comes back with the thread; false where nothing stands.
 */
export async function objectToAmendment(db: Db, objection: Objection): Promise<{ query: number | null } | false> {
  const { id, participantId, editorId, text, inThread, extent, dueOn } = objection
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ field: string; account: number | null }>`
      update amendment set objection = ${text}, objected_at = now()
      where id = ${id} and participant_id = ${participantId} and undone_state is null
      returning field, account_id as account`.execute(trx)
    const [objected] = rows
    if (objected === undefined) return false
    const query = extent && (await threadOn(trx, { participantId, dueOn, extent, ...objected }))
    if (query !== undefined)
      await say(trx, { id: query, participant: participantId, kind: 'answered', text: inThread, editor: editorId })
    const detail = { amendment: id, ...(query === undefined ? {} : { query }) }
    await sql`insert into audit (action, participant_id, wave_id, detail)
      select 'amendment_objected', p.id, p.wave_id, ${JSON.stringify(detail)}::jsonb from participant p
      where p.id = ${participantId}`.execute(trx)
    return { query: query ?? null }
  })
}

interface Wanted {
  participantId: number
  field: string
  account: number | null
  extent: Extent
  dueOn: string
}

/** The thread that goes on about a field, that on the field itself first; or a new one. */
async function threadOn(trx: Db, { participantId, field, account, extent, dueOn }: Wanted): Promise<number> {
  const open = await sql<{ id: number }>`select id from contact.query
    where participant_id = ${participantId} and closed_at is null and ${field} = any(fields)
    order by (about_kind, about) = ('field', ${field}) desc, id limit 1 for update`.execute(trx)
  const [goesOn] = open.rows
  if (goesOn !== undefined) return goesOn.id
  const { rows } = await sql<{ id: number }>`
    insert into contact.query as q (participant_id, about_kind, about, fields, checks, due_on, account_id)
    values (${participantId}, 'field', ${field}, ${extent.fields}::text[], ${extent.checks}::text[], ${dueOn}::date, ${account})
    on conflict (participant_id, about_kind, about) where closed_at is null do update set due_on = q.due_on
    returning id`.execute(trx)
  const [made] = rows
  if (made === undefined) throw new Error('a thread has a number')
  return made.id
}
