import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { listBatches } from '../../../store/import-batches.ts'
import { admindataHref } from '../../pages/intern/addresses.ts'
import { admindataPage } from '../../pages/intern/admindata-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

/** Which administrative figures there are, and from where. */
export function addAdmindataRoutes(app: FastifyInstance, { pool }: RouteContext, show: ShowPage): void {
  app.get(admindataHref, { config: { right: 'admindata.read' } }, async (request, reply) =>
    show(request, reply, 'intern/admindata', 'Verwaltungsdaten', admindataPage(await listBatches(pool))),
  )
}
