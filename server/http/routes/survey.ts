import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { print } from '../../paper/print.ts'
import { sendPdf } from '../../paper/send-pdf.ts'
import { findPublicWave } from '../../store/waves.ts'
import { preparationHref, surveyHref, surveyPaperHref } from '../pages/addresses.ts'
import { preparationPage } from '../pages/public/preparation-page.ts'
import { surveyPage } from '../pages/public/survey-page.ts'
import { blankPaper, forAnybody } from '../pages/questionnaire-paper.ts'
import { noStore } from '../plugins/security.ts'
import type { ShowPage } from '../plugins/show-page.ts'

type OfWave = { Params: { wave: string } }

/** What anybody may read about a survey, how to prepare for it, and its questions on paper. */
export function addSurveyRoutes(app: FastifyInstance, { db, forms, config }: RouteContext, show: ShowPage): void {
  app.get<OfWave>(surveyHref(':wave'), async (request, reply) => {
    const wave = await findPublicWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const { instrument } = await forms.get(wave)
    noStore(reply)
    return show(request, reply, 'survey', instrument.title, surveyPage(config.operator, wave, instrument))
  })

  app.get<OfWave>(preparationHref(':wave'), async (request, reply) => {
    const wave = await findPublicWave(db, request.params.wave)
    const { instrument } = wave === undefined ? {} : await forms.get(wave)
    if (wave === undefined || instrument?.preparation === undefined) return reply.problem('notFound')
    noStore(reply)
    const page = preparationPage(config.operator, wave, instrument, instrument.preparation)
    return show(request, reply, 'preparation', `Vorbereitung: ${instrument.title}`, page)
  })

  // Anybody may ask for it, so it is set once and not each time.
  const papers = new Map<string, Promise<Buffer>>()
  // What is no survey is not computed: anybody may make up names, and there is one queue for all.
  const isThere = async (request: FastifyRequest<OfWave>, reply: FastifyReply) => {
    if ((await findPublicWave(db, request.params.wave)) === undefined) return reply.problem('notFound')
  }
  const options = { preHandler: isThere, config: { computed: true } }
  app.get<OfWave>(surveyPaperHref(':wave'), options, async (request, reply) => {
    const wave = await findPublicWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const { instrument } = await forms.get(wave)
    const key = [wave.id, wave.surveyVersion, wave.stichtag, wave.frist].join(' ')
    const { synthetic } = wave
    const paper =
      papers.get(key) ?? print('questionnaire', blankPaper(instrument, { ...forAnybody(instrument), synthetic }))
    papers.set(key, paper)
    paper.catch(() => papers.delete(key))
    noStore(reply)
    return sendPdf(reply, `${wave.id}-fragebogen`, await paper)
  })
}
