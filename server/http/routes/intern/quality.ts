import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { mayUse } from '../../../domain/rights.ts'
import { qualityOfWave } from '../../../evaluation/quality-of-wave.ts'
import { loadSurveys } from '../../../evaluation/surveys.ts'
import { formatNamed } from '../../../export/formats/index.ts'
import { qualityTable } from '../../../export/quality-table.ts'
import { readOrigin } from '../../../export/read-origin.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { qualityFileHref, qualityHref, waveHref } from '../../pages/intern/addresses.ts'
import { stateOf } from '../../pages/intern/evaluation-query.ts'
import { qualityResult } from '../../pages/intern/quality-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'
import { sendTable } from './send-table.ts'

const right = { config: { right: 'changes.read', computed: true } } as const
const address = z.object({ stand: z.string().max(16).catch(''), format: z.string().max(32).catch('csv-de') })

type OfWave = { Params: { wave: string } }

/** How the answers of a wave stand to its checks. Who may not look at single answers is told nothing that betrays one. */
export function addQualityRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context
  const find = async (wave: string) => (await loadSurveys(db, forms)).find((one) => one.wave === wave)
  type Found = NonNullable<Awaited<ReturnType<typeof find>>>
  const quality = ({ staff, query }: FastifyRequest, survey: Found) =>
    orSentences(
      Promise.resolve(address.parse(query).stand).then((stand) =>
        reading(context, (copy) =>
          qualityOfWave({ ...context, ...copy }, survey, {
            account: staff.accountId,
            seesAnswers: mayUse(staff, 'answers.read'),
            ...(stand === '' ? {} : { state: stateOf(stand) }),
          }),
        ),
      ),
    )

  app.get<OfWave>(qualityHref(':wave'), right, async (request, reply) => {
    const survey = await find(request.params.wave)
    if (survey === undefined) return reply.problem('notFound')
    const found = await quality(request, survey)
    const isRefused = Array.isArray(found)
    if (isRefused) reply.code(400)
    const { accountId: account } = request.staff
    const parts = mayUse(request.staff, 'answers.read') ? await scopeOf(db, account) : []
    return show(request, reply, 'intern/quality', `Qualität, ${survey.wave}`, {
      id: survey.wave,
      waveHref: waveHref(survey.wave),
      title: survey.instrument.title,
      synthetic: survey.synthetic,
      scope: scopeWords(parts, await context.register()),
      error: isRefused ? found.join(' ') : '',
      result: isRefused ? null : qualityResult(found),
    })
  })

  app.get<OfWave>(qualityFileHref(':wave'), right, async (request, reply) => {
    const survey = await find(request.params.wave)
    const format = formatNamed(address.parse(request.query).format)
    if (survey === undefined || format === undefined) return reply.problem('notFound')
    const found = await quality(request, survey)
    if (Array.isArray(found)) return reply.problem('notFound')
    const origin = await readOrigin(context.pool, [survey], { state: found.state })
    return sendTable(db, request, reply, format, qualityTable(found, origin))
  })
}
