import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Pages } from '../../../views/page-data/pages.ts'
import type { RouteContext } from '../../boot/context.ts'
import { hashToken } from '../../domain/session-token.ts'
import { openForm } from '../../forms/open-form.ts'
import { tryCode } from '../../forms/try-code.ts'
import { startCarrierSession } from '../../store/carrier-codes.ts'
import { endSession, touchSession } from '../../store/sessions.ts'
import { formsHref, hubHref, safeReturn } from '../pages/addresses.ts'
import type { Cookies } from '../plugins/cookie.ts'
import { asksForJson } from '../plugins/json-routes.ts'
import { noStore } from '../plugins/security.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** What is typed to open a form. */
export const codeForm = z.strictObject({
  _csrf: z.string(),
  code: z.string().max(200),
  kuerzel: z.string().max(200).default(''),
  weiter: z.string().max(200).default(''),
})

/** Login with the access code, logout, and the request that keeps a session alive. */
export function addAccessRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db, pool } = context

  app.get<{ Querystring: Record<string, unknown> }>('/zugang', async (request, reply) => {
    noStore(reply)
    const { weiter, aufbewahrt, abgemeldet } = request.query
    const next = safeReturn(weiter)
    if (request.browserToken === '') cookies.renew(request, reply)
    else if ((await touchSession(pool, hashToken(request.browserToken))) > 0)
      return reply.redirect(next === '' ? formsHref : `${formsHref}?weiter=${encodeURIComponent(next)}`, 303)
    const notice =
      aufbewahrt === 'ja'
        ? 'Ihre Sitzung war beendet. Was Sie zuletzt eingegeben haben, ist aufbewahrt: Nach der Anmeldung können Sie es übernehmen.'
        : aufbewahrt === 'frist'
          ? 'Ihre Sitzung und die Frist sind beendet. Was Sie zuletzt eingegeben haben, ist aufbewahrt, kommt aber nicht mehr in den Fragebogen. Die Stelle, die die Erhebung durchführt, kann es lesen.'
          : abgemeldet === 'ja'
            ? 'Sie sind abgemeldet. Was gespeichert war, ist gespeichert.'
            : next === ''
              ? ''
              : 'Bitte melden Sie sich an. Danach geht es an derselben Stelle weiter.'
    return show(request, reply, 'zugang', 'Anmeldung', { ...emptyLogin, next, notice })
  })

  app.post('/zugang', async (request, reply) => {
    noStore(reply)
    const form = codeForm.safeParse(request.body)
    if (!form.success) return reply.problem('badForm')
    const { code, kuerzel, weiter } = form.data
    const tried = await tryCode(context, request.ip, code)
    if (tried.refused !== undefined) {
      const { status, wait, ...said } = tried.refused
      if (wait > 0) reply.header('retry-after', String(wait))
      const page = { ...emptyLogin, next: safeReturn(weiter), code, kuerzel, ...said }
      return show(request, reply.code(status), 'zugang', 'Anmeldung', page)
    }
    const token = cookies.renew(request, reply)
    if (tried.carrier !== undefined) {
      await startCarrierSession(db, hashToken(token), tried.carrier.codeId)
      return reply.redirect(formsHref, 303)
    }
    const goOn = await openForm(db, token, tried.found, form.data, request.headers['user-agent'])
    return reply.redirect(goOn ?? hubHref(tried.found), 303)
  })

  app.post('/abmelden', async (request, reply) => {
    noStore(reply)
    await endSession(db, hashToken(request.browserToken))
    return reply.redirect('/zugang?abgemeldet=ja', 303)
  })

  app.post('/sitzung', async (request, reply) => {
    noStore(reply)
    const secondsLeft = await touchSession(pool, hashToken(request.browserToken))
    if (asksForJson(request))
      return secondsLeft > 0 ? reply.send({ secondsLeft }) : reply.code(401).send({ login: '/zugang', parked: false })
    return reply.redirect(secondsLeft > 0 ? formsHref : '/zugang', 303)
  })
}

const emptyLogin: Pages['zugang'] = { next: '', code: '', kuerzel: '', error: '', notice: '', retryMinutes: 0 }
