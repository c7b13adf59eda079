import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { plainUnit } from '../../../../domain/plain-unit.ts'
import { askedWave } from '../../../../field/asked-wave.ts'
import { openPaper } from '../../../../returned-paper/open-paper.ts'
import { addressFor } from '../../../../store/field-notes.ts'
import { dropEntries, listPapers, paperTurns } from '../../../../store/paper-entries.ts'
import { paperReturns } from '../../../../store/paper-returns.ts'
import { scansOf } from '../../../../store/paper-scans.ts'
import { participantIds } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { submissionsOf } from '../../../../store/submissions.ts'
import { paperDropHref, paperHref, papersHref } from '../../../pages/intern/addresses.ts'
import { paperPage } from '../../../pages/intern/paper-page.ts'
import { papersPage } from '../../../pages/intern/papers-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const right = { config: { right: 'paper.enter' } } as const
const drop = z.strictObject({ _csrf: z.string(), erfassung: z.enum(['1', '2']) })

interface Wave {
  Params: { wave: string }
  Querystring: Record<string, unknown>
}
interface One {
  Params: { wave: string; unit: string }
  Querystring: Record<string, unknown>
}

export type ShowPaper = (
  request: FastifyRequest,
  reply: FastifyReply,
  said?: { notice?: string; error?: string },
) => Promise<FastifyReply>

/** What came back on paper, of a wave and one by one: how far it is with typing. Gives back what shows one. */
export function addPaperReturnRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): ShowPaper {
  const { db, config } = context

  const showPaper: ShowPaper = async (request, reply, said = {}) => {
    const { params, staff } = request as FastifyRequest<One>
    const paper = await openPaper(context, params, staff.accountId)
    if (paper === undefined) return reply.problem('notFound')
    const { participantId: id, unit } = paper.atWork.visit
    const [turns, scans, returns, submissions, address] = await Promise.all([
      paperTurns(db, id),
      scansOf(db, id),
      paperReturns(db, id),
      submissionsOf(db, id),
      addressFor(db, unit, ''),
    ])
    const known = { atWork: paper.atWork, turns, scans, returns, address, accountId: staff.accountId }
    const page = paperPage({ ...known, mayTwice: !config.twoAccounts, hasSubmitted: submissions.length > 0, ...said })
    return show(request, reply, 'intern/paper', `Papier, ${page.unit.name}`, page)
  }

  app.get<Wave>(papersHref(':wave'), right, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { accountId } = request.staff
    const typed = typeof request.query.wer === 'string' ? plainUnit(request.query.wer) : ''
    const own = typed === '' ? undefined : await participantIds(db, asked.wave.id, accountId)
    if (own?.has(typed)) return reply.redirect(paperHref(asked.wave.id, typed), 303)
    const error =
      typed === '' ? '' : `„${typed}“ wird in dieser Erhebung nicht gefragt, oder Ihr Konto ist nicht zuständig.`
    const [papers, register] = await Promise.all([listPapers(db, asked.wave.id, accountId), context.register()])
    const page = papersPage(asked, papers, register, { typed, error })
    return show(request as FastifyRequest, error === '' ? reply : reply.code(404), 'intern/papers', 'Papier', page)
  })

  app.get<One>(paperHref(':wave', ':unit'), right, (request, reply) =>
    showPaper(request as FastifyRequest, reply, { notice: notices[String(request.query.getan)] ?? '' }),
  )

  app.post<One>(paperDropHref(':wave', ':unit'), right, async (request, reply) => {
    const sent = drop.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { params, staff } = request
    const participant = (await participantIds(db, params.wave, staff.accountId)).get(params.unit)
    if (participant === undefined) return reply.problem('notFound')
    const turn = Number(sent.data.erfassung)
    if ((await dropEntries(db, participant, turn)) > 0)
      await noteStaff(db, {
        ...{ action: 'paper_dropped', accountId: staff.accountId, wave: params.wave },
        detail: { participant, turn },
      })
    return reply.redirect(`${paperHref(params.wave, params.unit)}?getan=verworfen`, 303)
  })

  return showPaper
}

const notices: Record<string, string> = {
  erfasst: 'Ihre Erfassung ist fertig.',
  gespeichert: 'Ihre Erfassung ist gespeichert. Sie können jederzeit weitermachen.',
  verworfen: 'Die Erfassung ist verworfen.',
  abgesendet: 'Die Antworten sind abgesendet. Die Quittung lässt sich hier drucken und mit der Post schicken.',
  scan: 'Der Scan ist abgelegt.',
  'scan-weg': 'Der Scan ist gelöscht.',
}
