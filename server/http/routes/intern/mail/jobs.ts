import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { hasRight } from '../../../../domain/rights.ts'
import { retryByHand, stopByHand } from '../../../../jobs/by-hand.ts'
import { listJobs } from '../../../../store/jobs.ts'
import { jobStepHref, jobsHref, mailHref } from '../../../pages/intern/addresses.ts'
import { jobEntry } from '../../../pages/intern/mail/job-entry.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const form = z.strictObject({ _csrf: z.string(), zurueck: z.enum(['post', 'auftraege']).default('auftraege') })
const notices: Record<string, string> = {
  angehalten: 'Der Auftrag ist angehalten.',
  wiederholt: 'Der Auftrag wird noch einmal versucht.',
}

/** Work that is done in its turn: how far it is, what went wrong, and the buttons for that. */
export function addJobRoutes(app: FastifyInstance, { db }: RouteContext, show: ShowPage): void {
  app.get<{ Querystring: Record<string, unknown> }>(
    jobsHref,
    { config: { right: 'field.read' } },
    async (request, reply) => {
      const jobs = await listJobs(db, { accountId: request.staff.accountId })
      return show(request, reply, 'intern/jobs', 'Aufträge', {
        notice: notices[String(request.query.getan)] ?? '',
        jobs: jobs.map(jobEntry),
        mayManage: hasRight(request.staff.role, 'field.manage'),
      })
    },
  )

  app.post<{ Params: { job: string; step: string } }>(
    jobStepHref(':job', ':step'),
    { config: { right: 'field.manage' } },
    async (request, reply) => {
      const typed = form.safeParse(request.body)
      if (!typed.success) return reply.problem('badForm')
      const { job, step } = request.params
      const act = { anhalten: stopByHand, wiederholen: retryByHand }[step]
      if (act === undefined || !/^\d{1,15}$/.test(job)) return reply.problem('notFound')
      // What has ended meanwhile needs neither; the page says how it stands.
      const isDone = await act(db, Number(job), request.staff.accountId)
      const done = step === 'anhalten' ? 'angehalten' : 'wiederholt'
      const back = typed.data.zurueck === 'post' ? mailHref : jobsHref
      return reply.redirect(isDone ? `${back}?getan=${done}` : back, 303)
    },
  )
}
