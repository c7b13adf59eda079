import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../boot/context.ts'
import { hashToken } from '../../domain/session-token.ts'
import { answered } from '../../forms/answered.ts'
import { tryKey } from '../../forms/try-key.ts'
import { endDelegateSession, startDelegateSession, touchDelegateSession } from '../../store/delegate-visit.ts'
import { setDone } from '../../store/delegations.ts'
import { delegatedHref, delegateHref, delegateLeaveHref, delegateStayHref } from '../pages/addresses.ts'
import { delegatedPage } from '../pages/delegated-page.ts'
import { askAgainWords, endedHeading, endedSentence } from '../pages/delegation-ended-page.ts'
import { takenOverNotice } from '../pages/taken-over-notice.ts'
import type { Cookies } from '../plugins/cookie.ts'
import { requireDelegate } from '../plugins/delegate-visit.ts'
import { asksForJson } from '../plugins/json-routes.ts'
import { noStore } from '../plugins/security.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { addSectionAutosave } from './autosave.ts'
import { addCountingRoutes } from './counting.ts'
import { addForeignTableRoutes } from './foreign-table.ts'
import { addGemeindenRoutes } from './gemeinden.ts'
import { addHelpRoute } from './help.ts'
import { addSectionRoutes } from './section.ts'

const keyForm = z.strictObject({ _csrf: z.string(), schluessel: z.string().max(200) })
const doneForm = z.strictObject({ _csrf: z.string(), erledigt: z.enum(['ja', 'nein']) })

/** What colleagues see who were asked for some sections of a form: these, and no more. */
export function addDelegateRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  addKeyRoutes(app, context, cookies, show)
  app.register(
    async (inner) => {
      requireDelegate(inner, context, show)
      addDelegatedRoutes(inner, context, show)
      addSectionRoutes(inner, context, show)
      addSectionAutosave(inner, context, cookies, show)
      addHelpRoute(inner, context, show)
      addForeignTableRoutes(inner, context, cookies, show)
      addCountingRoutes(inner, context, show)
      addGemeindenRoutes(inner)
    },
    { prefix: delegatedHref(':delegation') },
  )
}

/** A key is traded once for a session, by a form: it stands in no address that a server or a proxy could note. */
function addKeyRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db } = context

  app.get<{ Querystring: Record<string, unknown> }>(delegateHref, (request, reply) => {
    noStore(reply)
    if (request.browserToken === '') cookies.renew(request, reply)
    const { sitzung, abgemeldet } = request.query
    const notice =
      sitzung === 'beendet'
        ? 'Ihre Sitzung ist beendet. Was gespeichert war, ist gespeichert. Bitte öffnen Sie den Link aus Ihrer Nachricht noch einmal.'
        : abgemeldet === 'ja'
          ? 'Sie sind abgemeldet. Was gespeichert war, ist gespeichert.'
          : ''
    const page = { action: delegateHref, key: '', error: '', notice }
    return show(request as FastifyRequest, reply, 'delegate-key', 'Zuarbeit', page)
  })

  app.post(delegateHref, async (request, reply) => {
    noStore(reply)
    const form = keyForm.safeParse(request.body)
    if (!form.success) return reply.problem('badForm')
    const { schluessel: key } = form.data
    const { found, refused } = await tryKey(context, key)
    if (found === undefined) {
      const { status, error, wait } = refused
      if (wait > 0) reply.header('retry-after', String(wait))
      const page = { action: delegateHref, key, error, notice: '' }
      return show(request, reply.code(status), 'delegate-key', 'Zuarbeit', page)
    }
    if (found.state !== 'open') {
      const page = { heading: endedHeading, paragraphs: [endedSentence(found.state), askAgainWords], typed: [] }
      return show(request, reply.code(410), 'delegation-ended', endedHeading, page)
    }
    const former = hashToken(request.delegateToken)
    const tokenHash = hashToken(cookies.renewDelegate(request, reply))
    await startDelegateSession(db, { delegation: found.id, tokenHash, former })
    return reply.redirect(delegatedHref(found.id), 303)
  })

  app.post(delegateLeaveHref, async (request, reply) => {
    noStore(reply)
    await endDelegateSession(db, hashToken(request.delegateToken))
    return reply.redirect(`${delegateHref}?abgemeldet=ja`, 303)
  })

  app.post(delegateStayHref, async (request, reply) => {
    noStore(reply)
    const secondsLeft = await touchDelegateSession(db, hashToken(request.delegateToken))
    if (!asksForJson(request)) return reply.redirect(delegateHref, 303)
    if (secondsLeft > 0) return reply.send({ secondsLeft })
    return reply.code(401).send({ login: delegateHref, parked: false })
  })
}

/** What she is asked for, and that she is done. */
function addDelegatedRoutes(app: FastifyInstance, { db, config }: RouteContext, show: ShowPage): void {
  app.get<{ Querystring: Record<string, unknown> }>('/', (request, reply) => {
    const { guest, delegate } = request
    const { erledigt, uebernommen } = request.query
    const notice =
      erledigt === 'ja'
        ? 'Danke. Die Person, die Sie gebeten hat, sieht, dass Sie fertig sind.'
        : erledigt === 'nein'
          ? 'Sie können weiter ausfüllen. Ihre Meldung, dass Sie fertig sind, ist zurückgenommen.'
          : takenOverNotice(uebernommen)
    const page = delegatedPage(answered(guest), delegate, guest.visitor, config.contact, notice)
    return show(request as FastifyRequest, reply, 'delegated', 'Ihre Abschnitte', page, guest.visitor)
  })

  app.post('/erledigt', async (request, reply) => {
    const sent = doneForm.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { erledigt } = sent.data
    const { delegation } = request.delegate
    await setDone(db, delegation, erledigt === 'ja')
    return reply.redirect(`${delegatedHref(delegation)}?erledigt=${erledigt}`, 303)
  })
}
