import type { FastifyInstance } from 'fastify'
import { attritionReport } from '../../../../analysis/report/attrition.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { attritionScripts } from '../../../evaluation/attrition-scripts.ts'
import { loadRules, loadSurveys } from '../../../evaluation/surveys.ts'
import { whoIsMissing } from '../../../evaluation/who-is-missing.ts'
import { attritionHref, attritionScriptHref } from '../../pages/intern/addresses.ts'
import { waveForm } from '../../pages/intern/choice-form.ts'
import { namesNoWaves, noTwoWaves, withWaves } from '../../pages/intern/default-waves.ts'
import {
  dataParts,
  type PanelQuery,
  queryHref,
  readPanelQuery,
  wantedData,
} from '../../pages/intern/evaluation-query.ts'
import { figureOrigin } from '../../pages/intern/figure-origin.ts'
import { orError } from '../../pages/intern/or-error.ts'
import { reportFacts, reportSections } from '../../pages/intern/report-sections.ts'
import { scriptLinks } from '../../pages/intern/script-links.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendScript } from './send-script.ts'

const right = { config: { right: 'panel.read', computed: true } } as const

/** Who is missing between two waves, and what weights make of it. */
export function addAttritionRoutes(app: FastifyInstance, { db, pool, forms }: RouteContext, show: ShowPage): void {
  app.get(attritionHref, right, async (request, reply) => {
    const [rules, surveys] = await Promise.all([loadRules(), loadSurveys(db, forms)])
    const { von, bis, stand, werte } = withWaves(readPanelQuery(request.query), surveys, rules)
    if (namesNoWaves({ von, bis })) {
      const page = {
        form: waveForm(attritionHref, { von, bis, stand, werte }, surveys),
        error: noTwoWaves,
        result: null,
      }
      return show(request, reply, 'intern/attrition', 'Ausfall', page)
    }
    const [answer, error] = await orError(request.query, () =>
      whoIsMissing({ db, pool }, forms, requestOf({ von, bis, stand, werte })),
    )
    if (answer === undefined) reply.code(400)
    const unit = surveys.find(({ wave }) => wave === von)?.instrument.unit ?? 'gemeinde'
    const { many } = unitKinds[unit]
    const report =
      answer && attritionReport(answer.attrition, { weights: answer.weights, many, origin: answer.provenance })
    const permanent = { ...readPanelQuery({}), von, bis, ...(answer && dataParts(answer.loaded.snapshot)) }
    return show(request, reply, 'intern/attrition', 'Ausfall', {
      form: waveForm(attritionHref, { von, bis, stand, werte }, surveys),
      error,
      result:
        answer === undefined || report === undefined
          ? null
          : {
              facts: reportFacts(report),
              sections: await reportSections(report),
              origin: figureOrigin(answer.provenance, {
                many,
                permanentHref: queryHref(permanent, {}, attritionHref),
                downloads: scriptLinks((ending) => queryHref(permanent, {}, attritionScriptHref(ending))),
                files: [von, bis],
              }),
            },
    })
  })

  app.get<{ Params: { ending: string } }>(attritionScriptHref(':ending'), right, async (request, reply) => {
    const query = readPanelQuery(request.query)
    const [answer] = await orError(request.query, () => whoIsMissing({ db, pool }, forms, requestOf(query)))
    return sendScript(
      db,
      request,
      reply,
      answer && { scripts: attritionScripts(answer), provenance: answer.provenance },
    )
  })
}

const requestOf = ({ von, bis, ...data }: Pick<PanelQuery, 'von' | 'bis' | 'stand' | 'werte'>) => ({
  waves: [von, bis] as const,
  ...wantedData(data),
})
