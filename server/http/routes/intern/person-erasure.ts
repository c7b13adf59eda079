import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { exchanged, isNothing, stillChosen } from '../../../persons/chosen.ts'
import { eraseRequested, withdrawErasure } from '../../../persons/erase-requested.ts'
import { findByTerms } from '../../../persons/find-person.ts'
import { isGround } from '../../../persons/grounds.ts'
import { nameTexts } from '../../../persons/name-texts.ts'
import { proposeRequested } from '../../../persons/propose-erasure.ts'
import { canErase } from '../../../persons/request-kinds.ts'
import { searchTerms } from '../../../persons/search-terms.ts'
import { countOpenForms } from '../../../store/open-forms.ts'
import { findRequest, type PersonRequest } from '../../../store/person-requests.ts'
import { personHref, personStepHref } from '../../pages/intern/addresses.ts'
import { personErasurePage } from '../../pages/intern/person-erasure-page.ts'
import { requestTitle } from '../../pages/intern/person-requests-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import type { ShowRequest } from './show-person-request.ts'

const right = { config: { right: 'person.manage' } } as const
const proposal = z.strictObject({ _csrf: z.string(), _gesehen: z.string(), grund: z.string().max(40).default('') })
const confirmation = z.strictObject({ _csrf: z.string(), _gesehen: z.string() })
const withdrawal = z.strictObject({ _csrf: z.string() })

interface One {
  Params: { id: string }
}

/** An erasure: looked at beforehand, laid before a second person, and done when that one agrees. */
export function addPersonErasureRoutes(
  app: FastifyInstance,
  context: RouteContext,
  show: ShowPage,
  { find }: ShowRequest,
): void {
  const { db, forms, register } = context

  async function showErasure(request: FastifyRequest, reply: FastifyReply, of: PersonRequest, error: string) {
    const found = await findByTerms(context, searchTerms(of.searched))
    const { texts, initials, asked: cut } = stillChosen(found, of.chosen, of.proposedAt)
    const openForms = await countOpenForms(db, [
      ...texts.flatMap(({ participantId }) => participantId ?? []),
      ...cut.map(({ id }) => id),
    ])
    const named = await nameTexts({ db, forms, register: await register() }, texts)
    const viewer = request.staff.accountId
    const page = personErasurePage({ request: of, texts: named, initials, cut, openForms, viewer, error })
    return show(request, reply, 'intern/person-erasure', `Löschung, ${requestTitle(of)}`, page)
  }

  /** The page as it is by now, with why nothing was decided. */
  async function again(request: FastifyRequest, reply: FastifyReply, id: number, why: string) {
    const of = await findRequest(db, id)
    return of !== undefined && isAboutErasing(of)
      ? showErasure(request, reply.code(why === exchanged ? 409 : 403), of, why)
      : reply.redirect(personHref(id), 303)
  }

  const isAboutErasing = ({ state, kind, chosen }: PersonRequest) =>
    canErase(kind) && !isNothing(chosen) && (state === 'open' || state === 'proposed')

  app.get<One>(personStepHref(':id', 'loeschung'), right, async (request, reply) => {
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    return isAboutErasing(of) ? showErasure(request, reply, of, '') : reply.redirect(personHref(of.id), 303)
  })

  app.post<One>(personStepHref(':id', 'loeschung'), right, async (request, reply) => {
    const typed = proposal.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    if (of.state !== 'open' || !isAboutErasing(of)) return reply.redirect(personHref(of.id), 303)
    const { grund: ground, _gesehen: seen } = typed.data
    if (!isGround(ground)) return showErasure(request, reply.code(400), of, 'Bitte wählen Sie den Grund.')
    const why = await proposeRequested(context, { request: of.id, by: request.staff.accountId, ground, seen })
    if (why !== '') return again(request, reply, of.id, why)
    return reply.redirect(personHref(of.id), 303)
  })

  app.post<One>(personStepHref(':id', 'zustimmung'), right, async (request, reply) => {
    const typed = confirmation.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    const { accountId: by } = request.staff
    const why = await eraseRequested(context, { request: of.id, by, seen: typed.data._gesehen })
    if (why !== '') return again(request, reply, of.id, why)
    return reply.redirect(personHref(of.id), 303)
  })

  app.post<One>(personStepHref(':id', 'zuruecknahme'), right, async (request, reply) => {
    if (!withdrawal.safeParse(request.body).success) return reply.problem('badForm')
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    await withdrawErasure(context, { request: of.id, by: request.staff.accountId })
    return reply.redirect(personHref(of.id), 303)
  })
}
