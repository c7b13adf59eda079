import type { FastifyInstance } from 'fastify'
import { nightlyBackup } from '../backup/nightly.ts'
import type { AppContext } from './context.ts'
import { lookHourly } from './look-hourly.ts'

/** Looks every hour whether the backup of the night is still missing. What is broken off is cleared away by the next. */
export function backUpNightly(app: FastifyInstance, context: AppContext): void {
  if (!context.config.nightlyBackup) return
  lookHourly(app, () => nightlyBackup(context, app.log, new Date()), 'the backup of the night failed')
}
