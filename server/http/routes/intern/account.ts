import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { hashPassword, longestPassword, passwordFault } from '../../../domain/password.ts'
import { type Refusal, refusal } from '../../../errors/refusal.ts'
import { confirmPassword } from '../../../staff/confirm-password.ts'
import { issueRecoveryCodes } from '../../../staff/recovery-codes.ts'
import { countRecoveryCodes } from '../../../store/second-factor.ts'
import { changePassword } from '../../../store/staff-accounts.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { endOne, listSessions } from '../../../store/staff-sessions.ts'
import { accountPage } from '../../pages/intern/account-page.ts'
import {
  accountHref,
  homeHref,
  keepAliveHref,
  passwordHref,
  recoveryHref,
  signInHref,
  signOutHref,
} from '../../pages/intern/addresses.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { refuseWith } from './sign-in.ts'

const own = { config: { right: 'account.own' } } as const
const typedPassword = z.string().max(longestPassword + 1)
const passwordForm = z.strictObject({
  _csrf: z.string(),
  bisher: typedPassword,
  neu: typedPassword,
  wiederholung: typedPassword,
})
const recoveryForm = z.strictObject({ _csrf: z.string(), bisher: typedPassword })

/** The own account: password, recovery codes, sessions, and the way out. */
export function addAccountRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, keys } = context

  async function showAccount(request: FastifyRequest, reply: FastifyReply, said: { notice?: string; error?: string }) {
    const { staff } = request
    const [sessions, codesLeft] = await Promise.all([
      listSessions(db, staff.accountId),
      countRecoveryCodes(db, staff.accountId),
    ])
    const page = { ...accountPage(staff, sessions, codesLeft, new Date()), notice: '', error: '', ...said }
    return show(request, reply, 'intern/account', 'Konto', page)
  }

  app.get<{ Querystring: Record<string, unknown> }>(accountHref, own, (request, reply) =>
    showAccount(request, reply, { notice: noticeOf(request.query) }),
  )

  app.get(passwordHref, own, (request, reply) =>
    show(request, reply, 'intern/password', 'Kennwort ändern', { initial: request.staff.passwordInitial, errors: [] }),
  )

  app.post(passwordHref, own, async (request, reply) => {
    const typed = passwordForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { bisher, neu, wiederholung } = typed.data
    const { accountId, sessionId, name, passwordInitial: initial } = request.staff
    const refuse = (field: 'bisher' | 'neu' | 'wiederholung', why: Refusal) => {
      const errors = [{ field, message: refuseWith(reply, why) }]
      return show(request, reply, 'intern/password', 'Kennwort ändern', { initial, errors })
    }

    const fault = neu === bisher ? 'Das neue Kennwort ist das bisherige.' : passwordFault(neu, name)
    if (fault !== '') return refuse('neu', refusal(fault))
    if (neu !== wiederholung)
      return refuse('wiederholung', refusal('Die Wiederholung stimmt nicht mit dem neuen Kennwort überein.'))
    const { refused } = await confirmPassword(context, accountId, bisher)
    if (refused !== undefined) return refuse('bisher', refused)
    await changePassword(db, { accountId, sessionId, passwordHash: await hashPassword(neu, keys.password) })
    return reply.redirect(initial ? homeHref : `${accountHref}?kennwort=ja`, 303)
  })

  app.post(recoveryHref, own, async (request, reply) => {
    const typed = recoveryForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { accountId } = request.staff
    const { refused } = await confirmPassword(context, accountId, typed.data.bisher)
    if (refused !== undefined) return showAccount(request, reply, { error: refuseWith(reply, refused) })
    const codes = await issueRecoveryCodes(context, accountId)
    return show(request, reply, 'intern/recovery-codes', 'Wiederherstellungscodes', { codes, next: accountHref })
  })

  app.post<{ Params: { id: string } }>(`${accountHref}/sitzungen/:id`, own, async (request, reply) => {
    const { accountId } = request.staff
    const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : 0
    if (!(await endOne(db, accountId, id))) return reply.redirect(accountHref, 303)
    await noteStaff(db, { action: 'session_ended', accountId })
    return reply.redirect(`${accountHref}?beendet=ja`, 303)
  })

  app.post(signOutHref, own, async (request, reply) => {
    const { accountId, sessionId } = request.staff
    await endOne(db, accountId, sessionId)
    await noteStaff(db, { action: 'signed_out', accountId })
    return reply.redirect(`${signInHref}?abgemeldet=ja`, 303)
  })

  app.post(keepAliveHref, own, (request, reply) => reply.send({ secondsLeft: request.staff.secondsLeft }))
}

function noticeOf({ wiederherstellung, kennwort, beendet }: Record<string, unknown>): string {
  if (wiederherstellung === 'ja')
    return 'Sie haben sich mit einem Wiederherstellungscode angemeldet. Er ist jetzt verbraucht. Haben Sie Ihre App verloren, bitten Sie die Administration, Ihr Konto zurückzusetzen.'
  if (kennwort === 'ja') return 'Das Kennwort ist geändert. Ihre anderen Sitzungen sind beendet.'
  return beendet === 'ja' ? 'Die Sitzung ist beendet.' : ''
}
