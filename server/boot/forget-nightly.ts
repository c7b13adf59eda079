import type { FastifyInstance } from 'fastify'
import { nightlyRetention } from '../retention/run.ts'
import type { AppContext } from './context.ts'
import { lookHourly } from './look-hourly.ts'

/** Deletes each night what was kept long enough; where that was missed, as after a restore, before the first request. */
export function forgetNightly(app: FastifyInstance, context: AppContext): void {
  const look = () => nightlyRetention(context, app.log, new Date())
  app.addHook('onReady', lookHourly(app, look, 'what was kept long enough could not be deleted'))
}
