import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../boot/context.ts'
import { keepBurden } from '../../store/burden.ts'
import { receiptHref } from '../pages/addresses.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { receiptFinder } from './receipt.ts'

const form = z.strictObject({
  _csrf: z.string(),
  minuten: z.string().max(200).default(''),
  schwer: z.enum(['', '1', '2', '3', '4', '5']).default(''),
})
const mostMinutes = 30_000

/** What it cost to answer: asked beside the receipt, kept beside the answers. */
export function addBurdenRoute(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const findReceipt = receiptFinder(context)

  app.post<{ Params: { receipt: string } }>('/quittung/:receipt/aufwand', async (request, reply) => {
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { guest, params } = request
    const typed = { minutes: sent.data.minuten.trim(), effort: sent.data.schwer }
    const minutes = readMinutes(typed.minutes)
    const errors = minutes === undefined ? [{ field: 'minuten', message: noMinutes(typed.minutes) }] : []
    const page = await findReceipt(guest, params.receipt, { typed, errors })
    // Where it is not asked about any more, nothing can be said to it.
    if (page === undefined || page.burden === null) return reply.problem('notFound')
    if (minutes === undefined)
      return show(request as FastifyRequest, reply.code(422), 'receipt', `Quittung ${page.number}`, page, guest.visitor)
    const effort = typed.effort === '' ? null : Number(typed.effort)
    if (!(await keepBurden(context.db, guest.visit.participantId, { minutes, effort })))
      return reply.problem('notFound')
    return reply.redirect(`${receiptHref(guest.visit, page.number)}?aufwand=ja#aufwand`, 303)
  })
}

/** Whole minutes; null of nothing, undefined of what is none. */
function readMinutes(text: string): number | null | undefined {
  if (text === '') return null
  const plain = text.replace(/^(\d{1,2})\.(\d{3})$/, '$1$2')
  const minutes = /^\d{1,5}$/.test(plain) ? Number(plain) : 0
  return minutes >= 1 && minutes <= mostMinutes ? minutes : undefined
}

const noMinutes = (text: string) =>
  `„${text}“ ist keine ganze Zahl von 1 bis ${mostMinutes.toLocaleString('de-DE')}. Anderthalb Stunden zum Beispiel sind 90.`
