import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { decideDoubt } from '../../../../mail/decide.ts'
import { isMailAddress } from '../../../../mail/mail-address.ts'
import { sendTestMail, testWords } from '../../../../mail/test-mail.ts'
import { listMails } from '../../../../store/dispatches.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { decideMailHref, mailHref, outboxHref, testMailHref } from '../../../pages/intern/addresses.ts'
import { isMailState, mailEntry, mailStates } from '../../../pages/intern/mail/mail-entry.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { titlesOfWaves } from '../titles-of-waves.ts'
import { showMail } from './show-mail.ts'

const see = { config: { right: 'field.read' } } as const
const manage = { config: { right: 'field.manage' } } as const
const testForm = z.strictObject({ _csrf: z.string(), adresse: z.string().trim().max(300) })
const decision = z.strictObject({ _csrf: z.string(), was: z.enum(['gesendet', 'neu']) })
const mostMails = 200

const notices: Record<string, string> = {
  geplant: 'Die Sendung ist geplant.',
  vorgeschlagen: 'Vorgeschlagen. Die Sendung beginnt, sobald ein zweites Konto zustimmt.',
  entschieden: 'Das ist festgehalten.',
  angehalten: 'Der Auftrag ist angehalten.',
  wiederholt: 'Der Auftrag wird noch einmal versucht.',
}

/** The mails of the office: what went out, what will, what is in doubt. */
export function addMailRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context

  app.get<{ Querystring: Record<string, unknown> }>(mailHref, see, (request, reply) =>
    showMail(context, show, request, reply, {
      notice: notices[String(request.query.getan)] ?? '',
      wave: String(request.query.welle ?? ''),
    }),
  )

  app.get<{ Querystring: Record<string, unknown> }>(outboxHref, see, async (request, reply) => {
    const wave = String(request.query.welle ?? '')
    const asked = String(request.query.stand ?? '')
    const state = isMailState(asked) ? asked : undefined
    const waves = await titlesOfWaves(context)
    const { accountId } = request.staff
    const mails = await listMails(db, {
      state,
      wave: waves.has(wave) ? wave : undefined,
      accountId,
      most: mostMails + 1,
    })
    const choice = (value: string, label: string, chosen: string) => ({ value, label, selected: value === chosen })
    const states = Object.entries(mailStates).map(([value, { label }]) => choice(value, label, asked))
    const ofWaves = [...waves].map(([value, title]) => choice(value, title, wave))
    return show(request, reply, 'intern/outbox', 'Ausgang', {
      form: {
        action: outboxHref,
        kept: [],
        choices: [
          { name: 'stand', label: 'Stand', groups: [{ label: '', options: [choice('', 'alle', asked), ...states] }] },
          {
            name: 'welle',
            label: 'Erhebung',
            groups: [{ label: '', options: [choice('', 'alle', wave), ...ofWaves] }],
          },
        ],
        resetHref: asked === '' && wave === '' ? '' : outboxHref,
      },
      mails: mails.slice(0, mostMails).map(mailEntry),
      more: mails.length > mostMails,
    })
  })

  app.post(testMailHref, manage, async (request, reply) => {
    const typed = testForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { adresse: address } = typed.data
    if (!isMailAddress(address)) {
      const error = 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@example.de.'
      return showMail(context, show, request, reply.code(400), { test: { address, error } })
    }
    const outcome = testWords(config, address, await sendTestMail(config, address))
    await noteStaff(db, { action: 'test_mail_sent', accountId: request.staff.accountId })
    return showMail(context, show, request, reply, { test: { address, outcome } })
  })

  app.post<{ Params: { mail: string } }>(decideMailHref(':mail'), manage, async (request, reply) => {
    const typed = decision.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    if (!/^\d{1,15}$/.test(request.params.mail)) return reply.problem('notFound')
    const said = typed.data.was === 'neu' ? 'again' : 'sent'
    const { accountId } = request.staff
    const isDecided = await decideDoubt(db, { mail: Number(request.params.mail), decision: said, accountId })
    return isDecided ? reply.redirect(`${mailHref}?getan=entschieden`, 303) : reply.problem('notFound')
  })
}
