import { type Kysely, sql } from 'kysely'

/**
 * The numbers of computations are logged, though their table is not. PostgreSQL 15 copies nothing of an unlogged sequence to the disk of a
 * standby until its next restartpoint: on one that takes over sooner, no computation could be asked for ('bad magic number in sequence').
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter sequence computation_id_seq set logged`.execute(db)
}
