import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { nightlyBackup } from '../backup/nightly.ts'
import type { AppContext } from './context.ts'

const betweenLooks = 60 * 60_000
/** The end of the server waits so long for a backup under way; what is broken off is cleared away by the next. */
const longestEnd = 3_000

/** Looks every hour whether the backup of the night is still missing. */
export function backUpNightly(app: FastifyInstance, context: AppContext): void {
  if (!context.config.nightlyBackup) return
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = nightlyBackup(context, app.log, new Date()).catch((err) => {
      app.log.error({ err }, 'the backup of the night failed')
    })
  }
  const timer = setInterval(look, betweenLooks).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await Promise.race([running, sleep(longestEnd, undefined, { ref: false })])
  })
}
