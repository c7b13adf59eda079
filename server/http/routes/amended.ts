import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../boot/context.ts'
import { listAmendments, objectToAmendment } from '../../store/amendments.ts'
import { amendedHref } from '../pages/addresses.ts'
import { amendedPage } from '../pages/amended-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

const longest = 4_000
const form = z.strictObject({
  _csrf: z.string(),
  korrektur: z.coerce.number().int().positive(),
  text: z.string().trim().max(20_000),
})

/** What of a form the office amended, and what those who were asked say against it: also after the Frist. */
export function addAmendedRoutes(app: FastifyInstance, { db, forms }: RouteContext, show: ShowPage): void {
  async function showAll(request: FastifyRequest, reply: FastifyReply, said: Parameters<typeof amendedPage>[3]) {
    const { visit, visitor, form: current } = request.guest
    const amendments = await listAmendments(db, { participantId: visit.participantId })
    const [newest] = amendments
    const { instrument } =
      newest === undefined ? current : await forms.get({ ...visit, surveyVersion: newest.surveyVersion })
    const page = amendedPage(instrument, amendments, visit, said)
    return show(request, reply, 'amended', 'Korrekturen', page, visitor)
  }

  app.get<{ Querystring: Record<string, unknown> }>('/korrekturen', (request, reply) =>
    showAll(request as FastifyRequest, reply, {
      notice: request.query.widersprochen === 'ja' ? 'Ihr Widerspruch ist gespeichert.' : '',
    }),
  )

  app.post('/korrekturen', async (request, reply) => {
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { korrektur: id, text } = sent.data
    const message =
      text === ''
        ? 'Bitte schreiben Sie, was nicht stimmt.'
        : text.length > longest
          ? `Bitte schreiben Sie höchstens ${longest} Zeichen.`
          : ''
    if (message !== '')
      return showAll(request, reply.code(400), {
        typed: { id, text },
        errors: [{ field: `widerspruch-${id}`, message }],
      })
    const { participantId } = request.guest.visit
    if (!(await objectToAmendment(db, { id, participantId, text }))) return reply.problem('notFound')
    return reply.redirect(`${amendedHref(request.guest.visit)}?widersprochen=ja`, 303)
  })
}
