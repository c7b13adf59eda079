import type { FastifyContextConfig, FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { shownFields } from '../../domain/kept-input.ts'
import { answered } from '../../forms/answered.ts'
import { leftUnsubmitted } from '../../forms/asked-part.ts'
import { isSubmitted } from '../../forms/hand-in.ts'
import { listAmendments } from '../../store/amendments.ts'
import { delegationsOf } from '../../store/delegations.ts'
import { lastSaves } from '../../store/drafts.ts'
import { extensionFor } from '../../store/extensions.ts'
import { looksAt } from '../../store/office-visit.ts'
import { parkedPages } from '../../store/parked-pages.ts'
import { findQueries } from '../../store/queries.ts'
import { presentFor } from '../../store/sessions.ts'
import { newestSubmission, submissionsOf } from '../../store/submissions.ts'
import { hubPage } from '../pages/hub-page.ts'
import { printPage } from '../pages/print-page.ts'
import { takenOverNotice } from '../pages/taken-over-notice.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** The overview of a form, and the whole form for the printer. */
export function addHubRoutes(
  app: FastifyInstance,
  { db, pool, config: { contact } }: RouteContext,
  show: ShowPage,
  config: FastifyContextConfig = {},
): void {
  const options = { config }
  app.get<{ Querystring: Record<string, unknown> }>('/', options, async (request, reply) => {
    const { form, visit, visitor, asked, around } = request.guest
    const known = answered(request.guest)
    const [saves, submissions, newest, parked, present, looks, extension, amendments, queries, delegations] =
      await Promise.all([
        lastSaves(db, visit.participantId),
        submissionsOf(db, visit.participantId),
        newestSubmission(pool, visit.participantId),
        parkedPages(db, visit.participantId),
        presentFor(db, visit.participantId),
        looksAt(db, visit.participantId),
        extensionFor(db, visit.participantId),
        listAmendments(db, { participantId: visit.participantId }),
        visit.queried ? findQueries(db, { participantId: visit.participantId }) : [],
        visit.office ? [] : delegationsOf(db, visit.participantId),
      ])
    const page = hubPage(known, visit, contact, {
      saves,
      submissions,
      parked: parked.reduce((count, { typed }) => count + shownFields(typed).length, 0),
      present: present.length,
      looks,
      extension,
      amendments,
      changedSince: newest !== undefined && !isSubmitted(known, newest, asked),
      queries,
      delegations,
      asked: visitor.asked,
      leftBehind: asked !== undefined && leftUnsubmitted(form, asked, around),
      notice: takenOverNotice(request.query.uebernommen),
    })
    return show(request, reply, 'hub', form.instrument.title, page, visitor)
  })

  app.get('/drucken', options, async (request, reply) => {
    const { visit, visitor } = request.guest
    return show(request, reply, 'print', 'Druckansicht', printPage(answered(request.guest), visit), visitor)
  })
}
