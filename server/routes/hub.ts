import type { FastifyInstance } from 'fastify'
import { viewQuestion } from '../../surveys/question-view.ts'
import { contentOf } from '../../surveys/submission.ts'
import type { RouteContext } from '../context.ts'
import { whenSaved } from '../domain/german-time.ts'
import { answer } from '../form.ts'
import { hubPage } from '../pages/hub-page.ts'
import type { ShowPage } from '../plugins/pages.ts'
import { standing } from '../standing.ts'
import { lastSaves } from '../store/drafts.ts'
import { parkedPages } from '../store/parked-pages.ts'
import { submissionsOf } from '../store/submissions.ts'

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
    const contentHash = contentOf(
      form.instrument,
      answered.cells,
      standing(answered.findings, visit.justifications),
    ).hash
    const page = hubPage(answered, visit, config.contact, { saves, submissions, parked: parked.length, contentHash })
    return show(request, reply, 'hub', form.instrument.title, page, visitor)
  })

  app.get('/drucken', async (request, reply) => {
    const { form, visit, visitor, around } = request.guest
    const answered = answer(form, visit.typed ?? {}, around)
    const sections = form.instrument.sections.map(({ title, introduction, questions }) => ({
      title,
      introduction,
      questions: questions.map((question) => viewQuestion(question, answered)),
    }))
    const saved = visit.savedAt === null ? '' : `Stand: ${whenSaved(visit.savedAt, visit.now)}`
    return show(request, reply, 'print', 'Druckansicht', { sections, rev: visit.rev, saved }, visitor)
  })
}
