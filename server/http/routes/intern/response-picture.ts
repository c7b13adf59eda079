import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { askedWave } from '../../../field/asked-wave.ts'
import { readResponse, usualDays } from '../../../field/read-response.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { responsePictureHref } from '../../pages/intern/addresses.ts'
import { responsePicturePage } from '../../pages/intern/response-picture-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const address = z.object({ tage: z.coerce.number().int().min(1).max(365).catch(usualDays) })

/** How the response of a wave stands: figures, of which each leads to the list. */
export function addResponsePictureRoute(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const right = { config: { right: 'field.read' } } as const
  app.get<{ Params: { wave: string } }>(responsePictureHref(':wave'), right, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { accountId: account } = request.staff
    const { tage: days } = address.parse(request.query)
    const [{ picture, stillSince }, register, parts] = await Promise.all([
      readResponse(context, asked, { account, days }),
      context.register(),
      scopeOf(context.db, account),
    ])
    const shown = { wave: asked.wave, instrument: asked.form.instrument, scope: scopeWords(parts, register) }
    const page = await responsePicturePage({ ...shown, picture, days, stillSince })
    return show(request, reply, 'intern/response-picture', `Stand ${asked.wave.id}`, page)
  })
}
