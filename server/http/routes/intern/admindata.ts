import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { listBatches } from '../../../store/import-batches.ts'
import { admindataHref } from '../../pages/intern/addresses.ts'
import { admindataPage } from '../../pages/intern/admindata-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const number = z.coerce.number().int().positive().optional().catch(undefined)
const done = z.object({ eingelesen: number, zurueckgenommen: number })

/** Which administrative figures there are, and from where. */
export function addAdmindataRoutes(app: FastifyInstance, { pool }: RouteContext, show: ShowPage): void {
  app.get(admindataHref, { config: { right: 'admindata.read' } }, async (request, reply) => {
    const mayImport = mayUse(request.staff, 'admindata.manage')
    const page = admindataPage(await listBatches(pool), { mayImport, ...done.parse(request.query) })
    return show(request, reply, 'intern/admindata', 'Verwaltungsdaten', page)
  })
}
