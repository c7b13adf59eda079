import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../../boot/context.ts'
import { mayUse, type Right } from '../../domain/rights.ts'
import { hashToken } from '../../domain/session-token.ts'
import { type StaffMember, visitOfStaff } from '../../store/staff-sessions.ts'
import { isStaffAddress, passwordHref, safeStaffReturn, signInHref, withNext } from '../pages/intern/addresses.ts'
import { asksForJson } from './json-routes.ts'
import { noStore } from './security.ts'

/** A page below /intern, or what it sends. */
interface StaffRoute {
  method: string
  url: string
  right: Right | 'anyone'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who of the staff is logged in. Set on all routes that ask for a right before their handlers run. */
    staff: StaffMember
  }
  interface FastifyContextConfig {
    /** Who may come in: whoever has this right. `anyone` is for the login alone. */
    right?: Right | 'anyone'
  }
  interface FastifyInstance {
    /** All routes below /intern. */
    staffRoutes: StaffRoute[]
  }
}

/**
 * Lets only those of the staff in who have the right that a route names. A route below /intern that names none keeps the
 * application from starting, so none can be forgotten.
 */
export function guardStaff(app: FastifyInstance, { db }: AppContext): void {
  app.decorate('staffRoutes', [])
  app.decorateRequest('staff')

  app.addHook('onRoute', ({ method, url, config }) => {
    if (!isStaffAddress(url)) return
    const right = config?.right
    if (right === undefined)
      throw new Error(`${method} ${url} names no right: add { config: { right: … } } to the route.`)
    for (const one of [method].flat()) app.staffRoutes.push({ method: one, url, right })
  })

  app.addHook('preHandler', async (request, reply) => {
    const { right } = request.routeOptions.config
    if (right === undefined) return
    noStore(reply)
    if (right === 'anyone') return
    const member = request.staffToken === '' ? undefined : await visitOfStaff(db, hashToken(request.staffToken))
    if (member === undefined) {
      if (asksForJson(request)) return reply.code(401).send({ login: signInHref })
      return reply.redirect(withNext(signInHref, request.method === 'GET' ? safeStaffReturn(request.url) : ''), 303)
    }
    request.staff = member
    if (!mayUse(member, right)) return reply.problem('notAllowed')
    if (member.passwordInitial && right !== 'account.own') return reply.redirect(passwordHref, 303)
  })
}
