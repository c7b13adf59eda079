import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Pages } from '../../../views/page-data/pages.ts'
import type { RouteContext } from '../../boot/context.ts'
import { hashToken } from '../../domain/session-token.ts'
import { atWorkOn } from '../../forms/at-work.ts'
import { carriedForm, carrierLists } from '../../forms/carrier.ts'
import { openForm } from '../../forms/open-form.ts'
import { tryCode } from '../../forms/try-code.ts'
import { carriersOf, startCarrierSession } from '../../store/carrier-codes.ts'
import { touchSession } from '../../store/sessions.ts'
import { newestSubmission } from '../../store/submissions.ts'
import { findVisits, type Visit } from '../../store/visit.ts'
import { findWave } from '../../store/waves.ts'
import { formsHref, hubHref, loginHref, openCarriedHref, safeReturn } from '../pages/addresses.ts'
import { carrierEntry, formsOfPage } from '../pages/carrier-entry.ts'
import { formEntry } from '../pages/forms-page.ts'
import { noStore } from '../plugins/security.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { codeForm } from './access.ts'

const openCarried = z.strictObject({
  _csrf: z.string(),
  kuerzel: z.string().max(200).default(''),
  einheit: z.string().max(100),
})

/** All forms of a session in one place, with their state, and another code to add one more. */
export function addFormsRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool, register } = context

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
    const lists = await carrierLists(db, request.browserToken)
    const known = await register()
    const carriers = lists.map(async (list) => {
      const asked = await findWave(db, list.wave)
      if (asked === undefined) throw new Error(`${list.wave} is gone`)
      const { instrument } = await context.forms.get({ ...asked, surveyVersion: asked.survey_version })
      return carrierEntry(list, { instrument, register: known, synthetic: asked.synthetic, forms })
    })
    const page = {
      ...formsOfPage(forms, await Promise.all(carriers)),
      openHref: openCarriedHref,
      ...nothingSaid,
      kuerzel: visits[0]?.editor ?? '',
      ...said,
    }
    return show(request, reply, 'forms', 'Ihre Fragebögen', page)
  }

  app.get<{ Querystring: Record<string, unknown> }>(formsHref, async (request, reply) => {
    noStore(reply)
    const next = safeReturn(request.query.weiter)
    const visits = await visitsOf(request)
    const isCarrier = visits.length === 0 && (await carriersOf(db, hashToken(request.browserToken))).length > 0
    if (visits.length === 0 && !isCarrier) return reply.redirect(next === '' ? '/zugang' : loginHref(next), 303)
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
    if (tried.carrier !== undefined) {
      await startCarrierSession(db, tokenHash, tried.carrier.codeId)
      return reply.redirect(formsHref, 303)
    }
    const goOn = await openForm(db, request.browserToken, tried.found, typed.data, request.headers['user-agent'])
    return reply.redirect(goOn ?? `${formsHref}?hinzugefuegt=ja`, 303)
  })

  app.post(openCarriedHref, async (request, reply) => {
    noStore(reply)
    const typed = openCarried.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    if ((await touchSession(pool, hashToken(request.browserToken))) === 0) return reply.redirect('/zugang', 303)
    const { kuerzel } = typed.data
    const [wave = '', unit = ''] = typed.data.einheit.split('/')
    // For whom somebody answers is asked of the register each time: what an address or a form says does not matter.
    const own = await carriedForm(db, request.browserToken, { wave, unit })
    if (own === undefined) return reply.problem('notFound')
    const said = { kuerzel, weiter: '' }
    const goOn = await openForm(db, request.browserToken, own, said, request.headers['user-agent'])
    return reply.redirect(goOn ?? hubHref(own), 303)
  })
}

const nothingSaid = { next: '', code: '', error: '', notice: '', retryMinutes: 0 }
