import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { InputError } from '../../../../errors/input-error.ts'
import { chooseReceivers } from '../../../../letters/choose.ts'
import { whoGetsOne } from '../../../../letters/letters-file.ts'
import { noteTypedReturns } from '../../../../letters/note-returned.ts'
import { previewLetter } from '../../../../letters/preview.ts'
import { mayHoldCode } from '../../../../letters/read-returned.ts'
import { isLetterName } from '../../../../letters/templates.ts'
import { sendPdf } from '../../../../paper/send-pdf.ts'
import { addIssue, listIssues } from '../../../../store/letter-issues.ts'
import { kreiseOf, listReceivers } from '../../../../store/letter-receivers.ts'
import { findWave } from '../../../../store/waves.ts'
import { propose } from '../../../../waves/approve.ts'
import { codesThatEnd } from '../../../../waves/letters-anew-act.ts'
import {
  letterIssueHref,
  letterPreviewHref,
  lettersHref,
  returnedLettersHref,
} from '../../../pages/intern/addresses.ts'
import { lettersPage } from '../../../pages/intern/letters-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { askedOf } from './asked-of.ts'

type OfWave = { Params: { wave: string }; Querystring: Record<string, unknown> }

const right = { config: { right: 'field.manage' } } as const
const order = z.strictObject({
  _csrf: z.string(),
  kreis: z.string().max(3).default(''),
  liste: z.string().max(200_000).default(''),
  neu: z.enum(['ja', 'nein']).default('nein'),
  brief: z.enum(['einladung', 'zugangscode']).default('einladung'),
  form: z.enum(['pdf', 'csv']).default('pdf'),
})
const returned = z.strictObject({ _csrf: z.string(), zurueck: z.string().max(200_000) })
const untyped = { kreis: '', list: '', anew: false, letter: 'einladung', form: 'pdf', returned: '' }

/** The letters of a wave: what there is, a preview, new ones, and those that came back. */
export function addLetterRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context

  async function showAll(
    request: FastifyRequest<OfWave>,
    reply: FastifyReply,
    said: { typed?: typeof untyped; notice?: string; errors?: { field: string; message: string }[] } = {},
  ) {
    const { accountId } = request.staff
    const asked = await askedOf(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const [receivers, issues, kreise] = await Promise.all([
      listReceivers(db, { wave: asked.id, accountId }),
      listIssues(db, asked.id, { accountId }),
      kreiseOf(db, asked.id),
    ])
    const { typed = untyped, notice = '', errors = [] } = said
    const page = lettersPage({ config, asked, receivers, issues, kreise, typed, notice, errors })
    return show(request, reply, 'intern/letters', `Einladungen ${asked.id}`, page)
  }

  app.get<OfWave>(lettersHref(':wave'), right, (request, reply) => {
    const { zurueck, verworfen, vorgeschlagen, angelegt } = request.query
    const notice =
      typeof zurueck === 'string' && /^\d{1,6}$/.test(zurueck)
        ? `Vermerkt: ${zurueck} ${zurueck === '1' ? 'Schreiben kam' : 'Schreiben kamen'} zurück.`
        : verworfen === 'ja'
          ? 'Die Ausgabe ist verworfen. Kein Code daraus gilt.'
          : vorgeschlagen === 'ja'
            ? 'Vorgeschlagen. Die Ausgabe erscheint hier, sobald ein zweites Konto zustimmt; bis dahin gelten alle Codes weiter.'
            : angelegt === 'ja'
              ? 'Die Ausgabe ist angelegt.'
              : ''
    return showAll(request, reply, { notice })
  })

  app.post<OfWave>(lettersHref(':wave'), right, async (request, reply) => {
    const read = order.safeParse(request.body)
    if (!read.success) return reply.problem('badForm')
    const { kreis, liste, neu, brief: letter, form } = read.data
    const { wave } = request.params
    const { accountId } = request.staff
    const anew = neu === 'ja'
    const listed = liste.split(/[\s;,]+/).filter((part) => part !== '')
    const only = listed.length > 0 ? listed : kreis === '' ? undefined : [kreis]
    const receivers = await listReceivers(db, { wave, accountId })
    const { chosen, named, strangers } = chooseReceivers(receivers, { only, anew })
    const errors = strangers.map((part) => ({
      field: 'liste',
      message: `„${part}“ nimmt an dieser Erhebung nicht teil. Bitte berichtigen oder streichen Sie die Zeile.`,
    }))
    if (errors.length === 0) errors.push(...whyNobody(chosen.length, whoGetsOne(form, chosen).length, named.length))
    const typed = { ...untyped, kreis, list: liste, anew, letter, form }
    if (errors.length > 0) return showAll(request, reply.code(422), { typed, errors })
    const participants = chosen.map(({ id }) => id)
    if (config.twoAccounts && codesThatEnd(form, chosen) > config.twoAccountsAbove) {
      const of = await findWave(db, wave)
      if (of === undefined) return reply.problem('notFound')
      const asked = { letter, form, participants }
      const outcome = await propose(context, { act: 'letters_anew', wave: of, asked, reason: '', by: accountId })
      if ('faults' in outcome) {
        const faults = outcome.faults.map((message) => ({ field: 'kreis', message }))
        return showAll(request, reply.code(422), { typed, errors: faults })
      }
      return reply.redirect(`${lettersHref(wave)}?${'waits' in outcome ? 'vorgeschlagen' : 'angelegt'}=ja`, 303)
    }
    const issue = await db
      .transaction()
      .execute((trx) => addIssue(trx, { wave, letter, form, accountId, participants }))
    return reply.redirect(letterIssueHref(wave, issue), 303)
  })

  app.get<{ Params: { wave: string; letter: string } }>(
    letterPreviewHref(':wave', ':letter'),
    { config: { ...right.config, computed: true } },
    async (request, reply) => {
      const { wave, letter } = request.params
      const asked = await askedOf(context, wave)
      if (asked === undefined || !isLetterName(letter) || letter === 'begleitblatt') return reply.problem('notFound')
      const receivers = await listReceivers(db, { wave, accountId: request.staff.accountId })
      try {
        return sendPdf(reply, `muster-${letter}-${wave}`, await previewLetter(context, { asked, letter, receivers }))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        const errors = error.sentences.map((message) => ({ field: '', message }))
        return showAll(request as FastifyRequest<OfWave>, reply.code(422), { errors })
      }
    },
  )

  app.post<OfWave>(returnedLettersHref(':wave'), right, async (request, reply) => {
    const read = returned.safeParse(request.body)
    if (!read.success) return reply.problem('badForm')
    const { wave } = request.params
    const { accountId } = request.staff
    const { zurueck: typed } = read.data
    const receivers = await listReceivers(db, { wave, accountId })
    const { problems, noted } = await noteTypedReturns(context, { wave, typed, receivers, accountId })
    if (problems.length === 0) return reply.redirect(`${lettersHref(wave)}?zurueck=${noted}`, 303)
    const errors = problems.map((message) => ({ field: 'zurueck', message }))
    // What was scanned may hold codes, which no page repeats.
    return showAll(request, reply.code(422), {
      typed: { ...untyped, returned: mayHoldCode(typed) ? '' : typed },
      errors,
    })
  })
}

function whyNobody(chosen: number, getting: number, named: number) {
  if (getting > 0) return []
  const message =
    named === 0
      ? 'Niemand nimmt an dieser Erhebung teil.'
      : chosen === 0
        ? 'Alle davon haben schon einen gültigen Zugangscode oder ein Schreiben in einer offenen Ausgabe.'
        : 'Niemand davon hat eine Anschrift. Anschriften stehen im Verzeichnis; eine Liste (CSV) geht auch ohne.'
  return [{ field: 'kreis', message }]
}
