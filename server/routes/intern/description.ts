import type { FastifyInstance } from 'fastify'
import { units as unitKinds } from '../../../surveys/units.ts'
import type { RouteContext } from '../../context.ts'
import { descriptionHref, descriptionsHref } from '../../pages/intern/addresses.ts'
import {
  describableQuestions,
  descriptionForm,
  descriptionSections,
  groupingOf,
  questionsPage,
} from '../../pages/intern/description-page.ts'
import { figureOrigin } from '../../pages/intern/figure-origin.ts'
import { orError } from '../../pages/intern/or-error.ts'
import { filterNames, queryHref, readPanelQuery, snapshotOf } from '../../pages/intern/panel-query.ts'
import { describeQuestion } from '../../panel/describe-question.ts'
import { loadSurveys } from '../../panel/surveys.ts'
import type { ShowPage } from '../../plugins/pages.ts'

const right = { config: { right: 'panel.read' } } as const

/** What was answered, wave by wave and question by question. */
export function addDescriptionRoutes(app: FastifyInstance, { db, pool, forms }: RouteContext, show: ShowPage): void {
  app.get(descriptionsHref, right, async (request, reply) =>
    show(request, reply, 'intern/questions', 'Auswertung', questionsPage(await loadSurveys(db, forms))),
  )

  app.get<{ Params: { wave: string; question: string } }>(
    descriptionHref(':wave', ':question'),
    right,
    async (request, reply) => {
      const { wave, question: id } = request.params
      const survey = (await loadSurveys(db, forms)).find((one) => one.wave === wave)
      const questions = survey === undefined ? [] : describableQuestions(survey.instrument)
      const place = questions.findIndex((one) => one.id === id)
      const question = questions[place]
      if (survey === undefined || question === undefined) return reply.problem('notFound')
      const query = readPanelQuery(request.query)
      const by = groupingOf(question, survey, query.nach)
      const [description, error] = await orError(() =>
        describeQuestion(
          { db, pool },
          {
            survey,
            question,
            by,
            filters: filterNames.flatMap((name) => (query[name] === '' ? [] : [{ name, code: query[name] }])),
            ...(query.stand === '' ? {} : { submission: snapshotOf(query.stand) }),
          },
        ),
      )
      if (description === undefined) reply.code(400)
      const action = descriptionHref(wave, id)
      const link = (one: (typeof questions)[number] | undefined) =>
        one === undefined ? null : { href: descriptionHref(wave, one.id), label: `${one.number} ${one.title}` }
      const stand = String(description?.provenance.snapshot.submission ?? '')
      return show(request, reply, 'intern/question', `${question.number} ${question.title}`, {
        wave,
        number: question.number,
        title: question.title,
        form: descriptionForm(action, query, by, description?.loaded.units ?? []),
        error,
        previous: link(questions[place - 1]),
        next: link(questions[place + 1]),
        result:
          description === undefined
            ? null
            : {
                sections: await descriptionSections(question, survey, description),
                origin: figureOrigin(description.provenance, {
                  many: unitKinds[survey.instrument.unit].many,
                  permanentHref: queryHref(query, { stand }, action),
                  downloads: [],
                  files: [wave],
                }),
              },
      })
    },
  )
}
