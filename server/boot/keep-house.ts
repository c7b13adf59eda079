import type { FastifyInstance } from 'fastify'
import type { Db } from '../database/database.ts'
import { forgetAttempts } from '../store/attempts.ts'

const pause = 10 * 60_000

/** Deletes what is kept for minutes only, at the start and from then on; several servers may do it side by side. */
export function keepHouse(app: FastifyInstance, db: Db): void {
  // A hook of Fastify must come back with nothing: what it comes back with is taken for an error.
  const clean = async () => {
    try {
      await forgetAttempts(db)
    } catch (err) {
      app.log.error({ err }, 'what is over could not be deleted')
    }
  }
  const timer = setInterval(clean, pause).unref()
  app.addHook('onReady', clean)
  app.addHook('onClose', async () => clearInterval(timer))
}
