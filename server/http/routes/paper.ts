import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import { answer } from '../../forms/form.ts'
import { print } from '../../paper/print.ts'
import { sendPdf } from '../../paper/send-pdf.ts'
import { originOf } from '../origin.ts'
import { hubHref } from '../pages/addresses.ts'
import { blankPaper, filledPaper, type PaperFor } from '../pages/questionnaire-paper.ts'

/** The questionnaire as PDF: blank, and with the answers as they were saved. */
export function addPaperRoutes(app: FastifyInstance, { config }: RouteContext, asked: FastifyContextConfig = {}): void {
  const options = { config: { ...asked, computed: true } }
  const placeOf = (request: FastifyRequest): PaperFor => {
    const { visit, visitor } = request.guest
    return { ...visitor, address: originOf(request, config) + hubHref({ ...visit, office: false }) }
  }

  app.get('/papier/leer', options, async (request, reply) => {
    const { form, visit, around } = request.guest
    const paper = blankPaper(form.instrument, placeOf(request), around)
    const pdf = await print('questionnaire', paper)
    return sendPdf(reply, `${visit.wave}-leer`, pdf)
  })

  app.get('/papier/stand', options, async (request, reply) => {
    const { form, visit, around } = request.guest
    const answered = answer(form, visit.typed ?? {}, around)
    const saved = visit.savedAt === null ? '' : dayAndTime(visit.savedAt)
    const pdf = await print('questionnaire', filledPaper(answered, placeOf(request), saved))
    return sendPdf(reply, `${visit.wave}-${visit.unit}-stand`, pdf)
  })
}
