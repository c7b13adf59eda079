import type { FastifyContextConfig, FastifyInstance } from 'fastify'
import type { ReceiptPage } from '../../../views/page-data/form-pages.ts'
import type { RouteContext } from '../../boot/context.ts'
import { readReceiptNumber } from '../../domain/receipt-number.ts'
import { print } from '../../paper/print.ts'
import { sendPdf } from '../../paper/send-pdf.ts'
import { listAmendments } from '../../store/amendments.ts'
import { burdenOf } from '../../store/burden.ts'
import { paperReturns } from '../../store/paper-returns.ts'
import { submissionsOf } from '../../store/submissions.ts'
import { originOf } from '../origin.ts'
import { burdenHref, receiptHref } from '../pages/addresses.ts'
import { amendedNotice } from '../pages/amended-page.ts'
import { burdenView, type SaidOfBurden } from '../pages/burden-view.ts'
import { receiptPage } from '../pages/receipt-page.ts'
import { receiptPaper } from '../pages/receipt-paper.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import type { Guest } from '../plugins/visit.ts'

interface ReceiptAddress {
  receipt: string
}

/** What finds a receipt by its number, in whatever way that is written. */
export function receiptFinder({ db, config, forms }: Pick<RouteContext, 'db' | 'config' | 'forms'>) {
  return async (
    { visit, visitor }: Guest,
    typed: string,
    said: SaidOfBurden = {},
  ): Promise<ReceiptPage | undefined> => {
    const number = readReceiptNumber(typed)
    const submissions = await submissionsOf(db, visit.participantId)
    const shown = submissions.find(({ receipt }) => receipt === number)
    if (shown === undefined) return undefined
    // Answers are read through the version under which they were given.
    const { instrument } = await forms.get({ ...visit, surveyVersion: shown.survey_version })
    const amendments = await listAmendments(db, { participantId: visit.participantId })
    const returns = await paperReturns(db, visit.participantId)
    const onPaper = returns.some(({ receipt }) => receipt === number)
    const page = { ...receiptPage(instrument, submissions, shown, visit, visitor, config.contact), onPaper }
    // An earlier receipt speaks of what was replaced.
    if (shown !== submissions[0]) return page
    const asksBurden = !visit.office && !visit.closed
    const kept = asksBurden ? await burdenOf(db, visit.participantId) : undefined
    return {
      ...page,
      amended: amendedNotice(instrument, amendments, visit),
      burden: asksBurden ? burdenView(burdenHref(visit, page.number), kept, said) : null,
    }
  }
}

/** Receipts: to be read again at any time, printed, and kept as a file. */
export function addReceiptRoutes(
  app: FastifyInstance,
  context: RouteContext,
  show: ShowPage,
  asked: FastifyContextConfig = {},
): void {
  const { config } = context
  const options = { config: asked }
  const findReceipt = receiptFinder(context)

  app.get<{ Params: ReceiptAddress; Querystring: Record<string, unknown> }>(
    '/quittung/:receipt',
    options,
    async (request, reply) => {
      const notice = request.query.aufwand === 'ja' ? 'Danke, Ihre Angabe zum Aufwand ist gespeichert.' : ''
      const page = await findReceipt(request.guest, request.params.receipt, { notice })
      if (page === undefined) return reply.problem('notFound')
      return show(request, reply, 'receipt', `Quittung ${page.number}`, page, request.guest.visitor)
    },
  )

  app.get<{ Params: ReceiptAddress }>(
    '/quittung/:receipt/datei',
    { config: { ...asked, computed: true } },
    async (request, reply) => {
      const page = await findReceipt(request.guest, request.params.receipt)
      if (page === undefined) return reply.problem('notFound')
      const address = originOf(request, config) + receiptHref({ ...request.guest.visit, office: false }, page.number)
      return sendPdf(reply, `quittung-${page.number}`, await print('receipt', receiptPaper(page, address)))
    },
  )
}
