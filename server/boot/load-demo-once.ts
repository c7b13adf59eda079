import type { Io } from '../commands/io.ts'
import { inTurn } from '../database/in-turn.ts'
import { loadDemo } from '../demo/load.ts'
import type { OpenContext } from './open.ts'

const demoLock = 1_398_032_709

/** Two servers that start together on a new database load it once: the second waits, and finds it done. */
export async function loadDemoOnce(context: OpenContext, io: Io): Promise<void> {
  await inTurn(context.pool.options.connectionString, demoLock, async () => {
    if (!(await context.isStillNew())) return
    await loadDemo(context, io.tell)
    await context.markUsed()
  })
}
