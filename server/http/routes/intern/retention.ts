import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { findDue } from '../../../retention/due.ts'
import { waveKinds } from '../../../retention/rules.ts'
import { settleOffer } from '../../../retention/settle-offer.ts'
import { logDays } from '../../../store/log-cuts.ts'
import { lastRun } from '../../../store/retention.ts'
import { listTerms } from '../../../store/retention-terms.ts'
import { retentionHref } from '../../pages/intern/addresses.ts'
import { retentionPage } from '../../pages/intern/retention-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { titlesOfWaves } from './titles-of-waves.ts'

const form = z.strictObject({
  _csrf: z.string(),
  welle: z.string(),
  art: z.enum(waveKinds),
  ergebnis: z.enum(['taken', 'declined']),
})

/** What is kept until when, what is due, and what an archive said. */
export function addRetentionRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context

  app.get<{ Querystring: Record<string, unknown> }>(
    retentionHref,
    { config: { right: 'privacy.read' } },
    async (request, reply) => {
      const [titles, terms, due, last, days] = await Promise.all([
        titlesOfWaves(context),
        listTerms(db),
        findDue(context),
        lastRun(db),
        logDays(db),
      ])
      const mayManage = mayUse(request.staff, 'privacy.manage')
      const notice = request.query.festgehalten === '1' ? 'Das Ergebnis ist festgehalten.' : ''
      const { facts } = config.operator
      const page = retentionPage({ facts, titles, terms, due, last, logDays: days, mayManage, notice })
      return show(request, reply, 'intern/retention', 'Fristen', page)
    },
  )

  app.post(retentionHref, { config: { right: 'privacy.manage' } }, async (request, reply) => {
    const typed = form.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { welle: wave, art: kind, ergebnis: offered } = typed.data
    const settled = await settleOffer(db, { wave, kind, offered, accountId: request.staff.accountId })
    return settled ? reply.redirect(`${retentionHref}?festgehalten=1`, 303) : reply.problem('notFound')
  })
}
