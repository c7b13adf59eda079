import type { FastifyInstance } from 'fastify'
import { isHidden } from '../../../../analysis/report/description.ts'
import type { Question } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { describeQuestion, type QuestionDescription } from '../../../evaluation/describe-question.ts'
import { descriptionScripts } from '../../../evaluation/scripts.ts'
import { loadSurveys, type WaveSurvey } from '../../../evaluation/surveys.ts'
import { waveTitle } from '../../../evaluation/wave-names.ts'
import { readSnapshot } from '../../../store/panel-answers.ts'
import { readUnits } from '../../../store/panel-units.ts'
import {
  descriptionHref,
  descriptionPictureHref,
  descriptionScriptHref,
  descriptionsHref,
} from '../../pages/intern/addresses.ts'
import { filterWords } from '../../pages/intern/choice-form.ts'
import { completionOf } from '../../pages/intern/completion-choice.ts'
import {
  describableQuestions,
  descriptionForm,
  descriptionOf,
  groupingOf,
  questionsPage,
} from '../../pages/intern/description-page.ts'
import {
  completedCode,
  dataParts,
  filterNames,
  type PanelQuery,
  queryHref,
  readPanelQuery,
  wantedData,
} from '../../pages/intern/evaluation-query.ts'
import { figureOrigin } from '../../pages/intern/figure-origin.ts'
import { orError } from '../../pages/intern/or-error.ts'
import { pictureNotes } from '../../pages/intern/picture-notes.ts'
import { reportSections } from '../../pages/intern/report-sections.ts'
import { scriptLinks } from '../../pages/intern/script-links.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendPicture } from './send-picture.ts'
import { sendScript } from './send-script.ts'

const right = { config: { right: 'panel.read' } } as const
const computed = { config: { ...right.config, computed: true } } as const

/** What was answered, wave by wave and question by question. */
export function addDescriptionRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool, forms, config } = context
  app.get(descriptionsHref, right, async (request, reply) =>
    show(request, reply, 'intern/questions', 'Auswertung', questionsPage(await loadSurveys(db, forms))),
  )

  const find = async ({ wave, question: id }: { wave: string; question: string }) => {
    const survey = (await loadSurveys(db, forms)).find((one) => one.wave === wave)
    const questions = survey === undefined ? [] : describableQuestions(survey.instrument)
    const place = questions.findIndex((one) => one.id === id)
    const question = questions[place]
    if (survey === undefined || question === undefined) return undefined
    return { survey, question, previous: questions[place - 1], next: questions[place + 1] }
  }
  const describe = (survey: WaveSurvey, question: Question, asked: unknown) => {
    const query = readPanelQuery(asked)
    return orError(asked, () => {
      const methods = completionOf(query)
      return reading(context, (copy) =>
        describeQuestion(copy, {
          survey,
          question,
          by: groupingOf(question, survey, query),
          filters: filterNames.flatMap((name) => (query[name] === '' ? [] : [{ name, code: query[name] }])),
          ...wantedData(methods === undefined ? query : { ...query, werte: '' }),
          methods,
          ...(query.variable !== '' && { variable: query.variable }),
          ...(query.gewicht !== '' && { weights: query.gewicht }),
          ...(query.grundgesamtheit !== '' && { population: query.grundgesamtheit }),
        }),
      )
    })
  }

  const notesOf = (survey: WaveSurvey, query: PanelQuery, { provenance, loaded }: QuestionDescription) =>
    pictureNotes({
      operator: config.operator.facts.name ?? '',
      waves: [survey],
      provenance,
      only: filterWords(query, loaded.units),
    })

  app.get<{ Params: { wave: string; question: string } }>(
    descriptionHref(':wave', ':question'),
    computed,
    async (request, reply) => {
      const found = await find(request.params)
      if (found === undefined) return reply.problem('notFound')
      const { survey, question, previous, next } = found
      const { wave } = survey
      const query = readPanelQuery(request.query)
      const [description, error] = await describe(survey, question, request.query)
      if (description === undefined) reply.code(400)
      const units = description?.loaded.units ?? (await readUnits(pool, [wave], await readSnapshot(pool)))
      const action = descriptionHref(wave, question.id)
      const link = (one: Question | undefined) =>
        one === undefined ? null : { href: descriptionHref(wave, one.id), label: `${one.number} ${one.title}` }
      const permanent = {
        ...query,
        ...(description && dataParts(description.loaded.snapshot)),
        ...(description?.completed && { werte: completedCode }),
      }
      const scriptHref = (ending: string) => queryHref(permanent, {}, descriptionScriptHref(wave, question.id, ending))
      const pictureHref = (file: string) => queryHref(permanent, {}, descriptionPictureHref(wave, question.id, file))
      const report = description && descriptionOf(question, survey, description)
      return show(request, reply, 'intern/question', `${question.number} ${question.title}`, {
        wave: waveTitle(survey),
        number: question.number,
        title: question.title,
        form: descriptionForm(action, { survey, question, query, units }, groupingOf(question, survey, query)),
        error,
        previous: link(previous),
        next: link(next),
        result:
          description === undefined || report === undefined
            ? null
            : {
                sections: await reportSections(report, {
                  notesOf: notesOf(survey, query, description),
                  hrefOf: pictureHref,
                }),
                origin: figureOrigin(report.origin, {
                  many: unitKinds[survey.instrument.unit].many,
                  permanentHref: queryHref(permanent, {}, action),
                  downloads: isHidden(description.described) ? [] : scriptLinks(scriptHref),
                  files: [wave],
                }),
              },
      })
    },
  )

  app.get<{ Params: { wave: string; question: string; ending: string } }>(
    descriptionScriptHref(':wave', ':question', ':ending'),
    computed,
    async (request, reply) => {
      const found = await find(request.params)
      if (found === undefined) return reply.problem('notFound')
      const { survey, question } = found
      const [description] = await describe(survey, question, request.query)
      const computed = description && {
        scripts: descriptionScripts(question, survey, description),
        provenance: description.provenance,
      }
      return sendScript(db, request, reply, computed)
    },
  )

  app.get<{ Params: { wave: string; question: string; picture: string } }>(
    descriptionPictureHref(':wave', ':question', ':picture'),
    computed,
    async (request, reply) => {
      const found = await find(request.params)
      if (found === undefined) return reply.problem('notFound')
      const { survey, question } = found
      const [description] = await describe(survey, question, request.query)
      const report = description && descriptionOf(question, survey, description)
      return sendPicture(
        db,
        request,
        reply,
        description &&
          report && {
            of: report.title,
            charts: report.sections.flatMap(({ charts }) => charts),
            notesOf: notesOf(survey, readPanelQuery(request.query), description),
            fileName: `${survey.wave}-${question.id}`,
            provenance: description.provenance,
          },
      )
    },
  )
}
