import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { isRefusal, refusalText } from '../../../persons/grounds.ts'
import { canErase } from '../../../persons/request-kinds.ts'
import { searchFault } from '../../../persons/search-terms.ts'
import { closeRequest, extendRequest, type PersonRequest, setSearched } from '../../../store/person-requests.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { personHref, personStepHref } from '../../pages/intern/addresses.ts'
import type { ShowRequest } from './show-person-request.ts'

const right = { config: { right: 'person.manage' } } as const
const search = z.strictObject({ _csrf: z.string(), suche: z.string().trim().max(500) })
const extension = z.strictObject({ _csrf: z.string(), warum: z.string().trim().max(500) })
const closing = z.strictObject({
  _csrf: z.string(),
  ergebnis: z.string().max(40),
  antwort: z.string().trim().max(2000),
})

interface One {
  Params: { id: string }
  Querystring: Record<string, unknown>
}

/** One request of a person: what is looked for, its clock, and what became of it. */
export function addPersonRequestRoutes(app: FastifyInstance, { db }: RouteContext, show: ShowRequest): void {
  app.get<One>(personHref(':id'), right, async (request, reply) => {
    const found = await show.find(request.params.id)
    if (found === undefined) return reply.problem('notFound')
    return show.page(request, reply, found, { all: request.query.alle === 'ja' })
  })

  /** The step of an open request; what is typed wrong comes back with the page. */
  function step<Schema extends z.ZodType>(
    name: Parameters<typeof personStepHref>[1],
    schema: Schema,
    act: (
      request: PersonRequest,
      typed: z.infer<Schema>,
      by: number,
    ) => Promise<{ field: string; message: string; typed?: string }[]>,
  ) {
    app.post<One>(personStepHref(':id', name), right, async (request: FastifyRequest<One>, reply: FastifyReply) => {
      const typed = schema.safeParse(request.body)
      if (!typed.success) return reply.problem('badForm')
      const found = await show.find(request.params.id)
      if (found === undefined) return reply.problem('notFound')
      if (found.state !== 'open') return reply.redirect(personHref(found.id), 303)
      const errors = await act(found, typed.data, request.staff.accountId)
      if (errors.length > 0) return show.page(request, reply.code(400), found, { errors, typed: errors[0]?.typed })
      return reply.redirect(personHref(found.id), 303)
    })
  }

  step('suche', search, async ({ id }, { suche }) => {
    const fault = searchFault(suche)
    if (fault !== '') return [{ field: 'suche', message: fault, typed: suche }]
    await setSearched(db, id, suche)
    return []
  })

  step('frist', extension, async ({ id }, { warum }, by) => {
    if (warum === '') return [{ field: 'warum', message: 'Bitte geben Sie an, warum es länger dauert.' }]
    if (await extendRequest(db, id, warum))
      await noteStaff(db, { action: 'person_request_extended', accountId: by, detail: { request: id } })
    return []
  })

  step('abschluss', closing, async ({ id, kind }, { ergebnis, antwort }, by) => {
    const byLaw = canErase(kind) && isRefusal(ergebnis) ? refusalText(ergebnis) : ''
    const isRefused = byLaw !== '' || (ergebnis === 'abgelehnt' && kind !== 'loeschung')
    if (!isRefused && ergebnis !== 'erledigt') return [{ field: 'ergebnis', message: 'Bitte wählen Sie das Ergebnis.' }]
    if (antwort === '')
      return [{ field: 'antwort', message: 'Bitte schreiben Sie in einem Satz, was Sie geantwortet haben.' }]
    const state = isRefused ? 'refused' : 'done'
    const detail = { request: id, state, ground: byLaw }
    if (await closeRequest(db, id, { state, by, outcome: antwort, ground: byLaw }))
      await noteStaff(db, { action: 'person_request_closed', accountId: by, detail })
    return []
  })
}
