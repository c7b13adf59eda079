import type { FastifyContextConfig, FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { shownFields } from '../../domain/kept-input.ts'
import { answer } from '../../forms/form.ts'
import { isSubmitted } from '../../forms/hand-in.ts'
import { listAmendments } from '../../store/amendments.ts'
import { lastSaves } from '../../store/drafts.ts'
import { extensionFor } from '../../store/extensions.ts'
import { looksAt } from '../../store/office-visit.ts'
import { parkedPages } from '../../store/parked-pages.ts'
import { presentFor } from '../../store/sessions.ts'
import { newestSubmission, submissionsOf } from '../../store/submissions.ts'
import { hubPage } from '../pages/hub-page.ts'
import { printPage } from '../pages/print-page.ts'
import { takenOverNotice } from '../pages/taken-over-notice.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** The overview of a form, and the whole form for the printer. */
export function addHubRoutes(
  app: FastifyInstance,
  { db, pool, config }: RouteContext,
  show: ShowPage,
  asked: FastifyContextConfig = {},
): void {
  const options = { config: asked }
  app.get<{ Querystring: Record<string, unknown> }>('/', options, async (request, reply) => {
    const { form, visit, visitor, around } = request.guest
    const answered = answer(form, visit.typed ?? {}, around)
    const [saves, submissions, newest, parked, present, looks, extension, amendments] = await Promise.all([
      lastSaves(db, visit.participantId),
      submissionsOf(db, visit.participantId),
      newestSubmission(pool, visit.participantId),
      parkedPages(db, visit.participantId),
      presentFor(db, visit.participantId),
      looksAt(db, visit.participantId),
      extensionFor(db, visit.participantId),
      listAmendments(db, { participantId: visit.participantId }),
    ])
    const page = hubPage(answered, visit, config.contact, {
      saves,
      submissions,
      parked: parked.reduce((count, { typed }) => count + shownFields(typed).length, 0),
      present: present.length,
      looks,
      extension,
      amendments,
      changedSince: newest !== undefined && !isSubmitted(answered, newest),
      notice: takenOverNotice(request.query.uebernommen),
    })
    return show(request, reply, 'hub', form.instrument.title, page, visitor)
  })

  app.get('/drucken', options, async (request, reply) => {
    const { form, visit, visitor, around } = request.guest
    const answered = answer(form, visit.typed ?? {}, around)
    return show(request, reply, 'print', 'Druckansicht', printPage(answered, visit), visitor)
  })
}
