import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { listStaffEvents } from '../../../store/staff-audit.ts'
import { logHref } from '../../pages/intern/addresses.ts'
import { leavings, logEntry } from '../../pages/intern/log-entry.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const perPage = 50

/** What staff and commands did, above all what was downloaded. */
export function addLogRoutes(app: FastifyInstance, { db }: RouteContext, show: ShowPage): void {
  app.get<{ Querystring: Record<string, unknown> }>(
    logHref,
    { config: { right: 'audit.read' } },
    async (request, reply) => {
      const { nur, vor } = request.query
      const downloadsOnly = nur === 'downloads'
      const found = await listStaffEvents(db, {
        ...(downloadsOnly ? { action: leavings } : {}),
        ...(typeof vor === 'string' && /^\d{1,15}$/.test(vor) ? { before: Number(vor) } : {}),
        limit: perPage + 1,
      })
      const shown = found.slice(0, perPage)
      const earlierHref =
        found.length > perPage ? `${logHref}?${downloadsOnly ? 'nur=downloads&' : ''}vor=${shown.at(-1)?.id}` : ''
      return show(request, reply, 'intern/log', 'Protokoll', {
        entries: shown.map(logEntry),
        downloadsOnly,
        earlierHref,
      })
    },
  )
}
