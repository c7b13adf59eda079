import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { mayUse } from '../../domain/rights.ts'
import { atWorkOn } from '../../forms/at-work.ts'
import { officeVisit } from '../../store/office-visit.ts'
import { noteStaff } from '../../store/staff-audit.ts'
import type { Place } from '../pages/addresses.ts'
import { visitorOf } from '../pages/frame.ts'
import { amendHref } from '../pages/intern/addresses.ts'

/** Opens a form for somebody of the office, to be read alone. Each page is noted before it is shown; its own hub tells of it. */
export function requireOffice(app: FastifyInstance, context: RouteContext): void {
  app.addHook<{ Params: Place }>('preHandler', async (request, reply) => {
    const { staff, params } = request
    const visit = await officeVisit(context.db, params, staff)
    if (visit === undefined) return reply.problem('notFound')
    const { participantId: participant, wave } = visit
    // What another process answers is noted there.
    if (!(app.handsOver && request.routeOptions.config.computed))
      await noteStaff(context.db, { action: 'form_seen', accountId: staff.accountId, wave, detail: { participant } })
    const found = await atWorkOn(context, visit)
    const visitor = visitorOf(visit, found.form.instrument, found.around.register)
    const amend = mayUse(staff, 'answers.amend') ? amendHref(wave, visit.unit) : ''
    request.guest = { ...found, visitor: { ...visitor, amend } }
  })
}
