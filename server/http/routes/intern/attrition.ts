import type { FastifyInstance } from 'fastify'
import { attritionReport } from '../../../../analysis/report/attrition.ts'
import { namedAttrition, namedPatterns, namedProvenance, namedSets } from '../../../../analysis/report/named-waves.ts'
import { patternsReport } from '../../../../analysis/report/patterns.ts'
import type { Provenance } from '../../../../analysis/report/provenance.ts'
import type { Report } from '../../../../analysis/report/report.ts'
import type { RouteContext } from '../../../boot/context.ts'
import type { Database } from '../../../database/database.ts'
import { reading } from '../../../database/reading.ts'
import { InputError } from '../../../errors/input-error.ts'
import { attritionScripts, patternScripts } from '../../../evaluation/attrition-scripts.ts'
import type { LoadedPanel } from '../../../evaluation/open-panel.ts'
import { patternsOfPanel } from '../../../evaluation/patterns-of-panel.ts'
import type { Script } from '../../../evaluation/scripts.ts'
import { loadRules, loadSurveys, type WaveSurvey } from '../../../evaluation/surveys.ts'
import { waveNames } from '../../../evaluation/wave-names.ts'
import { whoIsMissing } from '../../../evaluation/who-is-missing.ts'
import type { Forms } from '../../../forms/form.ts'
import { attritionHref, attritionPictureHref, attritionScriptHref } from '../../pages/intern/addresses.ts'
import { territoryChoice, waveForm } from '../../pages/intern/choice-form.ts'
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
import { wavesOf } from '../../pages/intern/waves-of-query.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendPicture } from './send-picture.ts'
import { sendScript } from './send-script.ts'

const right = { config: { right: 'panel.read', computed: true } } as const

/** Who is missing between two waves or more, and what weights make of it. */
export function addAttritionRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms, config } = context
  app.get(attritionHref, right, async (request, reply) => {
    const [rules, surveys] = await Promise.all([loadRules(), loadSurveys(db, forms)])
    const query = withWaves(readPanelQuery(request.query), surveys, rules)
    const { von, bis, ueber, stand, werte, gebiet } = query
    const waves = waveForm(attritionHref, { von, bis, ueber, stand, werte }, surveys)
    const form = { ...waves, choices: [...waves.choices, territoryChoice(query)] }
    if (namesNoWaves({ von, bis }))
      return show(request, reply, 'intern/attrition', 'Ausfall', { form, error: noTwoWaves, result: null })
    const [answer, error] = await orError(request.query, () => missingOf(query, surveys))
    if (answer === undefined) reply.code(400)
    const permanent = {
      ...readPanelQuery({}),
      von,
      bis,
      ueber,
      gebiet,
      ...(answer && dataParts(answer.loaded.snapshot)),
    }
    return show(request, reply, 'intern/attrition', 'Ausfall', {
      form,
      error,
      result:
        answer === undefined
          ? null
          : {
              summary: answer.report.notes[0] ?? '',
              notes: answer.report.notes.slice(1),
              facts: reportFacts(answer.report),
              sections: await reportSections(
                answer.report,
                {
                  notesOf: notesOf(answer),
                  hrefOf: (file) => queryHref(permanent, {}, attritionPictureHref(file)),
                },
                ({ id }) => !answer.open.includes(id),
              ),
              origin: figureOrigin(answer.report.origin, {
                many: answer.many,
                permanentHref: queryHref(permanent, {}, attritionHref),
                downloads: scriptLinks((ending) => queryHref(permanent, {}, attritionScriptHref(ending))),
                files: answer.surveys.map(({ wave }) => wave),
              }),
            },
    })
  })

  const missingOf = (query: PanelQuery, surveys: readonly WaveSurvey[]): Promise<Answered> => {
    const { waves, ...data } = requestOf(query, surveys)
    const [first, second, ...others] = waves
    return reading(context, (copy) =>
      first !== undefined && second !== undefined && others.length === 0
        ? ofTwo(copy, forms, { waves: [first, second], ...data }, surveys)
        : ofMany(copy, forms, { waves, ...data }, surveys),
    )
  }

  const notesOf = ({ surveys: waves, provenance }: Answered) =>
    pictureNotes({ operator: config.operator.facts.name ?? '', waves, provenance, only: [] })

  app.get<{ Params: { picture: string } }>(attritionPictureHref(':picture'), right, async (request, reply) => {
    const query = readPanelQuery(request.query)
    const surveys = await loadSurveys(db, forms)
    const [answer] = await orError(request.query, () => missingOf(query, surveys))
    return sendPicture(
      db,
      request,
      reply,
      answer && {
        of: answer.report.title,
        charts: answer.report.sections.flatMap(({ charts }) => charts),
        notesOf: notesOf(answer),
        fileName: ['ausfall', ...answer.surveys.map(({ wave }) => wave)].join('-'),
        provenance: answer.provenance,
      },
    )
  })

  app.get<{ Params: { ending: string } }>(attritionScriptHref(':ending'), right, async (request, reply) => {
    const query = readPanelQuery(request.query)
    const surveys = await loadSurveys(db, forms)
    const [answer] = await orError(request.query, () => missingOf(query, surveys))
    return sendScript(db, request, reply, answer && { scripts: answer.scripts(), provenance: answer.provenance })
  })
}

/** Who is missing, with all that the page, its pictures and scripts need. */
interface Answered {
  many: string
  surveys: readonly WaveSurvey[]
  loaded: LoadedPanel
  provenance: Provenance
  report: Report
  /** Sections that are not folded. */
  open: readonly string[]
  scripts(): Script[]
}

async function ofTwo(
  context: Database,
  forms: Forms,
  request: Parameters<typeof whoIsMissing>[2],
  all: readonly WaveSurvey[],
): Promise<Answered> {
  const answer = await whoIsMissing(context, forms, request)
  const { attrition, weights, provenance, many } = answer
  const names = waveNames(all, attrition.waves)
  const report = attritionReport(namedAttrition(attrition, names), {
    ...{ weights, many, origin: namedProvenance(provenance, names) },
  })
  return { ...answer, report, open: [report.sections[0]?.id ?? ''], scripts: () => attritionScripts(answer) }
}

async function ofMany(
  context: Database,
  forms: Forms,
  request: Parameters<typeof patternsOfPanel>[2],
  all: readonly WaveSurvey[],
): Promise<Answered> {
  const answer = await patternsOfPanel(context, forms, request)
  const { patterns, weights, provenance, many } = answer
  const names = waveNames(all, patterns.waves)
  const report = patternsReport(namedPatterns(patterns, names), {
    ...{ weights: namedSets(weights, names), many, origin: namedProvenance(provenance, names) },
  })
  return { ...answer, report, open: ['muster', 'stufen'], scripts: () => patternScripts(answer) }
}

/** Those who are missing are looked for among all who were asked: what divides or weights a comparison is refused, not left out. */
function requestOf(query: PanelQuery, surveys: readonly WaveSurvey[]) {
  const { von: _von, bis: _bis, ueber: _ueber, stand, werte, gebiet, suche: _, ...others } = query
  const unused = Object.entries(others).find(([, value]) => value !== '')
  if (unused !== undefined)
    throw new InputError(
      `„${unused[0]}“ gehört in die Adresse eines Vergleichs. Hier stehen immer alle, die gefragt wurden, und alle Gewichtungen; Intervalle und Tests sprechen über einen Prozess dahinter. Bitte lassen Sie „${unused[0]}“ weg.`,
    )
  return { waves: wavesOf(query, surveys), ...wantedData({ stand, werte, gebiet }) }
}
