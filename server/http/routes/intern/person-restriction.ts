import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readDay } from '../../../../surveys/reading/typed-date.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import { InputError } from '../../../errors/input-error.ts'
import { stillChosen } from '../../../persons/chosen.ts'
import { findByTerms } from '../../../persons/find-person.ts'
import { nameTexts } from '../../../persons/name-texts.ts'
import { liftRequested, restrictRequested } from '../../../persons/restrict.ts'
import { marksOf, restrictableForms } from '../../../persons/restrictable.ts'
import { isRestrictionGround } from '../../../persons/restriction.ts'
import { searchTerms } from '../../../persons/search-terms.ts'
import type { PersonRequest } from '../../../store/person-requests.ts'
import { isFormText } from '../../../store/person-texts.ts'
import { personHref, personStepHref } from '../../pages/intern/addresses.ts'
import { requestTitle } from '../../pages/intern/person-requests-page.ts'
import { personRestrictionPage } from '../../pages/intern/person-restriction-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import type { ShowRequest } from './show-person-request.ts'

const right = { config: { right: 'person.manage' } } as const
const several = z.union([z.string(), z.array(z.string())]).default([])
const restricting = z.strictObject({ _csrf: z.string(), grund: z.string().max(40).default(''), ganz: several })
const lifting = z.strictObject({ _csrf: z.string(), was: several, unterrichtet: z.string().max(40) })

interface One {
  Params: { id: string }
}

interface Typed {
  wholes: ReadonlySet<number>
  ground: string
  errors: { field: string; message: string }[]
}

/** A restriction: looked at beforehand, done, and lifted again when its ground is gone. */
export function addPersonRestrictionRoutes(
  app: FastifyInstance,
  context: RouteContext,
  show: ShowPage,
  showRequest: ShowRequest,
): void {
  const { db, forms, register } = context
  const href = personStepHref(':id', 'einschraenkung')
  const isOpen = ({ state, kind }: PersonRequest) => kind === 'einschraenkung' && state === 'open'

  async function choice(of: PersonRequest) {
    const found = await findByTerms(context, searchTerms(of.searched))
    const { texts, initials } = stillChosen(found, of.chosen, null)
    const office = texts.filter((text) => !isFormText(text))
    return { initials, office, restrictable: await restrictableForms(context, { texts, asked: found.asked }) }
  }

  async function page(request: FastifyRequest, reply: FastifyReply, of: PersonRequest, typed: Typed) {
    const { initials, office, restrictable } = await choice(of)
    const sources = { db, forms, register: await register() }
    const named = restrictable.map(async (one) => ({ ...one, named: await nameTexts(sources, one.texts) }))
    const data = personRestrictionPage({ request: of, forms: await Promise.all(named), initials, office, ...typed })
    return show(request, reply, 'intern/person-restriction', `Einschränkung, ${requestTitle(of)}`, data)
  }

  app.get<One>(href, right, async (request, reply) => {
    const of = await showRequest.find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    if (!isOpen(of)) return reply.redirect(personHref(of.id), 303)
    return page(request, reply, of, { wholes: new Set(), ground: '', errors: [] })
  })

  app.post<One>(href, right, async (request, reply) => {
    const sent = restricting.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const of = await showRequest.find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    if (!isOpen(of)) return reply.redirect(personHref(of.id), 303)
    const { grund: ground, ganz } = sent.data
    const wholes = new Set([ganz].flat().map(Number))
    const refuse = (status: number, field: string, message: string) =>
      page(request, reply.code(status), of, { wholes, ground, errors: [{ field, message }] })
    if (!isRestrictionGround(ground)) return refuse(400, 'grund', 'Bitte wählen Sie den Grund.')
    const marks = marksOf((await choice(of)).restrictable, wholes)
    if (marks.length === 0) return refuse(400, '', 'Bitte kreuzen Sie an, was eingeschränkt werden soll.')
    try {
      await restrictRequested(context, { request: of.id, by: request.staff.accountId, ground, marks })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      return refuse(409, '', error.message)
    }
    return reply.redirect(personHref(of.id), 303)
  })

  app.post<One>(personStepHref(':id', 'aufhebung'), right, async (request, reply) => {
    const sent = lifting.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const of = await showRequest.find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    const { was, unterrichtet: told } = sent.data
    const ids = new Set([was].flat())
    const day = readDay(told)
    const toldOn = day.state === 'given' && day.value <= berlinDay(new Date()) ? day.value : undefined
    const errors = [
      ...(ids.size > 0 ? [] : [{ field: 'eingeschraenkt', message: 'Bitte kreuzen Sie an, was aufgehoben wird.' }]),
      ...(toldOn === undefined
        ? [{ field: 'unterrichtet', message: 'Bitte geben Sie den Tag an, an dem Sie die Person unterrichtet haben.' }]
        : []),
    ]
    if (toldOn === undefined || errors.length > 0)
      return showRequest.page(request, reply.code(400), of, { errors, lifting: { ticked: ids, told } })
    await liftRequested(context, { request: of.id, by: request.staff.accountId, toldOn, ids })
    return reply.redirect(personHref(of.id), 303)
  })
}
