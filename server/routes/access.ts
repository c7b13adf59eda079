import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Pages } from '../../views/pages.ts'
import type { RouteContext } from '../context.ts'
import { hashAccessCode, readAccessCode } from '../domain/access-code.ts'
import { networkOf } from '../domain/network.ts'
import { hashToken } from '../domain/session-token.ts'
import { hubHref, parkedHref, safeReturn } from '../pages/addresses.ts'
import type { Cookies } from '../plugins/cookie.ts'
import type { ShowPage } from '../plugins/pages.ts'
import { asksForJson } from '../plugins/problem-pages.ts'
import { noStore } from '../plugins/security.ts'
import { readGuest } from '../plugins/visit.ts'
import { findByCode } from '../store/access-codes.ts'
import { returnAttempt, takeAttempt } from '../store/attempts.ts'
import { parkedPages } from '../store/parked-pages.ts'
import { endSession, startSession, touchSession } from '../store/visits.ts'

const login = z.strictObject({
  _csrf: z.string(),
  code: z.string().max(200),
  kuerzel: z.string().max(200).default(''),
  weiter: z.string().max(200).default(''),
})

const wrongCode =
  'Mit diesem Zugangscode ist keine Anmeldung möglich. Bitte vergleichen Sie ihn mit Ihrem Schreiben; er kann auch abgelaufen oder ersetzt worden sein.'

/** Login with the access code, logout, and the request that keeps a session alive. */
export function addAccessRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db, pool, keys } = context

  app.get<{ Querystring: Record<string, unknown> }>('/zugang', async (request, reply) => {
    noStore(reply)
    if (request.browserToken === '') cookies.renew(request, reply)
    const { weiter, aufbewahrt, abgemeldet } = request.query
    const next = safeReturn(weiter)
    const notice =
      aufbewahrt === 'ja'
        ? 'Ihre Sitzung war beendet. Was Sie zuletzt eingegeben haben, ist aufbewahrt: Nach der Anmeldung können Sie es übernehmen.'
        : abgemeldet === 'ja'
          ? 'Sie sind abgemeldet. Was gespeichert war, ist gespeichert.'
          : next === ''
            ? ''
            : 'Bitte melden Sie sich an. Danach geht es an derselben Stelle weiter.'
    return show(request, reply, 'zugang', 'Anmeldung', { ...emptyLogin, next, notice })
  })

  app.post('/zugang', async (request, reply) => {
    noStore(reply)
    const form = login.safeParse(request.body)
    if (!form.success) return reply.problem('badForm')
    const { code: typed, kuerzel, weiter } = form.data
    const again = (status: number, rest: Partial<Pages['zugang']>) => {
      const page = { ...emptyLogin, next: safeReturn(weiter), kuerzel, ...rest }
      return show(request, reply.code(status), 'zugang', 'Anmeldung', page)
    }
    const code = readAccessCode(typed)
    if (code === undefined) {
      const error =
        typed.trim() === '' ? 'Bitte geben Sie Ihren Zugangscode ein.' : `${wrongCode} Ein Zugangscode hat 16 Zeichen.`
      return again(422, { error })
    }
    const network = networkOf(request.ip)
    const wait = await takeAttempt(db, network)
    if (wait > 0) {
      const minutes = Math.ceil(wait / 60)
      const error = `Das waren zu viele Versuche. Bitte versuchen Sie es in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`
      reply.header('retry-after', String(wait))
      return again(429, { error, retryMinutes: minutes })
    }
    const found = await findByCode(db, await hashAccessCode(code, keys.accessCode))
    if (found === undefined) return again(422, { error: wrongCode })
    await returnAttempt(db, network)
    const token = cookies.renew(request, reply)
    const { participantId, wave } = found
    await startSession(db, { tokenHash: hashToken(token), participantId, editor: kuerzel.trim().slice(0, 60) })
    const kept = await parkedPages(db, participantId)
    const next = safeReturn(weiter)
    const back = next.startsWith(`${hubHref(wave)}/`) ? next : hubHref(wave)
    return reply.redirect(kept.length > 0 ? parkedHref(wave) : back, 303)
  })

  app.post('/abmelden', async (request, reply) => {
    noStore(reply)
    await endSession(db, hashToken(request.browserToken))
    return reply.redirect('/zugang?abgemeldet=ja', 303)
  })

  app.post('/sitzung', async (request: FastifyRequest, reply) => {
    noStore(reply)
    const guest = await readGuest(request, context)
    if (guest?.visit.alive !== true) {
      return asksForJson(request)
        ? reply.code(401).send({ login: '/zugang', parked: false })
        : reply.redirect('/zugang', 303)
    }
    const secondsLeft = await touchSession(pool, hashToken(request.browserToken))
    return asksForJson(request) ? reply.send({ secondsLeft }) : reply.redirect(hubHref(guest.visit.wave), 303)
  })
}

const emptyLogin: Pages['zugang'] = { next: '', kuerzel: '', error: '', notice: '', retryMinutes: 0 }
