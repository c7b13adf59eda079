import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { dayOfWave } from '../../../evaluation/wave-names.ts'
import { askedWave } from '../../../field/asked-wave.ts'
import { readResponse, usualDays } from '../../../field/read-response.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { readSnapshot } from '../../../store/panel-answers.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { responseChartHref, responsePictureHref } from '../../pages/intern/addresses.ts'
import { chartFrameOf, responseChartOf, responsePicturePage } from '../../pages/intern/response-picture-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendPicture } from './send-picture.ts'

const address = z.object({ tage: z.coerce.number().int().min(1).max(365).catch(usualDays) })
const right = { right: 'field.read' } as const

/** How the response of a wave stands: figures, of which each leads to the list. */
export function addResponsePictureRoute(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool, config } = context

  const read = async (request: FastifyRequest<{ Params: { wave: string } }>) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return undefined
    const { accountId: account } = request.staff
    const { tage: days } = address.parse(request.query)
    const [response, register, parts, snapshot] = await Promise.all([
      readResponse(context, asked, { account, days }),
      context.register(),
      scopeOf(db, account),
      readSnapshot(pool),
    ])
    const last = response.picture.last && (await askedWave(context, response.picture.last.wave))
    const shown = {
      ...response,
      wave: asked.wave,
      instrument: asked.form.instrument,
      scope: scopeWords(parts, register),
      days,
      before: last === undefined ? '' : `Erhebung davor (${dayOfWave(last.wave)})`,
      operator: config.operator.facts.name ?? '',
      state: snapshot.state,
    }
    return { shown, snapshot }
  }

  app.get<{ Params: { wave: string } }>(responsePictureHref(':wave'), { config: right }, async (request, reply) => {
    const found = await read(request)
    if (found === undefined) return reply.problem('notFound')
    const { shown } = found
    const page = await responsePicturePage(shown)
    return show(request, reply, 'intern/response-picture', `Stand ${shown.wave.id}`, page)
  })

  app.get<{ Params: { wave: string; picture: string } }>(
    responseChartHref(':wave', ':picture'),
    { config: { ...right, computed: true } },
    async (request, reply) => {
      const found = await read(request)
      if (found === undefined) return reply.problem('notFound')
      const { shown, snapshot } = found
      const chart = responseChartOf(shown)
      return sendPicture(db, request, reply, {
        of: shown.instrument.title,
        charts: chart === undefined ? [] : [chart],
        notesOf: chartFrameOf(shown).notesOf,
        fileName: `${shown.wave.id}-ruecklauf`,
        provenance: { filters: shown.scope === '' ? [] : [shown.scope], grouping: '', snapshot },
      })
    },
  )
}
