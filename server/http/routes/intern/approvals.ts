import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { type Holder, hasRight, isRole, mayUse } from '../../../domain/rights.ts'
import { type Approval, decidedApprovals, findApproval, openApprovals } from '../../../store/approvals.ts'
import { listAccounts } from '../../../store/staff-accounts.ts'
import { findWave } from '../../../store/waves.ts'
import { acts, isAct } from '../../../waves/acts.ts'
import { decide, whyVoid } from '../../../waves/approve.ts'
import { approvalHref, approvalsHref } from '../../pages/intern/addresses.ts'
import { approvalsPage, type Waiting } from '../../pages/intern/approvals-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'approval.decide' } } as const
const answer = z.strictObject({ _csrf: z.string(), antwort: z.enum(['agreed', 'refused', 'withdrawn']) })
const howManyDecided = 20

/** What waits for a second account, with what it would do, looked up now. */
export function addApprovalRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context

  async function showList(request: FastifyRequest, reply: FastifyReply, said: { notice: string; error: string }) {
    const [open, decided, accounts] = await Promise.all([
      openApprovals(db),
      decidedApprovals(db, howManyDecided),
      listAccounts(db),
    ])
    const waiting = await Promise.all(open.filter((one) => mayJudge(one, request.staff)).map(waitingOf))
    const others = accounts.filter(
      ({ id, role, works, scope }) =>
        works &&
        (scope ?? []).length === 0 &&
        id !== request.staff.accountId &&
        isRole(role) &&
        hasRight(role, 'approval.decide'),
    )
    const page = approvalsPage({
      waiting,
      decided,
      viewer: request.staff.accountId,
      isOff: !config.twoAccounts,
      isAlone: config.twoAccounts && others.length === 0,
      ...said,
    })
    return show(request, reply, 'intern/approvals', 'Freigaben', page)
  }

  /** What shows more than everybody who agrees may see is for those who may. */
  const mayJudge = ({ act }: Approval, staff: Holder): boolean => {
    const beside = isAct(act) ? acts[act].right : undefined
    return beside === undefined || mayUse(staff, beside)
  }

  async function waitingOf(approval: Approval): Promise<Waiting> {
    const { act, wave: id, asked, reason, proposedBy } = approval
    const by = proposedBy ?? undefined
    const [why, wave] = await Promise.all([whyVoid(db, approval), findWave(db, id)])
    const facts =
      wave !== undefined && isAct(act)
        ? await acts[act].preview({ db, pool: context.pool, config, wave, asked, reason, by, isAgreed: false })
        : []
    return { approval, facts, why }
  }

  app.get<{ Querystring: Record<string, unknown> }>(approvalsHref, right, (request, reply) =>
    showList(request, reply, {
      notice: request.query.entschieden === 'ja' ? 'Die Entscheidung ist festgehalten.' : '',
      error: '',
    }),
  )

  app.post<{ Params: { id: string } }>(approvalHref(':id'), right, async (request, reply) => {
    const typed = answer.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const found = await findApproval(db, request.params.id)
    const decided =
      found !== undefined && mayJudge(found, request.staff)
        ? await decide(context, found.id, typed.data.antwort, request.staff.accountId)
        : undefined
    if (decided === undefined) return reply.problem('notFound')
    if (!decided.isDone)
      return showList(request as FastifyRequest, reply.code(409), { notice: '', error: decided.said })
    return reply.redirect(`${approvalsHref}?entschieden=ja`, 303)
  })
}
