import type { FastifyInstance } from 'fastify'
import { openAndCloseDue } from '../waves/open-and-close-due.ts'
import type { AppContext } from './context.ts'
import { lookHourly } from './look-hourly.ts'

/** Opens and closes waves on the day that was set for it, within an hour after midnight. */
export function openOnTime(app: FastifyInstance, context: AppContext): void {
  const look = () => openAndCloseDue(context, app.log)
  app.addHook('onReady', lookHourly(app, look, 'waves could not be opened or closed on their day'))
}
