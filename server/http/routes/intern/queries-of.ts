import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import { type FieldParticipant, fieldParticipants } from '../../../field/participants.ts'
import { isMailAddress } from '../../../mail/mail-address.ts'
import { queueMailing } from '../../../mail/queue.ts'
import { writeAbout } from '../../../queries/about.ts'
import { askBack, tooLong } from '../../../queries/ask-back.ts'
import { hitsOf } from '../../../queries/hits.ts'
import { closeSeen, findQueries, takeQuery } from '../../../store/queries.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { dayFromToday } from '../../../store/waves.ts'
import { queriesOfHref } from '../../pages/intern/addresses.ts'
import { type QueriesOfState, queriesOfPage } from '../../pages/intern/queries-of-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { usualDays } from './queries.ts'

const sent = z.strictObject({
  _csrf: z.string(),
  aktion: z.enum(['fragen', 'schliessen', 'uebernehmen']),
  /** The one that is meant; missing: a new one. */
  rueckfrage: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  /** How much was said in it when the page was made. */
  gesehen: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  zu: z.string().max(200).default(''),
  text: z.string().max(100_000).default(''),
  bis: z.string().max(40).default(''),
  mail: z.literal('ja').optional(),
  schluss: z.string().max(100_000).default(''),
})

const unreadSaid = 'Inzwischen ist etwas dazugekommen, das hier noch nicht zu lesen war. Bitte lesen Sie es zuerst.'

interface OfUnit {
  Params: { wave: string; unit: string }
  Querystring: Record<string, unknown>
}

type Asked = AskedWave & { participant: FieldParticipant }

const notices: Record<string, string> = {
  gestellt: 'Die Rückfrage ist gestellt.',
  mail: 'Die Rückfrage ist gestellt, und eine E-Mail geht hinaus.',
  abgeschlossen: 'Die Rückfrage ist abgeschlossen.',
  uebernommen: 'Sie kümmern sich jetzt um diese Rückfrage.',
}

/** What one participant is asked back, with its answers. */
export function addQueriesOfRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config, register } = context

  async function find({ params, staff }: FastifyRequest<OfUnit>): Promise<Asked | undefined> {
    const asked = await askedWave(context, params.wave)
    if (asked === undefined) return undefined
    const [participant] = await fieldParticipants(context, asked.wave, staff.accountId, { unit: params.unit })
    return participant && { ...asked, participant }
  }

  const untyped = { query: 0, zu: '', text: '', bis: '', mailed: false, closing: '' }

  async function showAll(request: FastifyRequest<OfUnit>, reply: FastifyReply, asked: Asked, state: QueriesOfState) {
    const { accountId, name: who } = request.staff
    const { wave, form, participant } = asked
    const { id, unit, mail } = participant
    const [queries, hits, today, usual] = await Promise.all([
      findQueries(db, { participantId: id, account: accountId }),
      hitsOf(context, asked, { unit, account: accountId }),
      dayFromToday(db, 0),
      dayFromToday(db, usualDays),
    ])
    // What does not fit tells of single answers.
    if (hits.length > 0)
      await noteStaff(db, { action: 'form_seen', accountId, wave: wave.id, detail: { participant: id } })
    const page = queriesOfPage(
      {
        ...{ wave: wave.id, unit, instrument: form.instrument, register: await register(), queries, hits },
        ...{
          mail: isMailAddress(mail) ? mail : '',
          may: mayUse(request.staff, 'query.manage'),
          who,
          mayFollow: mayUse(request.staff, 'field.read'),
          mayAmend: participant.revisions > 0 && mayUse(request.staff, 'answers.amend'),
          today,
          usual,
        },
      },
      state,
    )
    return show(request as FastifyRequest, reply, 'intern/queries-of', `Rückfragen ${page.unit.name}`, page)
  }

  const href = queriesOfHref(':wave', ':unit')
  app.get<OfUnit>(href, { config: { right: 'answers.read' } }, async (request, reply) => {
    const asked = await find(request)
    if (asked === undefined) return reply.problem('notFound')
    const { zu, getan } = request.query
    const typed = { ...untyped, zu: typeof zu === 'string' ? zu : '' }
    return showAll(request, reply, asked, { typed, notice: notices[String(getan)] ?? '' })
  })

  app.post<OfUnit>(href, { config: { right: 'query.manage' } }, async (request, reply) => {
    const asked = await find(request)
    if (asked === undefined) return reply.problem('notFound')
    const typed = sent.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { aktion, rueckfrage, gesehen, text, bis, mail, schluss } = typed.data
    const { accountId: by } = request.staff
    const { wave, participant } = asked
    const { id: participantId, unit } = participant
    const back = (done: string, query?: number) => {
      const place = query === undefined ? '' : `#rueckfrage-${query}`
      return reply.redirect(`${queriesOfHref(wave.id, unit)}?getan=${done}${place}`, 303)
    }
    const [query] = rueckfrage === undefined ? [] : await findQueries(db, { id: rueckfrage, participantId })
    if (rueckfrage !== undefined && query === undefined) return reply.problem('notFound')
    const state = {
      ...untyped,
      query: query?.id ?? 0,
      zu: typed.data.zu,
      text,
      bis,
      mailed: mail === 'ja',
      closing: schluss,
    }
    const refuse = (status: number, errors: QueriesOfState['errors']) =>
      showAll(request, reply.code(status), asked, { typed: state, errors, closing: aktion === 'schliessen' })
    const unread = () => refuse(409, [{ field: '', message: unreadSaid }])
    if (aktion === 'fragen') {
      if (query !== undefined && query.entries.length !== gesehen) return unread()
      const zu = query === undefined ? typed.data.zu : writeAbout(query.about)
      const outcome = await askBack(db, asked, { units: [unit], typed: { zu, text, bis }, by })
      if ('faults' in outcome) return refuse(400, outcome.faults)
      const goes = mail === 'ja' && isMailAddress(participant.mail)
      const only = outcome.participants
      if (goes) await queueMailing(db, config.mail, { wave: wave.id, template: 'rueckfrage', only, accountId: by })
      return back(goes ? 'mail' : 'gestellt', outcome.opened[0])
    }
    if (query === undefined) return reply.problem('badForm')
    if (aktion === 'schliessen') {
      const last = schluss.trim()
      if (tooLong(last) !== '') return refuse(400, [{ field: 'schluss', message: tooLong(last) }])
      if (!(await closeSeen(db, { id: query.id, wave: wave.id, by, seen: gesehen, text: last }))) return unread()
      return back('abgeschlossen', query.id)
    }
    await takeQuery(db, { id: query.id, wave: wave.id, by })
    return back('uebernommen', query.id)
  })
}
