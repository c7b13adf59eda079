import type { FastifyInstance } from 'fastify'
import { units as unitKinds } from '../../../surveys/units.ts'
import type { RouteContext } from '../../context.ts'
import { attritionHref } from '../../pages/intern/addresses.ts'
import { attritionFacts, attritionSections } from '../../pages/intern/attrition-page.ts'
import { waveForm } from '../../pages/intern/choice-form.ts'
import { namesNoWaves, noTwoWaves, withWaves } from '../../pages/intern/default-waves.ts'
import { figureOrigin } from '../../pages/intern/figure-origin.ts'
import { orError } from '../../pages/intern/or-error.ts'
import { queryHref, readPanelQuery, snapshotOf } from '../../pages/intern/panel-query.ts'
import { attritionOfPanel } from '../../panel/attrition-panel.ts'
import { loadRules, loadSurveys } from '../../panel/surveys.ts'
import { weightReports } from '../../panel/weight-reports.ts'
import type { ShowPage } from '../../plugins/pages.ts'

const right = { config: { right: 'panel.read' } } as const

/** Who is missing between two waves, and what weights make of it. */
export function addAttritionRoutes(app: FastifyInstance, { db, pool, forms }: RouteContext, show: ShowPage): void {
  app.get(attritionHref, right, async (request, reply) => {
    const [rules, surveys] = await Promise.all([loadRules(), loadSurveys(db, forms)])
    const { von, bis, stand } = withWaves(readPanelQuery(request.query), surveys, rules)
    if (namesNoWaves({ von, bis })) {
      const page = { form: waveForm(attritionHref, { von, bis, stand }, surveys), error: noTwoWaves, result: null }
      return show(request, reply, 'intern/attrition', 'Ausfall', page)
    }
    const context = { db, pool }
    const [answer, error] = await orError(async () => {
      const of = { waves: [von, bis] as const, ...(stand === '' ? {} : { submission: snapshotOf(stand) }) }
      return { ...(await attritionOfPanel(context, forms, of)), weights: await weightReports(context, forms, of) }
    })
    if (answer === undefined) reply.code(400)
    const unit = surveys.find(({ wave }) => wave === von)?.instrument.unit ?? 'gemeinde'
    const { many } = unitKinds[unit]
    const submission = String(answer?.provenance.snapshot.submission ?? '')
    const permanentHref = queryHref({ ...readPanelQuery({}), von, bis, stand: submission }, {}, attritionHref)
    return show(request, reply, 'intern/attrition', 'Ausfall', {
      form: waveForm(attritionHref, { von, bis, stand }, surveys),
      error,
      result:
        answer === undefined
          ? null
          : {
              facts: attritionFacts(answer.attrition),
              sections: await attritionSections(answer.attrition, answer.weights, many),
              origin: figureOrigin(answer.provenance, { many, permanentHref, downloads: [], files: [] }),
            },
    })
  })
}
