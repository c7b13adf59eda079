import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { longestPassword } from '../../../domain/password.ts'
import { hashToken } from '../../../domain/session-token.ts'
import type { Refusal } from '../../../errors/refusal.ts'
import { returnAttempts } from '../../../staff/attempt-limits.ts'
import { demoCode } from '../../../staff/demo-code.ts'
import { trySecondFactor } from '../../../staff/second-factor.ts'
import { tryPassword } from '../../../staff/sign-in.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { beginSignIn, completeSignIn, findSignIn, type SignIn, visitOfStaff } from '../../../store/staff-sessions.ts'
import {
  accountHref,
  codeHref,
  homeHref,
  safeStaffReturn,
  setUpHref,
  signInHref,
  withNext,
} from '../../pages/intern/addresses.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const passwordForm = z.strictObject({
  _csrf: z.string(),
  name: z.string().max(200),
  kennwort: z.string().max(longestPassword),
  weiter: z.string().max(2_000).default(''),
})

export const codeForm = z.strictObject({
  _csrf: z.string(),
  code: z.string().max(200),
  weiter: z.string().max(2_000).default(''),
})

const anyone = { config: { right: 'anyone' } } as const
interface Next {
  Querystring: Record<string, unknown>
}

/** The login of staff: name and password, then the code. */
export function addSignInRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db, keys } = context

  app.get<Next>(signInHref, anyone, async (request, reply) => {
    const next = safeStaffReturn(request.query.weiter)
    if (request.browserToken === '') cookies.renew(request, reply)
    else if (request.staffToken !== '' && (await visitOfStaff(db, hashToken(request.staffToken))) !== undefined)
      return reply.redirect(next || homeHref, 303)
    const notice = noticeOf(request.query, next)
    return show(request, reply, 'intern/sign-in', 'Anmeldung für Mitarbeitende', { next, name: '', error: '', notice })
  })

  app.post(signInHref, anyone, async (request, reply) => {
    const typed = passwordForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { name, kennwort: password, weiter } = typed.data
    const next = safeStaffReturn(weiter)
    const tried = await tryPassword(context, request, { name, password })
    if (tried.refused !== undefined) {
      const page = { next, name, error: refuseWith(reply, tried.refused), notice: '' }
      return show(request, reply, 'intern/sign-in', 'Anmeldung für Mitarbeitende', page)
    }
    const { account } = tried
    const tokenHash = hashToken(cookies.renewStaff(request, reply))
    await beginSignIn(db, { tokenHash, accountId: account?.id ?? null })
    const isNew = account !== undefined && account.confirmedAt === null
    return reply.redirect(withNext(isNew ? setUpHref : codeHref, next), 303)
  })

  function showCode(request: FastifyRequest, reply: FastifyReply, signIn: SignIn, next: string, error: string) {
    return show(request, reply, 'intern/code', 'Code eingeben', { next, error, demoCode: demoCode(keys, signIn) })
  }

  app.get<Next>(codeHref, anyone, async (request, reply) => {
    const next = safeStaffReturn(request.query.weiter)
    const signIn = await findSignIn(db, hashToken(request.staffToken))
    return signIn === undefined ? beginAgain(reply, next) : showCode(request, reply, signIn, next, '')
  })

  app.post(codeHref, anyone, async (request, reply) => {
    const typed = codeForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const next = safeStaffReturn(typed.data.weiter)
    const signIn = await findSignIn(db, hashToken(request.staffToken))
    if (signIn === undefined) return beginAgain(reply, next)
    const tried = await trySecondFactor(context, request.browserMark, signIn, typed.data.code)
    if (tried.refused !== undefined) return showCode(request, reply, signIn, next, refuseWith(reply, tried.refused))
    const { accountId, kind } = tried.passed
    await completeSignIn(db, {
      sessionId: signIn.sessionId,
      tokenHash: hashToken(cookies.renewStaff(request, reply)),
    })
    await returnAttempts(context, request, signIn.name ?? '')
    cookies.markBrowser(reply, signIn.name ?? '')
    await noteStaff(db, { action: 'signed_in', accountId, detail: { with: kind } })
    return reply.redirect(kind === 'recovery' ? `${accountHref}?wiederherstellung=ja` : next || homeHref, 303)
  })
}

function noticeOf({ abgemeldet, abgelaufen }: Record<string, unknown>, next: string): string {
  if (abgemeldet === 'ja') return 'Sie sind abgemeldet.'
  if (abgelaufen === 'ja') return 'Bitte beginnen Sie die Anmeldung noch einmal: Nach zehn Minuten verfällt sie.'
  return next === '' ? '' : 'Bitte melden Sie sich an. Danach geht es an derselben Stelle weiter.'
}

export function beginAgain(reply: FastifyReply, next: string) {
  const back = withNext(signInHref, next)
  return reply.redirect(`${back}${back.includes('?') ? '&' : '?'}abgelaufen=ja`, 303)
}

/** Sets what the refusal says to programs, and comes back with what it says to the person. */
export function refuseWith(reply: FastifyReply, { status, wait, error }: Refusal): string {
  reply.code(status)
  if (wait > 0) reply.header('retry-after', String(wait))
  return error
}
