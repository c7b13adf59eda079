import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../boot/context.ts'
import { dismiss, presentFor } from '../../store/sessions.ts'
import { presentHref } from '../pages/addresses.ts'
import { presentPage } from '../pages/present-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

const choice = z.strictObject({ _csrf: z.string(), sitzung: z.union([z.uuid(), z.literal('alle')]) })

/** Who is logged in for a form. Everybody who has its code may end the sessions of the others. */
export function addPresentRoutes(app: FastifyInstance, { db }: Pick<RouteContext, 'db'>, show: ShowPage): void {
  app.get<{ Querystring: Record<string, unknown> }>('/angemeldet', async (request, reply) => {
    const { visit, visitor } = request.guest
    const notice = request.query.beendet === 'ja' ? 'Die Sitzung ist beendet.' : ''
    const page = presentPage(await presentFor(db, visit.participantId), visit, notice)
    return show(request, reply, 'present', 'Wer ist angemeldet?', page, visitor)
  })

  app.post('/angemeldet', async (request, reply) => {
    const { participantId, sessionId } = request.guest.visit
    const sent = choice.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { sitzung } = sent.data
    const done = await dismiss(db, participantId, sitzung === 'alle' ? { allBut: sessionId } : { id: sitzung })
    return reply.redirect(`${presentHref(request.guest.visit)}${done ? '?beendet=ja' : ''}`, 303)
  })
}
