import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { hashAccessCode, newAccessCode } from '../../../../domain/access-code.ts'
import { InputError } from '../../../../errors/input-error.ts'
import { findReceivers } from '../../../../letters/find-receivers.ts'
import { entryAddress } from '../../../../letters/sender.ts'
import { mailNewCode, whereCodeGoes } from '../../../../mail/new-code-mail.ts'
import { addIssue } from '../../../../store/letter-issues.ts'
import { listReceivers } from '../../../../store/letter-receivers.ts'
import { presentCode, replaceByPhone } from '../../../../store/new-code.ts'
import {
  letterIssueHref,
  newCodeHref,
  newCodeLetterHref,
  newCodeMailHref,
  newCodesHref,
  participantHref,
} from '../../../pages/intern/addresses.ts'
import { newCodePage, newCodesPage, toldCodePage } from '../../../pages/intern/new-code-pages.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { askedOf } from './asked-of.ts'

type OfUnit = { Params: { wave: string; unit: string } }

const right = { config: { right: 'field.manage' } } as const
const mailing = z.strictObject({ _csrf: z.string(), marke: z.uuid() })
const replacing = z.strictObject({ _csrf: z.string(), bisher: z.coerce.number().int().min(0) })

/** A lost code: whoever lost it is found by name, and gets another on the phone, by mail or by post. */
export function addNewCodeRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config, keys } = context

  async function find({ params: { wave, unit }, staff: { accountId } }: FastifyRequest<OfUnit>) {
    const asked = await askedOf(context, wave)
    if (asked === undefined) return undefined
    const [receiver] = await listReceivers(db, { wave, unit, accountId })
    return receiver && { asked, receiver }
  }

  async function showOne(request: FastifyRequest<OfUnit>, reply: FastifyReply, error = '') {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const present = await presentCode(db, found.receiver.id)
    const { accountId } = request.staff
    const mail = await whereCodeGoes(context, { wave: found.asked.id, participantId: found.receiver.id, accountId })
    const page = newCodePage({ ...found, present, error, mail, mark: randomUUID() })
    return show(request, reply, 'intern/new-code', `Neuer Zugangscode: ${found.receiver.name}`, page)
  }

  app.get<{ Params: { wave: string }; Querystring: Record<string, unknown> }>(
    newCodesHref(':wave'),
    right,
    async (request, reply) => {
      const asked = await askedOf(context, request.params.wave)
      if (asked === undefined) return reply.problem('notFound')
      const { suche } = request.query
      const searched = typeof suche === 'string' ? suche.trim().slice(0, 200) : ''
      const all = searched === '' ? [] : await listReceivers(db, { wave: asked.id, accountId: request.staff.accountId })
      const page = newCodesPage(asked, searched, findReceivers(all, searched))
      return show(request, reply, 'intern/new-codes', 'Neuer Zugangscode', page)
    },
  )

  app.get<OfUnit>(newCodeHref(':wave', ':unit'), right, (request, reply) => showOne(request, reply))

  app.post<OfUnit>(newCodeHref(':wave', ':unit'), right, async (request, reply) => {
    const typed = replacing.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { asked, receiver } = found
    const code = newAccessCode()
    const replaced = await replaceByPhone(db, {
      wave: asked.id,
      participantId: receiver.id,
      hash: hashAccessCode(code, keys.accessCode),
      codes: typed.data.bisher,
      accountId: request.staff.accountId,
    })
    // A second click, a page from the history, a colleague: none of them ends a code that was told just now.
    if (!replaced)
      return showOne(
        request,
        reply.code(409),
        'Inzwischen wurde schon ein neuer Code ausgegeben, vielleicht mit Ihrem eigenen zweiten Klick. Brauchen Sie trotzdem einen, klicken Sie noch einmal: Dann gilt nur dieser.',
      )
    const page = toldCodePage(asked, receiver, code, entryAddress(config))
    return show(request, reply, 'intern/new-code', `Neuer Zugangscode: ${receiver.name}`, page)
  })

  app.post<OfUnit>(newCodeMailHref(':wave', ':unit'), right, async (request, reply) => {
    const typed = mailing.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { asked, receiver } = found
    const whose = { wave: asked.id, participantId: receiver.id, accountId: request.staff.accountId }
    try {
      await mailNewCode(context, config.mail, whose, typed.data.marke)
    } catch (error) {
      if (error instanceof InputError) return showOne(request, reply.code(422), error.message)
      throw error
    }
    return reply.redirect(`${participantHref(asked.id, receiver.unit)}?getan=neuer-code`, 303)
  })

  app.post<OfUnit>(newCodeLetterHref(':wave', ':unit'), right, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { asked, receiver } = found
    if (receiver.address === null) return showOne(request, reply.code(422), 'Für einen Brief fehlt eine Anschrift.')
    const { accountId } = request.staff
    const wanted = {
      wave: asked.id,
      letter: 'ersatzcode',
      form: 'pdf',
      accountId,
      participants: [receiver.id],
    } as const
    const issue = await db.transaction().execute((trx) => addIssue(trx, wanted))
    return reply.redirect(letterIssueHref(asked.id, issue), 303)
  })
}
