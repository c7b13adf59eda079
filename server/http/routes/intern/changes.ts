import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { mayUse } from '../../../domain/rights.ts'
import { changesOfWave } from '../../../evaluation/changes-of-wave.ts'
import { loadSurveys } from '../../../evaluation/surveys.ts'
import { changesTable } from '../../../export/changes-table.ts'
import { formatNamed } from '../../../export/formats/index.ts'
import { readOrigin } from '../../../export/read-origin.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { changesFileHref, changesHref, waveHref } from '../../pages/intern/addresses.ts'
import { changesResult } from '../../pages/intern/changes-page.ts'
import { stateOf } from '../../pages/intern/evaluation-query.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'
import { sendTable } from './send-table.ts'

const right = { config: { right: 'changes.read', computed: true } } as const
const address = z.object({ stand: z.string().max(16).catch(''), format: z.string().max(32).catch('csv-de') })

type OfWave = { Params: { wave: string } }

/** What corrections made of the totals of a wave. Who may not look at single answers is told nothing that betrays one. */
export function addChangesRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context
  const find = async (wave: string) => (await loadSurveys(db, forms)).find((one) => one.wave === wave)
  type Found = NonNullable<Awaited<ReturnType<typeof find>>>
  const changes = ({ staff, query }: FastifyRequest, survey: Found) =>
    orSentences(
      Promise.resolve(address.parse(query).stand).then((stand) =>
        reading(context, (copy) =>
          changesOfWave(copy, survey, {
            account: staff.accountId,
            seesAnswers: mayUse(staff, 'answers.read'),
            ...(stand === '' ? {} : { state: stateOf(stand) }),
          }),
        ),
      ),
    )

  app.get<OfWave>(changesHref(':wave'), right, async (request, reply) => {
    const survey = await find(request.params.wave)
    if (survey === undefined) return reply.problem('notFound')
    const changed = await changes(request, survey)
    const isRefused = Array.isArray(changed)
    if (isRefused) reply.code(400)
    const { accountId: account } = request.staff
    const parts = mayUse(request.staff, 'answers.read') ? await scopeOf(db, account) : []
    return show(request, reply, 'intern/changes', `Geändert, ${survey.wave}`, {
      id: survey.wave,
      waveHref: waveHref(survey.wave),
      title: survey.instrument.title,
      synthetic: survey.synthetic,
      scope: scopeWords(parts, await context.register()),
      error: isRefused ? changed.join(' ') : '',
      result: isRefused ? null : changesResult(changed),
    })
  })

  app.get<OfWave>(changesFileHref(':wave'), right, async (request, reply) => {
    const survey = await find(request.params.wave)
    const format = formatNamed(address.parse(request.query).format)
    if (survey === undefined || format === undefined) return reply.problem('notFound')
    const changed = await changes(request, survey)
    if (Array.isArray(changed)) return reply.problem('notFound')
    const table = changesTable(changed, await readOrigin(context.pool, [changed.survey], { state: changed.state }))
    return sendTable(db, request, reply, format, table)
  })
}
