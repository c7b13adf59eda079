import type { Db } from '../database/database.ts'
import { findJobFor, retryJob, stopJob } from '../store/jobs.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { jobKinds } from './kinds.ts'

/** Stops a job that has not ended; false where it has. */
export async function stopByHand(db: Db, id: number, accountId: number | undefined): Promise<boolean> {
  const job = await findJobFor(db, id, accountId)
  if (job === undefined || !(await stopJob(db, id))) return false
  await jobKinds[job.kind]?.stopped?.(db, id)
  await note(db, { action: 'job_stopped', id, wave: job.wave, accountId })
  return true
}

/** Tries a job again that has failed, if that does no harm. */
export async function retryByHand(db: Db, id: number, accountId: number | undefined): Promise<boolean> {
  const job = await findJobFor(db, id, accountId)
  if (job === undefined || jobKinds[job.kind]?.mayRetry !== true || !(await retryJob(db, id))) return false
  await note(db, { action: 'job_retried', id, wave: job.wave, accountId })
  return true
}

async function note(
  db: Db,
  { action, id, wave, accountId }: { action: string; id: number; wave: string | null; accountId: number | undefined },
): Promise<void> {
  await noteStaff(db, { action, accountId, ...(wave === null ? {} : { wave }), detail: { job: id } })
}
