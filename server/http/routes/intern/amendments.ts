import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedAmendments } from '../../../amendments/asked-amendments.ts'
import { outdated } from '../../../amendments/outdated.ts'
import { undo } from '../../../amendments/undo.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { askedWave } from '../../../field/asked-wave.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { listAmendments } from '../../../store/amendments.ts'
import { openApprovals } from '../../../store/approvals.ts'
import { participantIds, scopeOf } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import {
  amendHref,
  amendmentPreviewHref,
  amendmentsHref,
  amendmentUndoHref,
  amendmentUploadHref,
} from '../../pages/intern/addresses.ts'
import { amendmentsPage, isStanding } from '../../pages/intern/amendments-page.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { addUploadRoute } from './upload-route.ts'

const reads = { config: { right: 'answers.read' } } as const
const acts = { config: { right: 'answers.amend' } } as const
const number = z.coerce.number().int().positive()
const query = z.object({
  stand: z.string().catch('alle'),
  seite: number.catch(1),
  getan: z.string().catch(''),
})
const undoForm = z
  .strictObject({
    _csrf: z.string(),
    teilnahme: z
      .string()
      .regex(/^[\w-]{1,40}$/)
      .optional(),
    korrektur: number.optional(),
    stand: number.optional(),
  })
  .refine(({ korrektur, stand }) => (korrektur === undefined) !== (stand === undefined))

interface One {
  Params: { wave: string }
}

/** The amendments of a wave, the way back, and a file with more of them. */
export function addAmendmentsRoutes(
  app: FastifyInstance,
  context: RouteContext,
  cookies: Cookies,
  show: ShowPage,
): void {
  const { db, register } = context

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    error: Parameters<typeof amendmentsPage>[0]['error'] = null,
  ) {
    const { staff, params } = request as FastifyRequest<One>
    const asked = await askedWave(context, params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const {
      wave,
      form: { instrument },
    } = asked
    const account = staff.accountId
    const [amendments, proposals, ids, known, parts] = await Promise.all([
      listAmendments(db, { wave: wave.id, account }),
      openApprovals(db, wave.id),
      participantIds(db, wave.id, account),
      register(),
      scopeOf(db, account),
    ])
    const detail = { amendments: amendments.length }
    await noteStaff(db, { action: 'amendments_listed', accountId: account, wave: wave.id, detail })
    const { stand, seite, getan } = query.parse(request.query)
    const page = amendmentsPage({
      wave,
      instrument,
      register: known,
      amendments,
      proposals: await Promise.all(
        proposals
          .filter(({ act }) => act === 'amend')
          .map(async (approval) => ({
            approval,
            outdated: await outdated(context, wave, askedAmendments(approval.asked)),
          })),
      ),
      units: new Map([...ids].map(([unit, id]) => [id, unit])),
      scope: scopeWords(parts, known),
      standing: isStanding(stand) ? stand : 'alle',
      page: seite,
      may: mayUse(staff, 'answers.amend'),
      mayDecide: mayUse(staff, 'approval.decide'),
      notice: notices[getan] ?? '',
      isWaiting: getan === 'wartet',
      error,
    })
    return show(request, reply, 'intern/amendments', `Korrekturen ${wave.id}`, page)
  }

  app.get<One>(amendmentsHref(':wave'), reads, (request, reply) => showList(request as FastifyRequest, reply))

  app.post<One>(amendmentUndoHref(':wave'), acts, async (request, reply) => {
    const sent = undoForm.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { wave } = asked
    const { korrektur: id, stand: state = 0, teilnahme } = sent.data
    const what = id === undefined ? { state } : { id }
    const done = await undo(context, { wave, by: request.staff.accountId, what })
    if ('faults' in done)
      return showList(request as FastifyRequest, reply.code(409), { field: '', message: done.faults.join(' ') })
    const back = teilnahme === undefined ? amendmentsHref(wave.id) : amendHref(wave.id, teilnahme)
    return reply.redirect(`${back}?getan=${done.undone === 0 ? 'schon' : 'zurueckgenommen'}`, 303)
  })

  addUploadRoute(app, context, cookies, {
    href: amendmentUploadHref(':wave'),
    right: 'answers.amend',
    previewHref: (upload, { wave = '' }) => amendmentPreviewHref(wave, upload),
    refuse: (request, reply, message) => showList(request, reply, { field: 'korrekturdatei', message }),
  })
}

const notices: Record<string, string> = {
  korrigiert: 'Die Korrekturen der Liste gelten.',
  wartet: 'Die Liste wartet auf ein zweites Konto. Bis dahin gilt nichts davon.',
  zurueckgenommen: 'Zurückgenommen.',
  schon: 'Hier ist nichts mehr zurückzunehmen.',
}
