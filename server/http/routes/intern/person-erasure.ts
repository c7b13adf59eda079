import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { addressesOf, isNothing, stillChosen } from '../../../persons/chosen.ts'
import { eraseRequested, withdrawErasure } from '../../../persons/erase-requested.ts'
import { findByTerms } from '../../../persons/find-person.ts'
import { isGround } from '../../../persons/grounds.ts'
import { nameTexts } from '../../../persons/name-texts.ts'
import { canErase } from '../../../persons/request-kinds.ts'
import { searchTerms } from '../../../persons/search-terms.ts'
import { countOpenForms } from '../../../store/open-forms.ts'
import { type PersonRequest, proposeErasure } from '../../../store/person-requests.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { personHref, personStepHref } from '../../pages/intern/addresses.ts'
import { personErasurePage } from '../../pages/intern/person-erasure-page.ts'
import { requestTitle } from '../../pages/intern/person-requests-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import type { ShowRequest } from './show-person-request.ts'

const right = { config: { right: 'person.manage' } } as const
const proposal = z.strictObject({ _csrf: z.string(), grund: z.string().max(40).default('') })
const confirmation = z.strictObject({ _csrf: z.string() })

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
    const found = await findByTerms(db, searchTerms(of.searched))
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
    const { grund: ground } = typed.data
    if (!isGround(ground)) return showErasure(request, reply.code(400), of, 'Bitte wählen Sie den Grund.')
    const { accountId: by } = request.staff
    // What reads differently by now was not in sight and stays.
    const found = await findByTerms(db, searchTerms(of.searched))
    const chosen = addressesOf(stillChosen(found, of.chosen, null))
    if (isNothing(chosen)) return reply.redirect(personHref(of.id), 303)
    await proposeErasure(db, of.id, { chosen, ground, by })
    const detail = {
      request: of.id,
      texts: chosen.texts.length,
      initials: chosen.initials.length,
      cut: chosen.cut.length,
    }
    await noteStaff(db, { action: 'person_erasure_proposed', accountId: by, detail })
    return reply.redirect(personHref(of.id), 303)
  })

  app.post<One>(personStepHref(':id', 'zustimmung'), right, async (request, reply) => {
    if (!confirmation.safeParse(request.body).success) return reply.problem('badForm')
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    const why = await eraseRequested(context, { request: of.id, by: request.staff.accountId })
    if (why !== '' && isAboutErasing(of)) return showErasure(request, reply.code(403), of, why)
    return reply.redirect(personHref(of.id), 303)
  })

  app.post<One>(personStepHref(':id', 'zuruecknahme'), right, async (request, reply) => {
    if (!confirmation.safeParse(request.body).success) return reply.problem('badForm')
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    await withdrawErasure(context, { request: of.id, by: request.staff.accountId })
    return reply.redirect(personHref(of.id), 303)
  })
}
