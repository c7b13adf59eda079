import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Which entries of the log are wanted: of some actions, of one account, wave or day, from before or after an entry on. */
export interface Wanted {
  actions?: readonly string[] | undefined
  /** What is noted of forms, instead of all else. */
  respondents?: boolean
  account?: string | undefined
  wave?: string | undefined
  /** `2026-11-29`, in Berlin. */
  day?: string | undefined
  /** What one did, and what staff did with it, whatever is of respondents. */
  participant?: number | undefined
  before?: number | undefined
  limit: number
}

/** What one did itself stands in a column, what was done with it in the detail. */
const concerned = sql<number>`coalesce(audit.participant_id, (audit.detail ->> 'participant')::bigint)`

export type LoggedEntry = Awaited<ReturnType<typeof listLogEntries>>[number]

/** What was done, the newest first, with what stands beside it and where it is sealed. */
export async function listLogEntries(
  db: Db,
  { actions, respondents = false, account, wave, day, participant, before, limit }: Wanted,
) {
  return db
    .selectFrom('audit')
    .leftJoin('staff.account as who', 'who.id', 'audit.account_id')
    .leftJoin('staff.account as whom', (join) =>
      join.on('whom.id', '=', sql<number>`(audit.detail ->> 'account')::bigint`),
    )
    .leftJoin('import_batch as batch', (join) =>
      join.on('batch.id', '=', sql<number>`(audit.detail ->> 'batch')::bigint`),
    )
    .leftJoin('participant', (join) => join.on('participant.id', '=', concerned))
    .leftJoin('audit_aside as aside', 'aside.audit_id', 'audit.id')
    .leftJoin('audit_seal as seal', 'seal.audit_id', 'audit.id')
    .select(['audit.id', 'audit.at', 'audit.action', 'audit.wave_id as wave', 'audit.detail'])
    .select(['who.name as who', 'whom.name as whom', 'batch.file_name as file', 'aside.said', 'participant.unit'])
    .select(['seal.number', sql<string | null>`encode(seal.hash, 'hex')`.as('hash')])
    .$if(participant === undefined, (query) => query.where('audit.participant_id', respondents ? 'is not' : 'is', null))
    .$if(participant !== undefined, (query) =>
      query.where(sql<boolean>`audit.id in (select id from audit where participant_id = ${participant} union all
        select id from audit where detail ? 'participant' and (detail ->> 'participant')::bigint = ${participant})`),
    )
    .$if(actions !== undefined, (query) => query.where('audit.action', 'in', [...(actions ?? [])]))
    .$if(account !== undefined, (query) => query.where('who.name', '=', account ?? ''))
    .$if(wave !== undefined, (query) =>
      query.where(sql<boolean>`(audit.wave_id = ${wave} or audit.detail -> 'waves' ? ${wave})`),
    )
    .$if(day !== undefined, (query) =>
      query.where(sql<boolean>`audit.at >= ${day}::timestamp at time zone 'Europe/Berlin'
        and audit.at < (${day}::timestamp + interval '1 day') at time zone 'Europe/Berlin'`),
    )
    .$if(before !== undefined, (query) => query.where('audit.id', '<', before ?? 0))
    .orderBy('audit.id', 'desc')
    .limit(limit)
    .execute()
}
