import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { objectionWords } from '../../amendments/amendment-words.ts'
import type { RouteContext } from '../../boot/context.ts'
import { extentOf } from '../../queries/extent.ts'
import { listAmendments } from '../../store/amendments.ts'
import { objectToAmendment } from '../../store/objections.ts'
import { dayFromToday } from '../../store/waves.ts'
import { amendedHref, queryHref } from '../pages/addresses.ts'
import { amendedPage } from '../pages/amended-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

const longest = 4_000
const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const form = z.strictObject({
  _csrf: z.string(),
  korrektur: number,
  text: z.string().trim().max(20_000),
})

/** Those who object expect to hear of it by then. */
const usualDays = 14

/** What of a form the office amended, and what those who were asked say against it: also after the Frist. */
export function addAmendedRoutes(app: FastifyInstance, { db, forms }: RouteContext, show: ShowPage): void {
  async function find({ visit, form: current }: FastifyRequest['guest']) {
    const amendments = await listAmendments(db, { participantId: visit.participantId })
    const [newest] = amendments
    const { instrument } =
      newest === undefined ? current : await forms.get({ ...visit, surveyVersion: newest.surveyVersion })
    return { amendments, instrument }
  }

  async function showAll(request: FastifyRequest, reply: FastifyReply, said: Parameters<typeof amendedPage>[3]) {
    const { visit, visitor } = request.guest
    const { amendments, instrument } = await find(request.guest)
    const page = amendedPage(instrument, amendments, visit, said)
    return show(request, reply, 'amended', 'Korrekturen', page, visitor)
  }

  app.get<{ Querystring: Record<string, unknown> }>('/korrekturen', (request, reply) => {
    const said = number.safeParse(request.query.widersprochen)
    return showAll(
      request as FastifyRequest,
      reply,
      said.success
        ? {
            notice: 'Ihr Widerspruch ist gespeichert.',
            threadHref: said.data === 0 ? '' : queryHref(request.guest.visit, said.data),
          }
        : {},
    )
  })

  // Whoever's session has run out gets back what they typed, to send it once more.
  app.post('/korrekturen', { config: { handlesForeignPosts: true } }, async (request, reply) => {
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { korrektur: id, text } = sent.data
    const refuse = (status: number, message: string, field = `widerspruch-${id}`) =>
      showAll(request, reply.code(status), { typed: { id, text }, errors: [{ field, message }] })
    if (!request.fromOurPage) return refuse(403, 'Bitte senden Sie den Widerspruch noch einmal ab.')
    if (text === '') return refuse(400, 'Bitte schreiben Sie, was nicht stimmt.')
    if (text.length > longest) return refuse(400, `Bitte schreiben Sie höchstens ${longest} Zeichen.`)
    const { visit } = request.guest
    const { amendments, instrument } = await find(request.guest)
    const one = amendments.find((amendment) => amendment.id === id)
    if (one === undefined) return reply.problem('notFound')
    const { participantId, editorId } = visit
    const done = await objectToAmendment(db, {
      ...{ id, participantId, editorId, text },
      inThread: objectionWords(one, text, instrument),
      extent: extentOf({ kind: 'field', name: one.field }, instrument),
      dueOn: await dayFromToday(db, usualDays),
    })
    if (!done) return refuse(409, 'Diese Korrektur ist inzwischen zurückgenommen.', '')
    return reply.redirect(`${amendedHref(visit)}?widersprochen=${done.query ?? 0}`, 303)
  })
}
