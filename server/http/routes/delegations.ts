import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { progressOf } from '../../../surveys/answer/progress.ts'
import type { RouteContext } from '../../boot/context.ts'
import { delegationKey } from '../../domain/delegation-key.ts'
import { answered } from '../../forms/answered.ts'
import { askColleague, sendsMails } from '../../forms/ask-colleague.ts'
import { delegationsOf, noteDone, revokeDelegation } from '../../store/delegations.ts'
import { lastSaves } from '../../store/drafts.ts'
import { originOf } from '../origin.ts'
import { delegationsHref, hubHref } from '../pages/addresses.ts'
import { delegationsPage } from '../pages/delegations-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

const text = (longest: number) => z.string().max(longest).default('')
const request = z.intersection(
  z.object({ name: text(500), mail: text(500), text: text(20_000), bis: text(50) }),
  z.record(z.string(), z.string()),
)
/** The name of the box of a section, with its id. */
const box = 'abschnitt.'

interface OfOne {
  Params: { id: string }
}

/** Whom somebody asked for some sections of a form: everybody who has its code sees it, asks others, and takes links back. */
export function addDelegationRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, keys, config } = context

  async function showAll(
    request: FastifyRequest,
    reply: FastifyReply,
    said: Parameters<typeof delegationsPage>[2]['said'] = {},
  ) {
    const { guest } = request
    const { visit, visitor, form } = guest
    const [delegations, saves] = await Promise.all([
      delegationsOf(db, visit.participantId),
      lastSaves(db, visit.participantId),
    ])
    const { cells } = answered(guest)
    const page = delegationsPage(form.instrument, visit, {
      ...{ delegations, saves, said },
      progressOf: (id) => progressOf(form.sections.get(id)?.section.questions ?? [], cells),
      origin: originOf(request, config),
      keyOf: ({ salt }) => delegationKey(salt, keys.delegation),
      mails: sendsMails(context, visit),
    })
    return show(request, reply, 'delegations', 'Zuarbeit', page, visitor)
  }

  app.get<{ Querystring: Record<string, unknown> }>('/zuarbeit', (request, reply) => {
    const { neu, zurueck } = request.query
    const notice =
      neu === 'mail'
        ? 'Die E-Mail mit dem Link ist unterwegs.'
        : neu === 'link'
          ? 'Der Link ist gemacht. Bitte geben Sie ihn der Person, die Sie bitten.'
          : zurueck === 'ja'
            ? 'Der Link ist zurückgenommen und öffnet nichts mehr. Was damit gespeichert wurde, bleibt.'
            : ''
    return showAll(request as FastifyRequest, reply, { notice })
  })

  // Whoever's session has run out gets back what they typed, to send it once more.
  app.post('/zuarbeit', { config: { handlesForeignPosts: true, takesTexts: true } }, async (incoming, reply) => {
    const sent = request.safeParse(incoming.body)
    if (!sent.success) return reply.problem('badForm')
    const { name, mail, text: said, bis: due, ...boxes } = sent.data
    const sections = Object.keys(boxes).flatMap((one) => (one.startsWith(box) ? [one.slice(box.length)] : []))
    const typed = { name, mail, said, due, sections }
    if (!incoming.fromOurPage) {
      const message = 'Es ist noch nichts gemacht. Bitte senden Sie noch einmal ab.'
      return showAll(incoming, reply.code(403), { typed, errors: [{ field: '', message }] })
    }
    const asked = await askColleague(context, incoming.guest, typed)
    if ('problems' in asked) return showAll(incoming, reply.code(422), { typed, errors: asked.problems })
    const way = mail.trim() === '' ? 'link' : 'mail'
    return reply.redirect(`${delegationsHref(incoming.guest.visit)}?neu=${way}#bitte-${asked.made}`, 303)
  })

  app.post<OfOne>('/zuarbeit/:id/zuruecknehmen', async (request, reply) => {
    const { visit } = request.guest
    const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : 0
    const done = await revokeDelegation(db, id, visit.participantId)
    return reply.redirect(`${delegationsHref(visit)}${done ? '?zurueck=ja' : ''}`, 303)
  })

  app.post('/zuarbeit/gesehen', async (request, reply) => {
    const { visit } = request.guest
    await noteDone(db, visit.participantId)
    return reply.redirect(hubHref(visit), 303)
  })
}
