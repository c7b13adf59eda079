import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { mayUse } from '../../../domain/rights.ts'
import { chooseWaves, ofKommunen } from '../../../evaluation/choose.ts'
import { comparePanel, type PanelAnswer, type PanelRequest } from '../../../evaluation/compare-panel.ts'
import { continuesOf } from '../../../evaluation/continues.ts'
import { noteAnswersSeen } from '../../../evaluation/note-answers-seen.ts'
import { hasScript, scriptsOf } from '../../../evaluation/scripts.ts'
import { loadRules, loadSurveys, type PanelRules, type WaveSurvey } from '../../../evaluation/surveys.ts'
import { indicatorsWithFigures } from '../../../store/indicator-values.ts'
import { readSnapshot } from '../../../store/panel-answers.ts'
import { readUnits } from '../../../store/panel-units.ts'
import { listViews } from '../../../store/saved-views.ts'
import { comparisonHref, comparisonPictureHref, comparisonScriptHref } from '../../pages/intern/addresses.ts'
import { choiceForm, filterWords } from '../../pages/intern/choice-form.ts'
import { comparisonOf, comparisonResult } from '../../pages/intern/comparison-page.ts'
import { comparableConcepts, officialFigures } from '../../pages/intern/comparisons-page.ts'
import { namesNoWaves, noTwoWaves, withWaves } from '../../pages/intern/default-waves.ts'
import {
  dataParts,
  orderOf,
  type PanelQuery,
  panelRequest,
  queryHref,
  readPanelQuery,
  stateOf,
} from '../../pages/intern/evaluation-query.ts'
import { orError } from '../../pages/intern/or-error.ts'
import { pictureNotes } from '../../pages/intern/picture-notes.ts'
import { addressOf, savedViewEntry, saveForm } from '../../pages/intern/saved-views.ts'
import { scriptLinks } from '../../pages/intern/script-links.ts'
import { commonWhy, type Lists, searchConcepts, summaryOf } from '../../pages/intern/search-concepts.ts'
import { wavesOf } from '../../pages/intern/waves-of-query.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendPicture } from './send-picture.ts'
import { sendScript } from './send-script.ts'

const right = { config: { right: 'panel.read', computed: true } } as const

/** What changed between two waves or more: first what can be compared, then one variable. */
export function addComparisonRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool, forms, config } = context
  app.get(comparisonHref, right, async (request, reply) => {
    const [rules, surveys] = await Promise.all([loadRules(), loadSurveys(db, forms)])
    const query = withWaves(readPanelQuery(request.query), surveys, rules)
    const { von, bis, ueber } = query
    const overviewHref = queryHref({ ...readPanelQuery({}), von, bis, ueber })
    if (query.variable === '') {
      const list = {
        form: choiceForm(query, surveys, []),
        search: query.suche,
        wholeHref: queryHref(query, { suche: '' }),
        saved: await savedOf(request),
      }
      if (namesNoWaves(query)) {
        const page = { ...list, ...noLists, error: noTwoWaves }
        return show(request, reply, 'intern/comparisons', 'Vergleich', page)
      }
      const [lists, error] = await orError(request.query, () => conceptsOf(query, surveys, rules))
      if (error !== '') reply.code(400)
      const page = {
        ...list,
        ...noLists,
        error,
        ...(lists && searched(lists, query.suche, wavesOf(query, surveys).length)),
      }
      return show(request, reply, 'intern/comparisons', 'Vergleich', page)
    }
    const [found, error] = await orError(request.query, () => compare(query, surveys, readerIn(request)))
    if (found === undefined) reply.code(400)
    const { answer, named, notesOf } = found ?? {}
    const units = answer?.loaded.units ?? (await readUnits(pool, wavesOf(query, surveys), await readSnapshot(pool)))
    if (answer !== undefined) await noteAnswersSeen(db, answer, request.staff.accountId)
    const permanent = { ...query, ...(answer && fixedParts(answer)) }
    const links = linksOf(permanent, answer)
    const hrefOf = (file: string) => queryHref(permanent, {}, comparisonPictureHref(file))
    const address = addressOf(query)
    const [saved = null] = await savedOf(request, address)
    const page = {
      form: choiceForm(query, surveys, units),
      overviewHref,
      saved,
      save: named === undefined ? null : saveForm(address, named.report.title),
      error,
      result:
        answer === undefined || named === undefined || notesOf === undefined
          ? null
          : await comparisonResult(named, { ...links, many: answer.many }, { notesOf, hrefOf }),
    }
    return show(request, reply, 'intern/comparison', page.result?.label ?? 'Vergleich', page)
  })

  const savedOf = async ({ staff }: FastifyRequest, address?: string) =>
    (await listViews(db, address)).map((view) => savedViewEntry(view, staff.accountId))

  async function compare(query: PanelQuery, surveys: readonly WaveSurvey[], reader: Reader) {
    const order = orderOf(query)
    const asked = { ...panelRequest(query, surveys), reader, withKreise: true, withDoubts: true }
    const answer = await reading(context, (copy) => comparePanel(copy, forms, asked))
    const { provenance, loaded } = answer
    const notesOf = pictureNotes({
      operator: config.operator.facts.name ?? '',
      waves: answer.surveys,
      provenance,
      only: filterWords(query, loaded.units),
    })
    return { answer, named: comparisonOf(answer, surveys, order), notesOf }
  }

  async function conceptsOf(query: PanelQuery, surveys: readonly WaveSurvey[], rules: PanelRules) {
    const waves = chooseWaves(wavesOf(query, surveys), surveys)
    const { state } = await readSnapshot(pool, query.stand === '' ? undefined : stateOf(query.stand))
    const known = await indicatorsWithFigures(db, rules.catalogue, state)
    const haveStichtag = waves.every(({ stichtag }) => stichtag !== null)
    return {
      ...comparableConcepts(query, waves, rules.declared, continuesOf(rules)),
      official: haveStichtag ? officialFigures(query, ofKommunen(waves, rules.catalogue).values(), known) : [],
    }
  }

  app.get<{ Params: { ending: string } }>(comparisonScriptHref(':ending'), right, async (request, reply) => {
    const query = readPanelQuery(request.query)
    const surveys = await loadSurveys(db, forms)
    const [answer] = await orError(request.query, () =>
      reading(context, (copy) =>
        comparePanel(copy, forms, { ...panelRequest(query, surveys), reader: readerIn(request) }),
      ),
    )
    return sendScript(db, request, reply, answer && { scripts: scriptsOf(answer), provenance: answer.provenance })
  })

  app.get<{ Params: { picture: string } }>(comparisonPictureHref(':picture'), right, async (request, reply) => {
    const query = readPanelQuery(request.query)
    const surveys = await loadSurveys(db, forms)
    const [found] = await orError(request.query, () => compare(query, surveys, readerIn(request)))
    const { report } = found?.named ?? {}
    return sendPicture(
      db,
      request,
      reply,
      found &&
        report && {
          of: report.title,
          charts: report.sections.flatMap(({ charts }) => charts),
          notesOf: found.notesOf,
          fileName: [query.variable, ...found.answer.compared.waves].join('-'),
          provenance: found.answer.provenance,
        },
    )
  })
}

type Reader = NonNullable<PanelRequest['reader']>

const readerIn = ({ staff }: FastifyRequest): Reader => ({
  account: staff.accountId,
  seesAnswers: mayUse(staff, 'answers.read'),
})

/** The parts of an address that give the same figures again later, whatever is taken then where nothing is said. */
const fixedParts = ({ loaded, compared }: PanelAnswer) => ({
  ...dataParts(loaded.snapshot),
  grundgesamtheit: compared.population.name,
})

const noLists = { isOfMany: false, summary: '', common: '', concepts: [], single: [], official: [] }

function searched(lists: Lists, search: string, waves: number) {
  const found = searchConcepts(lists, search)
  return {
    ...found,
    common: commonWhy(found.concepts),
    summary: summaryOf(lists, found, search, waves),
    isOfMany: waves > 2,
  }
}

function linksOf(query: PanelQuery, answer: PanelAnswer | undefined) {
  const hasScripts = answer !== undefined && hasScript(answer)
  const isCourse = answer?.variables.some(({ indicator, asked }) => indicator === undefined && asked.size > 2)
  return {
    permanentHref: queryHref(query),
    downloads: hasScripts
      ? [
          ...scriptLinks((ending) => queryHref(query, {}, comparisonScriptHref(ending))),
          ...(isCourse
            ? [{ href: queryHref(query, {}, comparisonScriptHref('verlauf.R')), label: 'Skript des Verlaufs in R' }]
            : []),
        ]
      : [],
    files: hasScripts ? (answer?.compared.waves ?? []) : [],
  }
}
