import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import type { RouteContext } from '../../boot/context.ts'
import { type DelegateAtWork, findDelegateAtWork } from '../../forms/delegate-at-work.ts'
import { park } from '../../forms/park.ts'
import { saves } from '../../metrics/counts.ts'
import type { DelegateVisit } from '../../store/delegate-visit.ts'
import { delegateHref } from '../pages/addresses.ts'
import { becameOf, delegationEndedPage, endedWords, keepsLate } from '../pages/delegation-ended-page.ts'
import { delegateVisitor } from '../pages/frame.ts'
import { asksForJson } from './json-routes.ts'
import { noStore } from './security.ts'
import type { ShowPage } from './show-page.ts'
import { typedFields } from './typed-fields.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The colleague who was let in by a link. Set on all pages below /zuarbeit/:delegation before their handlers run. */
    delegate: DelegateVisit
  }
}

interface Asked {
  delegation: string
  section?: string
}

const numberIn = (id: string) => (/^\d{1,15}$/.test(id) ? Number(id) : 0)

/**
 * Lets only those in whom the link has let in that the address names, and as long as it does. Whatever they are shown then is a form
 * that has no more than their sections; other pages of a form know nothing of their sessions.
 */
export function requireDelegate(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  app.addHook<{ Params: Asked }>('preHandler', async (request, reply) => {
    noStore(reply)
    const found = await findDelegateAtWork(context, request.delegateToken, numberIn(request.params.delegation))
    if (found === undefined) return askForLink(request, reply, show)
    if (found.visit.state !== 'open') return sayEnded(request, reply, found)
    if (!found.visit.alive) return askForLink(request, reply, show)
    request.guest = { ...found, visitor: delegateVisitor(found) }
    request.delegate = found.visit
  })

  /** The link opens nothing any more. What was sent all the same is shown, and kept for whoever answers unless the link was taken back. */
  async function sayEnded(request: FastifyRequest<{ Params: Asked }>, reply: FastifyReply, found: DelegateAtWork) {
    const { section = '' } = request.params
    const page = request.method === 'POST' ? found.form.readers.get(section)?.(request.body) : undefined
    const isKept = page !== undefined && (await keep(request, found, section, page))
    if (page !== undefined) saves.add('refused')
    if (asksForJson(request))
      return reply
        .code(409)
        .send({ message: `${endedWords(found.visit)} ${becameOf(isKept)}`, problems: [], kept: isKept })
    const shown = delegationEndedPage(found, page?.typed ?? {}, page === undefined ? undefined : isKept)
    return show(
      request as FastifyRequest,
      reply.code(page === undefined ? 410 : 409),
      'delegation-ended',
      shown.heading,
      shown,
    )
  }

  async function keep(request: FastifyRequest, found: DelegateAtWork, section: string, page: SubmittedPage) {
    if (!keepsLate(found.visit) || !request.fromOurPage) return false
    return (await park(context.db, found, section, page)) !== 'lost'
  }
}

/** Asks for the link; what was typed goes back to where it came from. */
function askForLink(request: FastifyRequest<{ Params: Asked }>, reply: FastifyReply, show: ShowPage) {
  if (asksForJson(request)) return reply.code(401).send({ login: delegateHref, parked: false })
  if (request.method === 'POST' && request.routeOptions.config.handlesForeignPosts) {
    const page = { action: request.url, login: delegateHref, unit: '', byLink: true, fields: typedFields(request) }
    return show(request as FastifyRequest, reply.code(403), 'resend', 'Noch nicht gespeichert', page)
  }
  return reply.redirect(`${delegateHref}?sitzung=beendet`, 303)
}
