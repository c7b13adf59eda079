import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contentOf, type Justification, obstacles } from '../../../surveys/answer/submission.ts'
import type { RouteContext } from '../../boot/context.ts'
import { readReasons, type TypedReason } from '../../domain/reasons.ts'
import { newReceiptNumber } from '../../domain/receipt-number.ts'
import { answer } from '../../forms/form.ts'
import { standing } from '../../forms/standing.ts'
import { insertJustifications } from '../../store/justifications.ts'
import { insertSubmission, newestSubmission } from '../../store/submissions.ts'
import { checkHref, receiptHref } from '../pages/addresses.ts'
import { checkPage } from '../pages/check-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** The list of all that is open, the reasons given for signals, and the submission. */
export function addCheckRoutes(app: FastifyInstance, { db, pool }: RouteContext, show: ShowPage): void {
  interface Shown {
    given: readonly Justification[]
    typed?: ReadonlyMap<string, TypedReason>
    notice?: string
  }

  async function showCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    { given, typed = new Map(), notice = '' }: Shown,
  ) {
    const { form, visit, visitor, around } = request.guest
    const answered = answer(form, visit.typed ?? {}, around)
    const { hash } = contentOf(form.instrument, answered.cells, standing(answered.findings, given))
    const newest = await newestSubmission(pool, visit.participantId)
    const submitted = newest?.contentHash === hash ? newest.receipt : null
    const page = checkPage(answered, {
      place: visit,
      rev: visit.rev,
      justifications: given,
      typed,
      submitted,
      notice,
    })
    return show(request, reply, 'check', 'Prüfen und absenden', page, visitor)
  }

  app.get('/pruefen', (request, reply) =>
    showCheck(request, reply, { given: request.guest.visit.justifications ?? [] }),
  )

  app.post('/pruefen', { config: { takesTexts: true } }, async (request, reply) => {
    const { form, visit, around } = request.guest
    const { instrument } = form
    const answered = answer(form, visit.typed ?? {}, around)
    const sent = readReasons(request.body, instrument, answered.findings, visit.justifications ?? [])
    if (sent === undefined) return reply.problem('badForm')
    if (!visit.open)
      return showCheck(request, reply.code(409), {
        given: visit.justifications ?? [],
        notice: 'Die Frist ist abgelaufen. Es wurde nichts mehr geändert.',
      })

    await insertJustifications(db, visit.participantId, visit.editorId, sent.given)
    const replaced = new Set(sent.given.map(({ check }) => check))
    const given = [...(visit.justifications ?? []).filter(({ check }) => !replaced.has(check)), ...sent.given]
    const { typed } = sent
    if (typed.size > 0) {
      const notice =
        'Bitte ergänzen Sie die Begründungen, die noch nicht vollständig sind. Die übrigen sind gespeichert.'
      return showCheck(request, reply.code(422), { given, typed, notice })
    }
    if (sent.action !== 'absenden') return reply.redirect(checkHref(visit), 303)

    if (sent.rev !== visit.rev) {
      const notice =
        'Inzwischen wurde in diesem Fragebogen etwas geändert, deshalb ist noch nichts abgesendet. Bitte sehen Sie die Liste noch einmal durch.'
      return showCheck(request, reply.code(409), { given, notice })
    }
    if (obstacles(answered.findings, given).length > 0) {
      const notice =
        'Es ist noch nichts abgesendet. Bitte berichtigen Sie die Fehler, und berichtigen oder begründen Sie die Hinweise.'
      return showCheck(request, reply.code(422), { given, notice })
    }
    const justifications = standing(answered.findings, given)
    const content = contentOf(instrument, answered.cells, justifications)
    const { participantId, editorId } = visit
    // A receipt number that is taken already, or a colleague at the same moment: the second try finds either settled.
    for (let tries = 0; tries < 3; tries += 1) {
      const stored = await insertSubmission(pool, {
        participantId,
        editorId,
        draftRev: sent.rev,
        surveyVersion: instrument.version,
        surveyHash: instrument.hash,
        receipt: newReceiptNumber(),
        content,
        justifications,
      })
      if (stored !== undefined) return reply.redirect(receiptHref(visit, stored), 303)
      const newest = await newestSubmission(pool, participantId)
      if (newest?.contentHash === content.hash) return reply.redirect(receiptHref(visit, newest.receipt), 303)
    }
    const notice =
      'Es ist noch nichts abgesendet: Inzwischen wurde etwas geändert, oder die Frist ist abgelaufen. Bitte sehen Sie die Liste noch einmal durch.'
    return showCheck(request, reply.code(409), { given, notice })
  })
}
