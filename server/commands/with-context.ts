import type { OpenContext, OpenOptions } from '../boot/open.ts'
import type { Io } from './io.ts'

/**
 * Opens what commands work on and closes it whatever happens, also when Ctrl-C ends the command: a transaction that
 * has begun is then rolled back. Statements may take as long as they need.
 */
export async function withContext<T>(
  io: Io,
  options: OpenOptions,
  work: (context: OpenContext) => Promise<T>,
): Promise<T> {
  const { openContext } = await import('../boot/open.ts')
  const context = await openContext({
    env: io.env,
    onProgress: io.tell,
    statementTimeout: 0,
    idleInTransactionTimeout: 0,
    ...options,
  })
  const stop = () => void context.close().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await settleUnlessFirst(context)
    return await work(context)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await context.close()
  }
}

/** Who works with a new database by commands wants no demo world added to it later. */
async function settleUnlessFirst(context: OpenContext): Promise<void> {
  if (context.isNewEmbedded) await context.markUsed()
}
