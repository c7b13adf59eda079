import pg from 'pg'
import type { Io } from '../commands/io.ts'
import { loadDemo } from '../demo/load.ts'
import type { OpenContext } from './open.ts'

const demoLock = 1_398_032_709

/** Two servers that start together on a new database load it once: the second waits, and finds it done. */
export async function loadDemoOnce(context: OpenContext, io: Io): Promise<void> {
  const turn = new pg.Client({ connectionString: context.pool.options.connectionString })
  await turn.connect()
  try {
    await turn.query('select pg_advisory_lock($1)', [demoLock])
    if (!(await context.isStillNew())) return
    await loadDemo(context, io.tell)
    await context.markUsed()
  } finally {
    await turn.end()
  }
}
