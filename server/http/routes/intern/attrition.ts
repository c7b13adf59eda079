import type { FastifyInstance } from 'fastify'
import { attritionReport } from '../../../../analysis/report/attrition.ts'
import { namedAttrition, namedProvenance } from '../../../../analysis/report/named-waves.ts'
import type { Report } from '../../../../analysis/report/report.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { InputError } from '../../../errors/input-error.ts'
import { attritionScripts } from '../../../evaluation/attrition-scripts.ts'
import { loadRules, loadSurveys, type WaveSurvey } from '../../../evaluation/surveys.ts'
import { waveNames } from '../../../evaluation/wave-names.ts'
import { type Missing, whoIsMissing } from '../../../evaluation/who-is-missing.ts'
import { attritionHref, attritionPictureHref, attritionScriptHref } from '../../pages/intern/addresses.ts'
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
import { pictureNotes } from '../../pages/intern/picture-notes.ts'
import { reportFacts, reportSections } from '../../pages/intern/report-sections.ts'
import { scriptLinks } from '../../pages/intern/script-links.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendPicture } from './send-picture.ts'
import { sendScript } from './send-script.ts'

const right = { config: { right: 'panel.read', computed: true } } as const

/** Who is missing between two waves, and what weights make of it. */
export function addAttritionRoutes(
  app: FastifyInstance,
  { db, pool, forms, config }: RouteContext,
  show: ShowPage,
): void {
  app.get(attritionHref, right, async (request, reply) => {
    const [rules, surveys] = await Promise.all([loadRules(), loadSurveys(db, forms)])
    const query = withWaves(readPanelQuery(request.query), surveys, rules)
    const { von, bis, ueber, stand, werte } = query
    if (namesNoWaves({ von, bis })) {
      const page = {
        form: waveForm(attritionHref, { von, bis, ueber, stand, werte }, surveys),
        error: noTwoWaves,
        result: null,
      }
      return show(request, reply, 'intern/attrition', 'Ausfall', page)
    }
    const [answer, error] = await orError(request.query, () => whoIsMissing({ db, pool }, forms, requestOf(query)))
    if (answer === undefined) reply.code(400)
    const unit = surveys.find(({ wave }) => wave === von)?.instrument.unit ?? 'gemeinde'
    const { many } = unitKinds[unit]
    const report = answer && reportOf(answer, surveys, many)
    const permanent = { ...readPanelQuery({}), von, bis, ...(answer && dataParts(answer.loaded.snapshot)) }
    return show(request, reply, 'intern/attrition', 'Ausfall', {
      form: waveForm(attritionHref, { von, bis, ueber, stand, werte }, surveys),
      error,
      result:
        answer === undefined || report === undefined
          ? null
          : {
              summary: report.notes[0] ?? '',
              notes: report.notes.slice(1),
              facts: reportFacts(report),
              sections: await reportSections(
                report,
                {
                  notesOf: notesOf(answer),
                  hrefOf: (file) => queryHref(permanent, {}, attritionPictureHref(file)),
                },
                ({ id }) => id !== report.sections[0]?.id,
              ),
              origin: figureOrigin(report.origin, {
                many,
                permanentHref: queryHref(permanent, {}, attritionHref),
                downloads: scriptLinks((ending) => queryHref(permanent, {}, attritionScriptHref(ending))),
                files: [von, bis],
              }),
            },
    })
  })

  const notesOf = ({ surveys: waves, provenance }: Missing) =>
    pictureNotes({ operator: config.operator.facts.name ?? '', waves, provenance, only: [] })

  app.get<{ Params: { picture: string } }>(attritionPictureHref(':picture'), right, async (request, reply) => {
    const query = readPanelQuery(request.query)
    const surveys = await loadSurveys(db, forms)
    const [answer] = await orError(request.query, () => whoIsMissing({ db, pool }, forms, requestOf(query)))
    const report = answer && reportOf(answer, surveys, answer.many)
    return sendPicture(
      db,
      request,
      reply,
      answer &&
        report && {
          of: report.title,
          charts: report.sections.flatMap(({ charts }) => charts),
          notesOf: notesOf(answer),
          fileName: `ausfall-${query.von}-${query.bis}`,
          provenance: answer.provenance,
        },
    )
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

function reportOf({ attrition, weights, provenance }: Missing, all: readonly WaveSurvey[], many: string): Report {
  const names = waveNames(all, attrition.waves)
  return attritionReport(namedAttrition(attrition, names), {
    weights,
    many,
    origin: namedProvenance(provenance, names),
  })
}

/** Those who are missing are looked for among all who were asked: what divides or weights a comparison is refused, not left out. */
function requestOf({ von, bis, stand, werte, suche: _, ...others }: PanelQuery) {
  const unused = Object.entries(others).find(([, value]) => value !== '')
  if (unused !== undefined)
    throw new InputError(
      `„${unused[0]}“ gehört in die Adresse eines Vergleichs. Hier stehen immer alle, die gefragt wurden, und alle Gewichtungen; Intervalle und Tests sprechen über einen Prozess dahinter. Bitte lassen Sie „${unused[0]}“ weg.`,
    )
  return { waves: [von, bis] as const, ...wantedData({ stand, werte }) }
}
