import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import type { RouteContext } from '../../boot/context.ts'
import { answered } from '../../forms/answered.ts'
import { checkPageId } from '../../forms/form.ts'
import { saveReasons } from '../../forms/save-reasons.ts'
import { saveSection } from '../../forms/save-section.ts'
import { whyUnsaved } from '../../forms/unsaved.ts'
import { saves } from '../../metrics/counts.ts'
import { namedProblems, savedFields } from '../pages/saved-fields.ts'
import { savedReasons } from '../pages/saved-reasons.ts'
import type { Cookies } from '../plugins/cookie.ts'
import { forScripts } from '../plugins/json-routes.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { receivePage, receiveSection, receivesTyped, type SectionAddress } from './receive-section.ts'

/** What the scripts of pages send while somebody types: saved like any page, and answered with what may read differently now. */
export function addAutosaveRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  addSectionAutosave(app, context, cookies, show)
  const isRefused = refuser(context, cookies)

  app.post('/pruefen', { constraints: forScripts, config: receivesTyped }, async (request, reply) => {
    const received = await receivePage(request, reply, context, show, checkPageId)
    if ('answered' in received) return received.answered
    const { guest } = request
    const { page } = received
    if (await isRefused(request, reply, checkPageId, page)) return reply
    const outcome = await saveReasons(context.pool, guest, page)
    return reply.send(savedReasons(guest, page, outcome, answered(guest, outcome.raw)))
  })
}

/** The same of sections alone. */
export function addSectionAutosave(
  app: FastifyInstance,
  context: RouteContext,
  cookies: Cookies,
  show: ShowPage,
): void {
  const isRefused = refuser(context, cookies)

  app.post<{ Params: SectionAddress }>(
    '/abschnitt/:section',
    { constraints: forScripts, config: receivesTyped },
    async (request, reply) => {
      const received = await receiveSection(request, reply, context, show)
      if ('answered' in received) return received.answered
      const { guest } = request
      const { shown, page } = received
      if (await isRefused(request, reply, shown.section.id, page)) return reply
      const { outcome } = await saveSection(context.pool, guest, shown, page)
      return reply.send(savedFields(guest, shown, page, outcome))
    },
  )
}

const refuser =
  ({ db }: Pick<RouteContext, 'db'>, cookies: Cookies) =>
  async (request: FastifyRequest, reply: FastifyReply, id: string, page: SubmittedPage): Promise<boolean> => {
    // After a new login in another tab the script sends the same once more, with the token of this session.
    if (!request.fromOurPage) {
      saves.add('refused')
      reply.code(403).send({ csrf: request.browserToken === '' ? '' : cookies.formToken(request) })
      return true
    }
    const unsaved = await whyUnsaved(db, request.guest, id, page)
    if (unsaved === undefined) return false
    saves.add('refused')
    const { status, message, errors, kept } = unsaved
    reply.code(status).send({ message, problems: namedProblems(errors), kept })
    return true
  }
