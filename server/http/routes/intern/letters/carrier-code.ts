import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { hashAccessCode, newAccessCode } from '../../../../domain/access-code.ts'
import { entryAddress } from '../../../../letters/sender.ts'
import { carriersIn, presentCarrierCode, replaceCarrierCode } from '../../../../store/carrier-codes.ts'
import { carrierCodeHref, carrierCodesHref } from '../../../pages/intern/addresses.ts'
import { carrierCodePage, carrierCodesPage, toldCarrierPage } from '../../../pages/intern/new-code-pages.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { askedOf } from './asked-of.ts'

type OfCarrier = { Params: { wave: string; verbund: string } }

const right = { config: { right: 'field.manage' } } as const
const replacing = z.strictObject({ _csrf: z.string(), bisher: z.coerce.number().int().min(0) })

/** A code for a Landkreis or an Antragsverbund that answers for several Kommunen, told on the phone. */
export function addCarrierCodeRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config, keys } = context

  async function find({ params: { wave, verbund }, staff }: FastifyRequest<OfCarrier>) {
    const asked = await askedOf(context, wave)
    if (asked === undefined) return undefined
    const carrier = (await carriersIn(db, wave, staff.accountId)).find((one) => one.verbund === verbund)
    return carrier && { asked, carrier }
  }

  async function showOne(request: FastifyRequest<OfCarrier>, reply: FastifyReply, error = '') {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { asked, carrier } = found
    const present = await presentCarrierCode(db, { wave: asked.id, verbund: carrier.verbund })
    const page = carrierCodePage(asked, carrier, present, error)
    return show(request, reply, 'intern/new-code', `Sammelzugang: ${carrier.name}`, page)
  }

  app.get<{ Params: { wave: string } }>(carrierCodesHref(':wave'), right, async (request, reply) => {
    const asked = await askedOf(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const carriers = await carriersIn(db, asked.id, request.staff.accountId)
    return show(request, reply, 'intern/carrier-codes', 'Sammelzugang', carrierCodesPage(asked, carriers))
  })

  app.get<OfCarrier>(carrierCodeHref(':wave', ':verbund'), right, (request, reply) => showOne(request, reply))

  app.post<OfCarrier>(carrierCodeHref(':wave', ':verbund'), right, async (request, reply) => {
    const typed = replacing.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { asked, carrier } = found
    const code = newAccessCode()
    const replaced = await replaceCarrierCode(db, {
      wave: asked.id,
      verbund: carrier.verbund,
      hash: hashAccessCode(code, keys.accessCode),
      codes: typed.data.bisher,
      accountId: request.staff.accountId,
    })
    if (!replaced)
      return showOne(
        request,
        reply.code(409),
        'Inzwischen wurde schon ein neuer Code ausgegeben. Brauchen Sie trotzdem einen, klicken Sie noch einmal: Dann gilt nur dieser.',
      )
    const page = toldCarrierPage(asked, carrier, code, entryAddress(config))
    return show(request, reply, 'intern/new-code', `Sammelzugang: ${carrier.name}`, page)
  })
}
