import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Pages } from '../../../views/page-data/pages.ts'
import type { RouteContext } from '../../boot/context.ts'
import { hashToken } from '../../domain/session-token.ts'
import { atWorkOn } from '../../forms/at-work.ts'
import { openForm } from '../../forms/open-form.ts'
import { tryCode } from '../../forms/try-code.ts'
import { touchSession } from '../../store/sessions.ts'
import { newestSubmission } from '../../store/submissions.ts'
import { findVisits, type Visit } from '../../store/visit.ts'
import { formsHref, hubHref, loginHref, safeReturn } from '../pages/addresses.ts'
import { formEntry, formsSummary } from '../pages/forms-page.ts'
import { noStore } from '../plugins/security.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { codeForm } from './access.ts'

/** All forms of a session in one place, with their state, and another code to add one more. */
export function addFormsRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool } = context

  const visitsOf = ({ browserToken }: FastifyRequest): Promise<Visit[]> =>
    browserToken === '' ? Promise.resolve([]) : findVisits(pool, hashToken(browserToken))

  async function showForms(
    request: FastifyRequest,
    reply: FastifyReply,
    visits: readonly Visit[],
    said: Partial<Pages['forms']>,
  ) {
    const entries = visits.map(async (visit) => {
      const [atWork, submitted] = await Promise.all([
        atWorkOn(context, visit),
        newestSubmission(pool, visit.participantId),
      ])
      return formEntry(atWork, submitted)
    })
    const forms = await Promise.all(entries)
    const page = { forms, summary: formsSummary(forms), ...nothingSaid, kuerzel: visits[0]?.editor ?? '', ...said }
    return show(request, reply, 'forms', 'Ihre Fragebögen', page)
  }

  app.get<{ Querystring: Record<string, unknown> }>(formsHref, async (request, reply) => {
    noStore(reply)
    const next = safeReturn(request.query.weiter)
    const visits = await visitsOf(request)
    if (visits.length === 0) return reply.redirect(next === '' ? '/zugang' : loginHref(next), 303)
    const notice =
      next === ''
        ? request.query.hinzugefuegt === 'ja'
          ? 'Der Fragebogen ist hinzugekommen.'
          : ''
        : 'Für die Seite, die Sie öffnen wollten, sind Sie noch nicht angemeldet. Bitte geben Sie unten den Zugangscode dazu ein.'
    return showForms(request, reply, visits, { next, notice })
  })

  app.get<{ Params: { wave: string } }>(`${formsHref}/:wave`, async (request, reply) => {
    noStore(reply)
    const own = (await visitsOf(request)).filter(({ wave }) => wave === request.params.wave)
    const [only] = own
    return reply.redirect(only !== undefined && own.length === 1 ? hubHref(only) : formsHref, 303)
  })

  app.post(formsHref, async (request, reply) => {
    noStore(reply)
    const typed = codeForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const tokenHash = hashToken(request.browserToken)
    if ((await touchSession(pool, tokenHash)) === 0) return reply.redirect('/zugang', 303)
    const { code, kuerzel, weiter } = typed.data
    const tried = await tryCode(context, request.ip, code)
    if (tried.refused !== undefined) {
      const { status, wait, ...said } = tried.refused
      if (wait > 0) reply.header('retry-after', String(wait))
      return showForms(request, reply.code(status), await visitsOf(request), {
        code,
        kuerzel,
        next: safeReturn(weiter),
        ...said,
      })
    }
    const goOn = await openForm(db, request.browserToken, tried.found, typed.data, request.headers['user-agent'])
    return reply.redirect(goOn ?? `${formsHref}?hinzugefuegt=ja`, 303)
  })
}

const nothingSaid = { next: '', code: '', error: '', notice: '', retryMinutes: 0 }
