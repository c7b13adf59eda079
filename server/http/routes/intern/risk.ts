import type { FastifyInstance } from 'fastify'
import { usualK } from '../../../../analysis/anonymity/how-many.ts'
import { reportSections } from '../../../../analysis/anonymity/report-sections.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { originLines } from '../../../export/origin-lines.ts'
import { scientificWave } from '../../../export/scientific/scientific-wave.ts'
import { refuseUnsafe } from '../../../export/scientific/who-gets.ts'
import { findWave } from '../../../store/waves.ts'
import { exportsHref, riskHref } from '../../pages/intern/addresses.ts'
import { orError } from '../../pages/intern/or-error.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

/** What was done for a file in which nobody can be recognised, and what of it could still be found. */
export function addRiskRoute(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, keys, forms } = context
  const config = { right: 'answers.export', computed: true } as const
  app.get<{ Params: { wave: string } }>(riskHref(':wave'), { config }, async (request, reply) => {
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined || wave.test) return reply.problem('notFound')
    const { id, survey, survey_version: surveyVersion, stichtag, frist, synthetic, state } = wave
    const { instrument } = await forms.get({ survey, surveyVersion, stichtag, frist })
    const [made, problem] = await orError({}, () => {
      refuseUnsafe({ waves: [{ id, state, synthetic }], k: usualK, isScoped: request.staff.isScoped })
      return reading(context, ({ pool }) =>
        scientificWave(pool, { wave: id, instrument, stichtag, synthetic }, { k: usualK, key: keys.scientific }),
      )
    })
    if (made === undefined) reply.code(409)
    return show(request, reply, 'intern/risk', `Scientific-Use-File, ${id}`, {
      id,
      exportsHref,
      title: instrument.title,
      synthetic,
      problem,
      facts: made?.tables.slice(0, 1).flatMap(originLines) ?? [],
      sections: made === undefined ? [] : reportSections(made.report),
    })
  })
}
