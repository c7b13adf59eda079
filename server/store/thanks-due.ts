import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { addressUnit } from './asked-unit.ts'
import { noteStaff } from './staff-audit.ts'

interface ThanksDue {
  wave: string
  participants: number[]
  /** The newest submission among them. */
  newest: number
}

/**
 * Who submitted since its wave thanks by itself, was invited by mail, has an address, and was not thanked for this receipt; by
 * wave. What is looked for here needs no word in the transaction of a submission.
 */
export async function thanksDue(db: Db): Promise<ThanksDue[]> {
  const { rows } = await sql<ThanksDue>`
    select w.id as wave, array_agg(p.id order by p.id) as participants, max(s.id) as newest
    from wave w join participant p on p.wave_id = w.id
    join lateral (select id, receipt, submitted_at from submission
      where participant_id = p.id order by revision desc limit 1) s on s.submitted_at >= w.thanks_since
    where not w.test and p.pseudonym is null
      and exists (select from contact.address a where a.unit = ${sql.raw(addressUnit)} and a.until is null and a.mail <> '')
      and exists (select from contact.dispatch d where d.participant_id = p.id and d.way = 'mail'
        and d.template in ('einladung', 'neuer-zugangscode') and d.state in ('sent', 'uncertain'))
      and not exists (select from contact.dispatch d where d.participant_id = p.id and d.template = 'dank' and d.key = s.receipt)
    group by w.id`.execute(db)
  return rows
}

/** Says whether a wave thanks by itself: for what comes in from now on, or not at all. */
export async function setThanks(trx: Db, wave: string, on: boolean, accountId?: number): Promise<void> {
  const since = on ? sql<Date>`coalesce(thanks_since, now())` : null
  await trx.updateTable('wave').set({ thanks_since: since }).where('id', '=', wave).execute()
  await noteStaff(trx, { action: 'wave_thanks_set', accountId, wave, detail: { on } })
}
