import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { readCodebook } from '../../../evaluation/read-codebook.ts'
import { loadSurveys } from '../../../evaluation/surveys.ts'
import { codebookFileHref, codebookHref, panelCodebookHref, waveHref } from '../../pages/intern/addresses.ts'
import { bookResult } from '../../pages/intern/codebook-page.ts'
import { stateOf } from '../../pages/intern/evaluation-query.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'
import { sendCodebook } from './send-codebook.ts'

const right = { config: { right: 'answers.export', computed: true } } as const
const address = z.object({ stand: z.string().max(16).catch('') })

type OfWave = { Params: { wave: string } }

/** What a wave asks and what its files hold, with figures that tell of nobody: to be read, and as a file. */
export function addCodebookRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context
  const isKnown = async (wave: string) => (await loadSurveys(db, forms)).some((one) => one.wave === wave)
  const read = ({ query }: FastifyRequest, wave: string) =>
    orSentences(
      Promise.resolve(address.parse(query).stand).then((stand) =>
        reading(context, (copy) =>
          readCodebook({ ...context, ...copy }, forms, [wave], stand === '' ? {} : { state: stateOf(stand) }),
        ),
      ),
    )

  app.get<OfWave>(codebookHref(':wave'), right, async (request, reply) => {
    const { wave } = request.params
    if (!(await isKnown(wave))) return reply.problem('notFound')
    const found = await read(request, wave)
    const isRefused = Array.isArray(found)
    if (isRefused) reply.code(400)
    return show(request, reply, 'intern/codebook', `Codebuch, ${wave}`, {
      id: wave,
      waveHref: waveHref(wave),
      panelHref: panelCodebookHref,
      error: isRefused ? found.join(' ') : '',
      result: isRefused ? null : bookResult(found, codebookHref(wave), codebookFileHref(wave)),
    })
  })

  app.get<OfWave>(codebookFileHref(':wave'), right, async (request, reply) => {
    const { wave } = request.params
    if (!(await isKnown(wave))) return reply.problem('notFound')
    return sendCodebook(db, request, reply, () => read(request, wave))
  })
}
