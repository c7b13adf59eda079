import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

interface Returned {
  messageIds: readonly string[]
  recipient: string
  reason: string
}

/** Marks the mail that came back, by its Message-ID, else the newest to that address; comes back with whose it was. */
export async function markReturned(db: Db, { messageIds, recipient, reason }: Returned): Promise<string | undefined> {
  const { rows } = await sql<{ unit: string }>`
    with meant as (
      select id from contact.dispatch
      where way = 'mail' and state in ('sent', 'uncertain', 'returned')
        and (message_id = any(${[...messageIds]}) or (${recipient} <> '' and lower(recipient) = ${recipient}))
      order by message_id = any(${[...messageIds]}) desc, tried_at desc nulls last, id desc limit 1)
    update contact.dispatch d set state = 'returned', problem = ${reason}, returned_at = coalesce(returned_at, now())
    from meant, participant p where d.id = meant.id and p.id = d.participant_id returning p.unit`.execute(db)
  return rows[0]?.unit
}
