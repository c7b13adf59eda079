import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { recordHref } from '../../pages/intern/addresses.ts'
import { recordPage } from '../../pages/intern/record-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { readSetUp } from './read-set-up.ts'

/** The record of processing, as it is configured. */
export function addRecordRoute(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  app.get(recordHref, { config: { right: 'privacy.read' } }, async (request, reply) => {
    const page = recordPage(await readSetUp(context, context.settingsOff()))
    return show(request, reply, 'intern/record', 'Verzeichnis der Verarbeitung', page)
  })
}
