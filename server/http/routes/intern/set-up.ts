import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { qrPath } from '../../../domain/qr-path.ts'
import { seal, unseal } from '../../../domain/sealed.ts'
import { hashToken } from '../../../domain/session-token.ts'
import { newTotpSecret, totpAddress, totpText } from '../../../domain/totp.ts'
import { returnAttempts } from '../../../staff/attempt-limits.ts'
import { issueRecoveryCodes } from '../../../staff/recovery-codes.ts'
import { tryFirstCode } from '../../../staff/second-factor.ts'
import { offerTotpSecret } from '../../../store/second-factor.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { completeSignIn, findSignIn } from '../../../store/staff-sessions.ts'
import { safeStaffReturn, setUpHref } from '../../pages/intern/addresses.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { beginAgain, codeForm, refuseWith } from './sign-in.ts'

const anyone = { config: { right: 'anyone' } } as const

/** The first login: the second factor is set up, and the codes for the day it is lost are shown once. */
export function addSetUpRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db, keys } = context

  /** The login of an account that has no second factor yet, with the secret that it is offered. */
  async function newcomer({ staffToken }: FastifyRequest) {
    const signIn = await findSignIn(db, hashToken(staffToken))
    if (signIn === undefined || signIn.accountId === null || signIn.confirmedAt !== null) return undefined
    await offerTotpSecret(db, signIn.accountId, seal(newTotpSecret(), keys.totp))
    const { sealedSecret } = (await findSignIn(db, hashToken(staffToken))) ?? {}
    if (sealedSecret === null || sealedSecret === undefined) return undefined
    const { sessionId, accountId, name } = signIn
    return { sessionId, accountId, name: name ?? '', secret: unseal(sealedSecret, keys.totp) }
  }

  const setUpPage = ({ name, secret }: { name: string; secret: Buffer }, next: string, error: string) => ({
    next,
    error,
    qr: qrPath(totpAddress(secret, name)),
    secret: totpText(secret),
  })

  app.get<{ Querystring: Record<string, unknown> }>(setUpHref, anyone, async (request, reply) => {
    const next = safeStaffReturn(request.query.weiter)
    const person = await newcomer(request)
    if (person === undefined) return beginAgain(reply, next)
    return show(request, reply, 'intern/set-up', 'Zweiten Faktor einrichten', setUpPage(person, next, ''))
  })

  app.post(setUpHref, anyone, async (request, reply) => {
    const typed = codeForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const next = safeStaffReturn(typed.data.weiter)
    const person = await newcomer(request)
    if (person === undefined) return beginAgain(reply, next)
    const tried = await tryFirstCode(context, person, typed.data.code)
    if (tried.refused !== undefined) {
      const page = setUpPage(person, next, refuseWith(reply, tried.refused))
      return show(request, reply, 'intern/set-up', 'Zweiten Faktor einrichten', page)
    }
    const { sessionId, accountId } = person
    await completeSignIn(db, { sessionId, tokenHash: hashToken(cookies.renewStaff(request, reply)) })
    await returnAttempts(context, request, person.name)
    cookies.markBrowser(reply, person.name)
    await noteStaff(db, { action: 'signed_in', accountId, detail: { with: 'app' } })
    const codes = await issueRecoveryCodes(context, accountId)
    return show(request, reply, 'intern/recovery-codes', 'Wiederherstellungscodes', { codes, next })
  })
}
