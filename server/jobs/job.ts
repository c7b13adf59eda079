import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import type { Job } from '../store/jobs.ts'

export interface JobContext extends AppContext {
  forms: Forms
}

/** A job while it is done. */
export interface Task {
  context: JobContext
  job: Job
  /** The mark of whoever does it: what is written for it is written while this still holds. */
  holder: string
  /** Ends where the server ends, or the job was stopped or taken over: come back soon, and leave the rest. */
  signal: AbortSignal
  progress(done: number, total: number): Promise<void>
}

/** A kind of work. It may be broken off at any point, and is then begun again: `run` has to bear that. */
export interface JobKind {
  label: string
  /** Whether doing it again after a failure does no harm, so that a click may. */
  mayRetry: boolean
  run(task: Task): Promise<void>
  /** What is left over when somebody stops it. */
  stopped?(db: Db, job: number): Promise<void>
}

/** Not now: the job is to be taken up again at that time. */
export class Later extends Error {
  readonly dueAt: Date
  /** How often it was put off in a row. */
  readonly tries: number

  constructor(sentence: string, dueAt: Date, tries = 0) {
    super(sentence)
    this.dueAt = dueAt
    this.tries = tries
  }
}
