import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { worksFor } from './scopes.ts'

interface Returned {
  messageIds: readonly string[]
  recipient: string
  reason: string
  /** Whoever tells it; undefined: all are meant. */
  accountId: number | undefined
}

/** Marks the mail that came back, by its Message-ID, else the newest to that address; comes back with whose it was. */
export async function markReturned(db: Db, returned: Returned): Promise<string | undefined> {
  const { messageIds, recipient, reason, accountId } = returned
  const { rows } = await sql<{ unit: string }>`
    with meant as (
      select d.id from contact.dispatch d join participant p on p.id = d.participant_id
      where ${sql.raw(worksFor(accountId))} and way = 'mail' and state in ('sent', 'uncertain', 'returned')
        and (message_id = any(${[...messageIds]}) or (${recipient} <> '' and lower(recipient) = ${recipient}))
      order by message_id = any(${[...messageIds]}) desc, tried_at desc nulls last, d.id desc limit 1)
    update contact.dispatch d set state = 'returned', problem = ${reason}, returned_at = coalesce(returned_at, now())
    from meant, participant p where d.id = meant.id and p.id = d.participant_id returning p.unit`.execute(db)
  return rows[0]?.unit
}
