import { delegationMail } from '../mail/send-delegation.ts'
import { mailing } from '../mail/send-mailing.ts'
import type { JobKind } from './job.ts'

/** All kinds of work that are done in their turn, by the name that a job has in the database. */
export const jobKinds: Record<string, JobKind> = {
  mail: mailing,
  delegation: delegationMail,
}

/** A job of a kind that this version does not know is shown by its name. */
export const jobLabel = (kind: string): string => jobKinds[kind]?.label ?? kind
