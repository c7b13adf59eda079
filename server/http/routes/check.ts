import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { checkOutcomes } from '../../../surveys/checks/outcomes.ts'
import type { CheckPage } from '../../../views/page-data/check-page.ts'
import type { RouteContext } from '../../boot/context.ts'
import { clockTime, whenSaved } from '../../domain/german-time.ts'
import { answered } from '../../forms/answered.ts'
import { checkPageId } from '../../forms/form.ts'
import { handIn, isSubmitted } from '../../forms/hand-in.ts'
import { openConflicts } from '../../forms/open-conflicts.ts'
import { saveReasons } from '../../forms/save-reasons.ts'
import { sentByEarlierLogin, whyUnsaved } from '../../forms/unsaved.ts'
import { saves, submissions } from '../../metrics/counts.ts'
import { newestSubmission } from '../../store/submissions.ts'
import { checkHref, hubHref, receiptHref } from '../pages/addresses.ts'
import { checkPage } from '../pages/check-page.ts'
import { closedWords, receivedAs } from '../pages/closed-words.ts'
import { conflictPage } from '../pages/conflict-page.ts'
import { correctionOf } from '../pages/correction.ts'
import { helpOf } from '../pages/help-way.ts'
import { refusalOf } from '../pages/refusal.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { receivePage, receivesTyped } from './receive-section.ts'

const heading = 'Prüfen und absenden'

const changedMeanwhile =
  'Inzwischen wurde in diesem Fragebogen etwas geändert, deshalb ist noch nichts abgesendet. Bitte sehen Sie die Liste noch einmal durch.'
const notTaken =
  'Es ist noch nichts abgesendet: Inzwischen wurde etwas geändert, oder die Frist ist abgelaufen. Bitte sehen Sie die Liste noch einmal durch.'

interface Shown {
  raw: Raw
  rev: number
  notice?: string
  refused?: CheckPage['refused']
  fewConfirmed?: boolean
}

const checkShower =
  ({ pool, config }: RouteContext, show: ShowPage) =>
  async (request: FastifyRequest, reply: FastifyReply, shown: Shown) => {
    const { guest } = request
    const { visit, visitor, around, asked } = guest
    const { raw, rev, notice = '', refused = null, fewConfirmed = false } = shown
    const known = answered(guest, raw)
    const newest = await newestSubmission(pool, visit.participantId)
    const isSame = isSubmitted(known, newest, asked)
    const { instrument, cells } = known
    const page = checkPage(known, {
      outcomes: checkOutcomes({ instrument, raw, cells, around }).filter(
        ({ check }) => asked === undefined || asked.checks.has(check.id),
      ),
      place: visit,
      rev,
      saved: visit.savedAt === null ? '' : `Zuletzt gespeichert: ${whenSaved(visit.savedAt, visit.now)}`,
      notice,
      refused,
      submitted: isSame ? newest.receipt : null,
      fewConfirmed,
      closed: visit.open ? '' : closedWords(visit, newest && receivedAs(newest), !isSame, visitor.asked),
      asked: visitor.asked,
      contact: config.contact,
    })
    return show(
      request,
      reply,
      'check',
      (visit.open && !visit.office) || visitor.asked ? heading : 'Angaben prüfen',
      page,
      visitor,
    )
  }

/** The list of all that is open, to be looked at. */
export function addCheckPage(
  app: FastifyInstance,
  context: RouteContext,
  show: ShowPage,
  asked: FastifyContextConfig = {},
): void {
  const showCheck = checkShower(context, show)

  app.get<{ Querystring: { gespeichert?: string } }>('/pruefen', { config: asked }, (request, reply) => {
    const { visit } = request.guest
    const saved = request.query.gespeichert === 'ja' && visit.savedAt !== null
    const notice = saved ? `Gespeichert um ${clockTime(visit.savedAt ?? visit.now)} Uhr.` : ''
    return showCheck(request, reply, { raw: visit.typed ?? {}, rev: visit.rev, notice })
  })
}

/** The list of all that is open, the reasons given for signals, and the submission. */
export function addCheckRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { pool } = context
  const showCheck = checkShower(context, show)
  addCheckPage(app, context, show)

  app.post('/pruefen', { config: receivesTyped }, async (request, reply) => {
    const received = await receivePage(request, reply, context, show, checkPageId)
    if ('answered' in received) return received.answered
    const { page } = received
    const { form, visit, visitor, asked } = request.guest
    const { action } = page
    // How much is left blank was asked before.
    const fewConfirmed = page.fewConfirmed || asked !== undefined
    const unsubmitted = (why: 'refused' | 'conflict') => action === 'absenden' && submissions.add(why)
    const unsaved = request.fromOurPage
      ? await whyUnsaved(context.db, request.guest, checkPageId, page)
      : sentByEarlierLogin
    if (unsaved !== undefined) {
      saves.add('refused')
      unsubmitted('refused')
      const { status, message: text, errors: problems } = unsaved
      const raw = { ...visit.typed, ...page.typed }
      return showCheck(request, reply.code(status), { raw, rev: page.rev, refused: { text, problems }, fewConfirmed })
    }
    const place = { heading, href: checkHref(visit) }
    const open = await openConflicts(context.db, visit, page)
    if (open.length > 0) {
      saves.add('conflict')
      unsubmitted('conflict')
      const conflict = conflictPage(place, form.fields, open, visit.rev, visit.now, page.typed)
      return show(request, reply.code(422), 'conflict', 'Zwei verschiedene Eingaben', conflict, visitor)
    }
    const seen = visit.rev
    const { conflicts, rev, raw } = await saveReasons(pool, request.guest, page)
    if (conflicts.length > 0) {
      unsubmitted('conflict')
      const conflict = conflictPage(place, form.fields, conflicts, rev, visit.now)
      return show(request, reply.code(409), 'conflict', 'Zwei verschiedene Eingaben', conflict, visitor)
    }
    if (action !== 'absenden') {
      const away =
        action === 'hub'
          ? hubHref(visit)
          : (helpOf(action, visit, 'pruefen') ?? correctionOf(action, form.instrument, visit))
      return reply.redirect(away ?? `${checkHref(visit)}?gespeichert=ja`, 303)
    }
    const known = answered(request.guest, raw)
    const refuse = (status: 409 | 422, refused: CheckPage['refused']) => {
      unsubmitted(status === 409 ? 'conflict' : 'refused')
      return showCheck(request, reply.code(status), { raw, rev, refused, fewConfirmed })
    }
    if (page.rev !== seen) return refuse(409, { text: changedMeanwhile, problems: [] })
    const refused = refusalOf(known, fewConfirmed)
    if (refused !== null) return refuse(422, refused)
    const receipt = await handIn(pool, visit, known, rev, asked)
    if (receipt === undefined) return refuse(409, { text: notTaken, problems: [] })
    submissions.add('stored')
    return reply.redirect(receiptHref(visit, receipt), 303)
  })
}
