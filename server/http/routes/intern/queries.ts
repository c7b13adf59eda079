import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { readAbout } from '../../../queries/about.ts'
import { askBack } from '../../../queries/ask-back.ts'
import { extentOf } from '../../../queries/extent.ts'
import { hitsOf } from '../../../queries/hits.ts'
import { queryFilter } from '../../../queries/select-queries.ts'
import { findQueries } from '../../../store/queries.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { dayFromToday } from '../../../store/waves.ts'
import { askManyHref, queriesOfWaveHref } from '../../pages/intern/addresses.ts'
import { askManyPage } from '../../pages/intern/ask-many-page.ts'
import { queriesPage } from '../../pages/intern/queries-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

/** So many days there are to answer, where nobody says otherwise. */
export const usualDays = 14

/** Of a reason that several give alike. */
const words = z
  .string()
  .regex(/^[0-9a-f]{0,16}$/)
  .catch('')

const sent = z.strictObject({
  _csrf: z.string(),
  zu: z.string().max(200),
  worte: words,
  text: z.string().max(100_000).default(''),
  bis: z.string().max(40).default(''),
  einheit: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat())
    .default([]),
})

interface OfWave {
  Params: { wave: string }
  Querystring: Record<string, unknown>
}

interface TypedMany {
  zu: string
  worte: string
  text: string
  bis: string
  einheit?: string[]
}

/** The Rückfragen of a wave, and the same one to all whom a check finds. */
export function addQueriesRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  app.get<OfWave>(queriesOfWaveHref(':wave'), { config: { right: 'answers.read' } }, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { staff } = request
    const { wave, form } = asked
    const [all, known, parts, today] = await Promise.all([
      findQueries(db, { wave: wave.id, account: staff.accountId }),
      register(),
      scopeOf(db, staff.accountId),
      dayFromToday(db, 0),
    ])
    const count = Number(request.query.gefragt)
    const page = queriesPage({
      ...{ wave, instrument: form.instrument, register: known, all, today },
      filter: queryFilter.parse(request.query),
      scope: scopeWords(parts, known),
      may: mayUse(staff, 'query.manage'),
      notice: count > 0 ? `${count === 1 ? 'Eine Rückfrage ist' : `${count} Rückfragen sind`} gestellt.` : '',
    })
    return show(request as FastifyRequest, reply, 'intern/queries', `Rückfragen ${wave.id}`, page)
  })

  async function showMany(
    request: FastifyRequest<OfWave>,
    reply: FastifyReply,
    { wave, form }: AskedWave,
    typed: TypedMany,
    errors: Parameters<typeof askManyPage>[0]['errors'],
  ) {
    const { instrument } = form
    const about = readAbout(typed.zu)
    if (about?.kind !== 'check' || extentOf(about, instrument) === undefined) return reply.problem('notFound')
    const { accountId } = request.staff
    const hits = await hitsOf(context, { wave, form }, { check: about.name, account: accountId })
    await noteStaff(db, { action: 'hits_seen', accountId, wave: wave.id, detail: { units: hits.length } })
    const [known, usual] = [await register(), await dayFromToday(db, usualDays)]
    const page = askManyPage({
      ...{ wave: wave.id, instrument, register: known, about, words: typed.worte, hits, errors },
      text: typed.text,
      bis: typed.bis || formatDate(usual),
      ticked: typed.einheit && new Set(typed.einheit),
    })
    return show(request as FastifyRequest, reply, 'intern/ask-many', `Rückfrage an viele ${wave.id}`, page)
  }

  const computed = { config: { right: 'query.manage', computed: true } } as const
  app.get<OfWave>(askManyHref(':wave'), computed, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const zu = String(request.query.zu ?? '')
    const worte = words.parse(request.query.worte)
    return showMany(request, reply, asked, { zu, worte, text: '', bis: '' }, [])
  })

  app.post<OfWave>(askManyHref(':wave'), { config: { right: 'query.manage' } }, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const typed = sent.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { einheit: units, zu, worte, text, bis } = typed.data
    const outcome = await askBack(db, asked, { units, typed: { zu, text, bis }, by: request.staff.accountId })
    if ('faults' in outcome)
      return showMany(request, reply.code(400), asked, { zu, worte, text, bis, einheit: units }, outcome.faults)
    return reply.redirect(`${queriesOfWaveHref(asked.wave.id)}?gefragt=${outcome.opened.length}`, 303)
  })
}
