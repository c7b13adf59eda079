import type { FastifyInstance } from 'fastify'
import { valuesUsed } from '../../../../surveys/codebook/values-used.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { readCodebook } from '../../../evaluation/read-codebook.ts'
import { loadRules, loadSurveys, type WaveSurvey } from '../../../evaluation/surveys.ts'
import { exportsHref, panelCodebookFileHref, panelCodebookHref } from '../../pages/intern/addresses.ts'
import { waveForm } from '../../pages/intern/choice-form.ts'
import { bookResult } from '../../pages/intern/codebook-page.ts'
import { namesNoWaves, noTwoWaves, withWaves } from '../../pages/intern/default-waves.ts'
import { type PanelQuery, readPanelQuery, wantedData } from '../../pages/intern/evaluation-query.ts'
import { orError } from '../../pages/intern/or-error.ts'
import { wavesOf } from '../../pages/intern/waves-of-query.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'
import { sendCodebook } from './send-codebook.ts'

const right = { config: { right: 'answers.export', computed: true } } as const

/** What two waves or more ask, each and all together, and how far that is the same: to be read, and as a file. */
export function addPanelCodebookRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context
  const read = async ({ stand, werte, ...query }: PanelQuery, surveys?: readonly WaveSurvey[]) => {
    const waves = wavesOf(query, surveys ?? (await loadSurveys(db, forms)))
    return reading(context, (copy) => readCodebook({ ...context, ...copy }, forms, waves, wantedData({ stand, werte })))
  }

  app.get(panelCodebookHref, right, async (request, reply) => {
    const [rules, surveys] = await Promise.all([loadRules(), loadSurveys(db, forms)])
    const query = withWaves(readPanelQuery(request.query), surveys, rules)
    const page = { exportsHref, form: waveForm(panelCodebookHref, query, surveys), result: null }
    if (namesNoWaves(query))
      return show(request, reply, 'intern/panel-codebook', 'Codebuch mehrerer Wellen', { ...page, error: noTwoWaves })
    const [found, error] = await orError(request.query, () => read(query, surveys))
    if (found === undefined) reply.code(400)
    const { von, bis, ueber } = query
    return show(request, reply, 'intern/panel-codebook', 'Codebuch mehrerer Wellen', {
      ...page,
      error,
      result:
        found === undefined
          ? null
          : bookResult(found, panelCodebookHref, panelCodebookFileHref, {
              von,
              bis,
              ...(ueber !== '' && { ueber }),
              werte: valuesUsed[found.study.values].code,
            }),
    })
  })

  app.get(panelCodebookFileHref, right, async (request, reply) =>
    sendCodebook(db, request, reply, () =>
      orSentences(Promise.resolve(readPanelQuery(request.query)).then((query) => read(query))),
    ),
  )
}
