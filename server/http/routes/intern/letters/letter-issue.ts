import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { InputError } from '../../../../errors/input-error.ts'
import { drawIssue } from '../../../../letters/draw-issue.ts'
import { lettersFile, whoGetsOne } from '../../../../letters/letters-file.ts'
import { recipientsOf } from '../../../../letters/recipients.ts'
import { listIssues } from '../../../../store/letter-issues.ts'
import { listReceivers, sessionsOf } from '../../../../store/letter-receivers.ts'
import { discardIssue, settleIssue } from '../../../../store/settle-letters.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { letterIssueHref, letterStepHref, lettersHref } from '../../../pages/intern/addresses.ts'
import { letterFileName, letterIssuePage } from '../../../pages/intern/letter-issue-page.ts'
import { issueTitle } from '../../../pages/intern/letters-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { askedOf } from './asked-of.ts'

type OfIssue = { Params: { wave: string; issue: string }; Querystring: Record<string, unknown> }

const right = { config: { right: 'field.manage' } } as const
const computed = { config: { ...right.config, computed: true } } as const
const confirming = z.strictObject({ _csrf: z.string(), datei: z.coerce.number().int().min(1) })
const types = { pdf: 'application/pdf', csv: 'text/csv; charset=utf-8' }

const isSettled = 'Diese Ausgabe hat inzwischen jemand abgeschlossen.'

/** An issue: its file, with codes drawn anew each time, and the word that the file is there. */
export function addLetterIssueRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context

  /** The issue in the address, if it is one that this account works for. */
  async function find({ params, staff: { accountId } }: FastifyRequest<OfIssue>) {
    const asked = await askedOf(context, params.wave)
    if (asked === undefined || !/^\d{1,12}$/.test(params.issue)) return undefined
    const [issue] = await listIssues(db, asked.id, { id: Number(params.issue), accountId })
    return issue && { asked, issue, receivers: await listReceivers(db, { wave: asked.id, issue: issue.id }) }
  }

  async function showIssue(request: FastifyRequest<OfIssue>, reply: FastifyReply, { notice = '', error = '' } = {}) {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const page = letterIssuePage({ ...found, sessions: await sessionsOf(db, found.issue.id), notice, error })
    return show(request, reply, 'intern/letter-issue', issueTitle(found.issue), page)
  }

  const send = (reply: FastifyReply, form: 'pdf' | 'csv', name: string, file: Buffer) =>
    reply.type(types[form]).header('content-disposition', `attachment; filename="${name}"`).send(file)

  app.get<OfIssue>(letterIssueHref(':wave', ':issue'), right, (request, reply) =>
    showIssue(request, reply, {
      notice: request.query.gilt === 'ja' ? 'Die Codes dieser Ausgabe gelten. Die Schreiben können zur Post.' : '',
    }),
  )

  app.post<OfIssue>(letterStepHref(':wave', ':issue', 'datei'), computed, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    try {
      const drawn = await drawIssue(context, found.asked, found.issue, request.staff.accountId)
      if (drawn === undefined)
        return showIssue(request, reply.code(409), {
          error: 'Inzwischen wurde noch einmal heruntergeladen, oder die Ausgabe ist abgeschlossen.',
        })
      const { form } = found.issue
      return send(reply, form, letterFileName(found.issue, drawn.drawing), drawn.file)
    } catch (error) {
      if (error instanceof InputError) return showIssue(request, reply.code(422), { error: error.message })
      throw error
    }
  })

  app.post<OfIssue>(letterStepHref(':wave', ':issue', 'anschreiben'), computed, async (request, reply) => {
    const found = await find(request)
    if (found === undefined || found.issue.letter !== 'zugangscode') return reply.problem('notFound')
    const { asked, issue, receivers } = found
    const { form } = issue
    const getting = whoGetsOne(form, receivers)
    const order = { config, form, wave: asked, receivers: getting, codes: new Map(), at: new Date() }
    try {
      const file = await lettersFile({ ...order, letter: 'anschreiben' })
      const detail = { issue: issue.id, letters: getting.length }
      await noteStaff(db, { action: 'letters_drawn', accountId: request.staff.accountId, wave: asked.id, detail })
      return send(reply, form, `anschreiben-${asked.id}-ausgabe-${issue.id}.${form}`, file)
    } catch (error) {
      if (error instanceof InputError) return showIssue(request, reply.code(422), { error: error.message })
      throw error
    }
  })

  app.post<OfIssue>(letterStepHref(':wave', ':issue', 'bestaetigung'), right, async (request, reply) => {
    const typed = confirming.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { issue, receivers } = found
    const { datei: drawing } = typed.data
    const { accountId } = request.staff
    const settled = await settleIssue(db, { issue: issue.id, drawing, accountId, recipients: recipientsOf(receivers) })
    if (settled !== undefined) return reply.redirect(`${letterIssueHref(issue.wave, issue.id)}?gilt=ja`, 303)
    const error =
      issue.settledAt !== null
        ? isSettled
        : issue.drawnAt === null
          ? 'Es wurde noch keine Datei vollständig erzeugt. Bitte laden Sie sie zuerst herunter.'
          : `Zuletzt heruntergeladen wurde ${letterFileName(issue, issue.drawings)}; nur deren Codes können gelten. Haben Sie diese Datei? Dann bestätigen Sie noch einmal.`
    return showIssue(request, reply.code(409), { error })
  })

  app.post<OfIssue>(letterStepHref(':wave', ':issue', 'verwerfen'), right, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { id, wave } = found.issue
    if (await discardIssue(db, id, request.staff.accountId))
      return reply.redirect(`${lettersHref(wave)}?verworfen=ja`, 303)
    return showIssue(request, reply.code(409), { error: isSettled })
  })
}
