import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { saveSection } from '../../forms/save-section.ts'
import { whyUnsaved } from '../../forms/unsaved.ts'
import { namedProblems, savedFields } from '../pages/saved-fields.ts'
import type { Cookies } from '../plugins/cookie.ts'
import { forScripts } from '../plugins/json-routes.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { receiveSection, receivesTyped, type SectionAddress } from './receive-section.ts'

/** What the script of a form sends while somebody types: saved like any page, and answered with what may read differently now. */
export function addAutosaveRoute(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  app.post<{ Params: SectionAddress }>(
    '/abschnitt/:section',
    { constraints: forScripts, config: receivesTyped },
    async (request, reply) => {
      const received = await receiveSection(request, reply, context, show)
      if ('answered' in received) return received.answered
      const { guest } = request
      const { shown, page } = received
      // After a new login in another tab the script sends the same once more, with the token of this session.
      if (!request.fromOurPage)
        return reply.code(403).send({ csrf: request.browserToken === '' ? '' : cookies.formToken(request) })
      const unsaved = await whyUnsaved(context.db, guest.visit, shown.section.id, page)
      if (unsaved !== undefined) {
        const { status, message, errors, kept } = unsaved
        return reply.code(status).send({ message, problems: namedProblems(errors), kept })
      }
      const { outcome } = await saveSection(context.pool, guest, shown, page)
      return reply.send(savedFields(guest, shown, page, outcome))
    },
  )
}
