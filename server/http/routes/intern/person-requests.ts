import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readDay } from '../../../../surveys/reading/typed-date.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import { isRequestKind } from '../../../persons/request-kinds.ts'
import { searchFault } from '../../../persons/search-terms.ts'
import { addRequest, listRequests } from '../../../store/person-requests.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { personHref, personsHref } from '../../pages/intern/addresses.ts'
import { personRequestsPage } from '../../pages/intern/person-requests-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'person.manage' } } as const
const form = z.strictObject({
  _csrf: z.string(),
  art: z.string().max(40).default(''),
  eingang: z.string().max(40),
  suche: z.string().trim().max(500),
})

/** What persons ask about their data: the list with its clock, and a new request. */
export function addPersonRequestsRoutes(app: FastifyInstance, { db }: RouteContext, show: ShowPage): void {
  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: { kind: string; received: string; searched: string },
    errors: { field: string; message: string }[],
  ) {
    const page = personRequestsPage(await listRequests(db), typed, errors)
    return show(request, reply, 'intern/person-requests', 'Personen', page)
  }

  app.get(personsHref, right, (request, reply) =>
    showList(request, reply, { kind: '', received: '', searched: '' }, []),
  )

  app.post(personsHref, right, async (request, reply) => {
    const typed = form.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { art: kind, eingang: received, suche: searched } = typed.data
    const day = readDay(received)
    const receivedOn = day.state === 'given' ? day.value : undefined
    const isPast = receivedOn !== undefined && receivedOn <= berlinDay(new Date())
    const fault = searchFault(searched)
    const errors = [
      ...(isRequestKind(kind) ? [] : [{ field: 'art', message: 'Bitte wählen Sie, worum es geht.' }]),
      ...(isPast
        ? []
        : [{ field: 'eingang', message: 'Bitte geben Sie den Tag des Eingangs an, zum Beispiel 24.11.2026.' }]),
      ...(fault === '' ? [] : [{ field: 'suche', message: fault }]),
    ]
    if (!isRequestKind(kind) || receivedOn === undefined || errors.length > 0)
      return showList(request, reply.code(400), { kind, received, searched }, errors)
    const { accountId: by } = request.staff
    const id = await addRequest(db, { kind, receivedOn, searched, by })
    await noteStaff(db, { action: 'person_request_opened', accountId: by, detail: { request: id, kind } })
    return reply.redirect(personHref(id), 303)
  })
}
