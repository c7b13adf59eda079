import type { FastifyInstance } from 'fastify'
import type { Db } from '../../database/database.ts'
import { settingsOff } from '../../database/durable.ts'
import { isOfForm, showLater } from './show-later.ts'
import type { ShowPage } from './show-page.ts'

/**
 * Looks again and again whether the database still writes so that a cut of the power takes nothing away. While it does not,
 * nothing that anybody sends is taken; all goes on by itself once it does. Comes back with the settings that are off.
 */
export function watchDurability(
  app: FastifyInstance,
  db: Db,
  show: ShowPage,
  betweenLooks: number,
): () => readonly string[] {
  let off: readonly string[] = []
  async function look(): Promise<void> {
    // That it does not answer at all is told by those who ask it for something.
    const found = await settingsOff(db).catch(() => off)
    if (found.join() === off.join()) return
    off = found
    if (off.length > 0) app.log.error({ off }, 'the database no longer writes durably: nothing is taken')
    else app.log.warn('the database writes durably again: all goes on')
  }
  const timer = setInterval(look, betweenLooks).unref()
  app.addHook('onClose', async () => clearInterval(timer))
  app.addHook('preHandler', async (request, reply) => {
    if (off.length === 0 || request.method === 'GET' || request.method === 'HEAD') return
    return isOfForm(request) ? showLater(request, reply, 'notDurable', show) : reply.problem('notDurable')
  })
  return () => off
}
