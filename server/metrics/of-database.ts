import type { Pool } from 'pg'
import type { Db } from '../database/database.ts'
import { lastBackups } from '../store/backups.ts'
import { countUnsealed } from '../store/log-seals.ts'
import { lastRun } from '../store/retention.ts'
import { readWorkload, type Workload } from '../store/workload.ts'
import { type Family, gauge, gaugeBy } from './family.ts'

export function ofPool({ totalCount, idleCount, waitingCount, options }: Pool): Family[] {
  return [
    gaugeBy('stichtag_pool_connections', 'state', 'Connections of this process to the database.', {
      used: totalCount - idleCount,
      idle: idleCount,
    }),
    gauge('stichtag_pool_connections_max', 'How many connections there may be.', options.max ?? null),
    gauge('stichtag_pool_waiting', 'Requests of this process that wait for a connection.', waitingCount),
  ]
}

/** What is kept in the database, so that each instance tells the same. */
export interface Kept extends Workload {
  backupMade: number | null
  backupVerified: number | null
  retentionRun: number | null
  unsealed: number
}

export async function readKept(db: Db): Promise<Kept> {
  const workload = await readWorkload(db)
  const { madeAt, verifiedAt, now } = await lastBackups(db)
  const age = (at: Date | null | undefined) => (at == null ? null : Math.max(0, now.getTime() - at.getTime()) / 1e3)
  return {
    ...workload,
    backupMade: age(madeAt),
    backupVerified: age(verifiedAt),
    retentionRun: age(await lastRun(db)),
    unsealed: await countUnsealed(db, 'recent'),
  }
}

/** Where the database does not answer, nothing is told of what it keeps. */
export function ofDatabase(kept: Kept | undefined, isDurable: boolean): Family[] {
  const told = [
    gauge('stichtag_database_up', 'Whether the database has answered.', kept === undefined ? 0 : 1),
    gauge('stichtag_database_durable', 'Whether what it stores survives a cut of the power.', isDurable ? 1 : 0),
  ]
  if (kept === undefined) return told
  const { computations, jobs, mails } = kept
  return [
    ...told,
    gaugeBy('stichtag_computations', 'state', 'What is to be computed for readers of pages and files.', computations),
    gauge(
      'stichtag_computation_oldest_seconds',
      'Since when the oldest waits or runs; 0: none.',
      kept.oldestComputation,
    ),
    gaugeBy('stichtag_jobs', 'state', 'Work done in its turn, also what waits for its hour.', jobs),
    gauge('stichtag_job_overdue_seconds', 'For how long work is due that nobody has begun; 0: none.', kept.overdueJob),
    gaugeBy('stichtag_mails', 'state', 'Mails that are not over yet; uncertain: a person has to decide.', mails),
    gauge('stichtag_late_pages', 'Kept because they came late, and not yet decided on.', kept.latePages),
    gauge('stichtag_log_unsealed', 'Entries of the log that are not sealed yet.', kept.unsealed),
    gauge('stichtag_backup_made_age_seconds', 'Since a backup was made last; none: never.', kept.backupMade),
    gauge('stichtag_backup_verified_age_seconds', 'Since one was verified last; none: never.', kept.backupVerified),
    gauge('stichtag_retention_run_age_seconds', 'Since what is due was deleted last; none: never.', kept.retentionRun),
  ]
}
