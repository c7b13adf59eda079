import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { operatorHref } from '../../pages/intern/addresses.ts'
import { operatorPage } from '../../pages/intern/operator-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

/** What is known of who runs this site, and what is missing. */
export function addOperatorRoute(app: FastifyInstance, { config }: RouteContext, show: ShowPage): void {
  app.get(operatorHref, { config: { right: 'operator.read' } }, (request, reply) =>
    show(request, reply, 'intern/operator', 'Betreiber', operatorPage(config.operator)),
  )
}
