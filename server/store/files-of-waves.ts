import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { LoggedEntry } from './log-entries.ts'

/** Files that hold what people wrote; a codebook does not. */
const withTexts = ['antworten', 'anmerkungen', 'panel']

/** The files that left with answers of some waves, from one time to another: they may hold what was erased since. */
export async function filesOfWaves(
  db: Db,
  { waves, since, until }: { waves: readonly string[]; since: Date; until: Date },
): Promise<LoggedEntry[]> {
  return db
    .selectFrom('audit')
    .leftJoin('staff.account as who', 'who.id', 'audit.account_id')
    .select(['audit.id', 'audit.at', 'audit.action', 'audit.wave_id as wave', 'audit.detail', 'who.name as who'])
    .select((['whom', 'file', 'said', 'unit', 'hash'] as const).map((name) => sql<string | null>`null`.as(name)))
    .select(sql<number | null>`null`.as('number'))
    .where('audit.action', 'in', ['download', 'export'])
    .where('audit.at', '>=', since)
    .where('audit.at', '<=', until)
    .where(sql<boolean>`audit.detail ->> 'file' = any(${withTexts})`)
    .where(sql<boolean>`(audit.wave_id = any(${[...waves]}) or audit.detail -> 'waves' ?| ${[...waves]})`)
    .orderBy('audit.at')
    .execute()
}
