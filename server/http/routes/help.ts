import type { FastifyContextConfig, FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { helpAtForm, helpPage } from '../pages/help-page.ts'
import { readCameFrom } from '../pages/help-way.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** The help beside a form, which leads back to the field that somebody comes from. */
export function addHelpRoute(
  app: FastifyInstance,
  { config }: Pick<RouteContext, 'config'>,
  show: ShowPage,
  asked: FastifyContextConfig = {},
): void {
  app.get<{ Querystring: Record<string, unknown> }>('/hilfe', { config: asked }, (request, reply) => {
    const { guest, query } = request
    const page = helpPage(config.contact, helpAtForm(guest, readCameFrom(query)))
    return show(request, reply, 'hilfe', 'Hilfe', page, guest.visitor)
  })
}
