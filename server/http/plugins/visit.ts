import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Surroundings } from '../../../surveys/answer/finding.ts'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import type { ResendPage, Visitor } from '../../../views/page-data/form-pages.ts'
import type { RouteContext } from '../../boot/context.ts'
import { hashToken } from '../../domain/session-token.ts'
import type { Form } from '../../forms/form.ts'
import { lastWave } from '../../forms/last-wave.ts'
import type { Saved } from '../../store/drafts.ts'
import type { KnownDraft } from '../../store/known-drafts.ts'
import { findVisit, findVisitAndSave, touchSession, type Visit } from '../../store/visits.ts'
import { loginHref, type Place, safeReturn } from '../pages/addresses.ts'
import { visitorOf } from '../pages/frame.ts'
import { asksForJson } from './problem-pages.ts'
import { noStore } from './security.ts'
import type { ShowPage } from './show-page.ts'

/** A visitor of a form, with the form. */
export interface Guest {
  visit: Visit
  form: Form
  visitor: Visitor
  around: Surroundings
  /** What the route asked for in `savesEarly`, and what became of it. */
  early?: { page: SubmittedPage; saved: Saved | undefined }
}

/** What can be saved before anything is read, if the draft is still as it is known. */
export interface EarlySave {
  known: KnownDraft
  page: SubmittedPage
  /** The texts that differ from those that are known. */
  changed: Record<string, string>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever is logged in. Set on all pages below /erhebung before their handlers run. */
    guest: Guest
  }
  interface FastifyContextConfig {
    /** The route keeps what arrives after the session has ended. */
    parks?: (request: FastifyRequest, guest: Guest) => Promise<void>
    /** The route can say what is to be saved before it is known who sent it; it is saved only for whoever may. */
    savesEarly?: (request: FastifyRequest) => Promise<EarlySave | undefined>
  }
}

async function readGuest(request: FastifyRequest, context: RouteContext, place: Place): Promise<Guest | undefined> {
  if (request.browserToken === '') return undefined
  const tokenHash = hashToken(request.browserToken)
  const early = request.fromOurPage ? await request.routeOptions.config.savesEarly?.(request) : undefined
  const found =
    early === undefined
      ? { visit: await findVisit(context.pool, tokenHash, place) }
      : await findVisitAndSave(context.pool, tokenHash, place, early.known, early.changed)
  const { visit, saved }: typeof found & { saved?: Saved } = found
  if (visit === undefined) return undefined
  if (visit.alive && visit.stale) visit.secondsLeft = await touchSession(context.pool, tokenHash)
  const [form, register] = await Promise.all([context.forms.get(visit), context.register()])
  const last = await lastWave(context, form, visit.unit)
  return {
    visit,
    form,
    visitor: visitorOf(visit, form.instrument, register),
    around: { unit: visit.unit, register, ...(last === undefined ? {} : { last }) },
    ...(early === undefined ? {} : { early: { page: early.page, saved } }),
  }
}

/**
 * Lets only those in who have given the code of the form that the address names; everybody else is asked for it and comes
 * back to the same place. The address alone says which form is meant, so what a tab sends can land in no other.
 */
export function requireGuest(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  app.addHook<{ Params: Place }>('preHandler', async (request, reply) => {
    noStore(reply)
    const guest = await readGuest(request, context, request.params)
    if (guest?.visit.alive) {
      request.guest = guest
      return
    }
    const park = request.fromOurPage ? request.routeOptions.config.parks : undefined
    if (guest !== undefined && park !== undefined) {
      await park(request, guest)
      return askForCode(request, reply, true)
    }
    return asksForJson(request) || !request.routeOptions.config.handlesForeignPosts
      ? askForCode(request, reply, false)
      : show(request, reply.code(403), 'resend', 'Noch nicht gespeichert', resendPage(request))
  })
}

function askForCode(request: FastifyRequest, reply: FastifyReply, parked: boolean) {
  const login = loginHref(safeReturn(request.url.split('?')[0]))
  if (asksForJson(request)) return reply.code(401).send({ login, parked })
  return reply.redirect(parked ? `${login}&aufbewahrt=ja` : login, 303)
}

/** What was sent goes back into the page: nobody is logged in who could save it, and nothing typed is lost. */
function resendPage({ url, params, body }: FastifyRequest): ResendPage {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    typeof value === 'string' && name !== '_csrf' ? [{ name, value }] : [],
  )
  return { action: url, login: loginHref(safeReturn(url)), unit: (params as Place).unit, fields }
}
