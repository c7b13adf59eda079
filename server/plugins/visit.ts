import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from '../../views/pages.ts'
import type { RouteContext } from '../context.ts'
import { hashToken } from '../domain/session-token.ts'
import type { Form } from '../form.ts'
import { loginHref, safeReturn } from '../pages/addresses.ts'
import { visitorOf } from '../pages/frame.ts'
import { findVisit, touchSession, type Visit } from '../store/visits.ts'
import { asksForJson } from './problem-pages.ts'
import { noStore } from './security.ts'

/** A visitor of a form, with the form. */
export interface Guest {
  visit: Visit
  form: Form
  visitor: Visitor
  around: { gkz: string; register: Awaited<ReturnType<RouteContext['register']>> }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever is logged in. Set on all pages below /erhebung before their handlers run. */
    guest: Guest
  }
  interface FastifyContextConfig {
    /** The route keeps what arrives after the session has ended. */
    parks?: (request: FastifyRequest, guest: Guest) => Promise<void>
  }
}

export async function readGuest(request: FastifyRequest, context: RouteContext): Promise<Guest | undefined> {
  if (request.browserToken === '') return undefined
  const tokenHash = hashToken(request.browserToken)
  const visit = await findVisit(context.pool, tokenHash)
  if (visit === undefined) return undefined
  if (visit.alive && visit.stale) visit.secondsLeft = await touchSession(context.pool, tokenHash)
  const [form, register] = await Promise.all([context.forms.get(visit), context.register()])
  const kommune = register.gemeinden.get(visit.gkz)?.name ?? visit.gkz
  return {
    visit,
    form,
    visitor: visitorOf(visit, form.instrument.title, kommune),
    around: { gkz: visit.gkz, register },
  }
}

/** Lets only the guests of a wave in; everybody else is asked for the code and comes back to the same place. */
export function requireGuest(app: FastifyInstance, context: RouteContext): void {
  app.addHook<{ Params: { wave: string } }>('preHandler', async (request, reply) => {
    noStore(reply)
    const guest = await readGuest(request, context)
    if (guest === undefined) return askForCode(request, reply, false)
    if (!guest.visit.alive) {
      const park =
        request.fromOurPage && guest.visit.wave === request.params.wave ? request.routeOptions.config.parks : undefined
      await park?.(request, guest)
      return askForCode(request, reply, park !== undefined)
    }
    if (guest.visit.wave !== request.params.wave) return reply.problem('otherWave')
    request.guest = guest
  })
}

function askForCode(request: FastifyRequest, reply: FastifyReply, parked: boolean) {
  const login = loginHref(safeReturn(request.url.split('?')[0]))
  if (asksForJson(request)) return reply.code(401).send({ login, parked })
  return reply.redirect(parked ? `${login}&aufbewahrt=ja` : login, 303)
}
