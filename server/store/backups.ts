import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

type BackupEvent = 'backup_made' | 'backup_verified' | 'backup_failed' | 'backup_restored'

/**
 * Notes in the log what was done with a backup; also in a database that is not on the newest migration. Nothing by anybody's hand
 * is in it.
 */
export async function noteBackup(
  db: Db,
  action: BackupEvent,
  detail: Record<string, unknown>,
  accountId?: number,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ action, account_id: accountId ?? null, detail: JSON.stringify(detail) })
    .execute()
}

/** Notes why the backup of the night failed: beside the entry, since an error may quote what it likes. */
export async function noteFailedBackup(db: Db, reason: string): Promise<void> {
  await sql`with noted as (
      insert into audit (action, detail) values ('backup_failed', '{"nightly": true}') returning id
    )
    insert into audit_aside (audit_id, said) select id, ${reason} from noted`.execute(db)
}

/** When a backup was last made, when one was last verified and of when that one was, and when one failed. */
export interface LastBackups {
  madeAt: Date | null
  verifiedAt: Date | null
  verifiedOf: Date | null
  failedAt: Date | null
  now: Date
}

export async function lastBackups(db: Db): Promise<LastBackups> {
  const { rows } = await sql<LastBackups>`
    select made.at as "madeAt", verified.at as "verifiedAt", (verified.detail ->> 'madeAt')::timestamptz as "verifiedOf",
      failed.at as "failedAt", now() as now
    from (values (1)) one
    left join lateral (select at from audit where action = 'backup_made' and participant_id is null
      order by id desc limit 1) made on true
    left join lateral (select at, detail from audit where action = 'backup_verified' and participant_id is null
      order by id desc limit 1) verified
      on true
    left join lateral (select at from audit where action = 'backup_failed' and participant_id is null
      order by id desc limit 1) failed
      on true`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('the database answers nothing')
  return row
}
