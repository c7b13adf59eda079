import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { answer } from '../../forms/form.ts'
import { hashOf } from '../../forms/hand-in.ts'
import { lastSaves } from '../../store/drafts.ts'
import { parkedPages } from '../../store/parked-pages.ts'
import { submissionsOf } from '../../store/submissions.ts'
import { hubPage } from '../pages/hub-page.ts'
import { printPage } from '../pages/print-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** The overview of a form, and the whole form for the printer. */
export function addHubRoutes(app: FastifyInstance, { db, config }: RouteContext, show: ShowPage): void {
  app.get('/', async (request, reply) => {
    const { form, visit, visitor, around } = request.guest
    const answered = answer(form, visit.typed ?? {}, around)
    const [saves, submissions, parked] = await Promise.all([
      lastSaves(db, visit.participantId),
      submissionsOf(db, visit.participantId),
      parkedPages(db, visit.participantId),
    ])
    const facts = { saves, submissions, parked: parked.length, contentHash: hashOf(answered) }
    const page = hubPage(answered, visit, config.contact, facts)
    return show(request, reply, 'hub', form.instrument.title, page, visitor)
  })

  app.get('/drucken', async (request, reply) => {
    const { form, visit, visitor, around } = request.guest
    const answered = answer(form, visit.typed ?? {}, around)
    return show(request, reply, 'print', 'Druckansicht', printPage(answered, visit), visitor)
  })
}
