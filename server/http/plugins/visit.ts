import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ResendPage, Visitor } from '../../../views/page-data/form-pages.ts'
import type { RouteContext } from '../../boot/context.ts'
import { type AtWork, findAtWork } from '../../forms/at-work.ts'
import type { Late } from '../../forms/park.ts'
import { loginHref, type Place, safeReturn } from '../pages/addresses.ts'
import { visitorOf } from '../pages/frame.ts'
import { asksForJson } from './json-routes.ts'
import { noStore } from './security.ts'
import type { ShowPage } from './show-page.ts'
import { typedFields } from './typed-fields.ts'

/** A visitor of a form, with the form. */
export interface Guest extends AtWork {
  visitor: Visitor
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever is logged in. Set on all pages below /erhebung before their handlers run. */
    guest: Guest
  }
  interface FastifyContextConfig {
    /** The route is also for whoever's session has run out, and keeps what they sent from our page. */
    keepsWhatIsLate?: boolean
  }
}

/**
 * Lets only those in who have given the code of the form that the address names; everybody else is asked for it and comes
 * back to the same place. The address alone says which form is meant, so what a tab sends can land in no other.
 */
export function requireGuest(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  app.addHook<{ Params: Place }>('preHandler', async (request, reply) => {
    noStore(reply)
    const found = await findAtWork(context, request.browserToken, request.params)
    const { keepsWhatIsLate = false, handlesForeignPosts = false } = request.routeOptions.config
    const isLetIn = found?.visit.alive || (found?.visit.dismissed === false && request.fromOurPage && keepsWhatIsLate)
    if (found !== undefined && isLetIn) {
      request.guest = { ...found, visitor: visitorOf(found) }
      return
    }
    // No page can hold a file; it is still where it was taken from.
    const mayAskAgain = handlesForeignPosts && !request.isMultipart?.()
    return mayAskAgain ? askAgain(request, reply, show) : askForCode(request, reply)
  })
}

/** Asks for the code of the form, and says whether what was sent too late is kept until then. */
export function askForCode(request: FastifyRequest, reply: FastifyReply, late?: Exclude<Late, 'lost'>): FastifyReply {
  const login = loginHref(safeReturn(request.url.split('?')[0]))
  if (asksForJson(request)) return reply.code(401).send({ login, parked: late !== undefined })
  // After the Frist there is nothing left to take over.
  const kept = request.guest?.visit.open === false ? 'frist' : 'ja'
  return reply.redirect(late === 'kept' ? `${login}&aufbewahrt=${kept}` : login, 303)
}

/** What was typed goes back to where it came from: nobody is logged in who could save it, and nothing is lost. */
export async function askAgain(request: FastifyRequest, reply: FastifyReply, show: ShowPage): Promise<FastifyReply> {
  return asksForJson(request)
    ? askForCode(request, reply)
    : show(request, reply.code(403), 'resend', 'Noch nicht gespeichert', resendPage(request))
}

function resendPage(request: FastifyRequest): ResendPage {
  const { url, params } = request
  return {
    action: url,
    login: loginHref(safeReturn(url)),
    unit: (params as Place).unit,
    byLink: false,
    fields: typedFields(request),
  }
}
