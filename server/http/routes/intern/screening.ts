import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { decide } from '../../../screening/decide.ts'
import { type DecisionName, decisions, isDecision } from '../../../screening/decisions.ts'
import { isQueueState } from '../../../screening/queue.ts'
import { readScreening } from '../../../screening/read-screening.ts'
import { participantIds, scopeOf } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { amendHref, queriesOfHref, screenedHref, screeningHref } from '../../pages/intern/addresses.ts'
import { type Refused, textId } from '../../pages/intern/screened-item.ts'
import { itemsOnPage, listHref, screeningPage } from '../../pages/intern/screening-page.ts'
import { leftOvers, type ScreeningQuery, standard } from '../../pages/intern/shown-screening.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const looked = {
  stand: z.string().refine(isQueueState).catch(standard.stand),
  seite: z.coerce.number().int().min(1).max(99_999).catch(standard.seite),
  rest: z.enum(leftOvers).catch(standard.rest),
}
const query = z.object(looked)
const decided = z.strictObject({
  ...looked,
  _csrf: z.string(),
  feld: z.string().max(40),
  wert: z.coerce.number(),
  entscheidung: z.string().refine(isDecision),
  text: z.string().max(8000).default(''),
})

interface OfWave {
  Params: { wave: string }
  Querystring: Record<string, unknown>
}
interface OfUnit {
  Params: { wave: string; unit: string }
}

/** Where to look first, and what was decided there. */
export function addScreeningRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context
  const reads = { config: { right: 'answers.read', computed: true } } as const
  const acts = { config: { right: 'field.manage' } } as const

  async function showQueue(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedWave,
    wanted: ScreeningQuery,
    state: { refused?: Refused; notice?: string } = {},
  ) {
    const { staff } = request
    const { wave, form } = asked
    const leftOver = Number(wanted.rest.replace(',', '.')) / 100
    const [screening, known, parts] = await Promise.all([
      readScreening(context, asked, { accountId: staff.accountId, leftOver }),
      register(),
      scopeOf(db, staff.accountId),
    ])
    const page = screeningPage(
      {
        wave,
        instrument: form.instrument,
        register: known,
        screening,
        scope: scopeWords(parts, known),
        mayDecide: mayUse(staff, 'field.manage'),
        mayAsk: mayUse(staff, 'query.manage'),
        mayFollow: mayUse(staff, 'field.read'),
      },
      wanted,
      state,
    )
    const rows = itemsOnPage(screening.queue, wanted).items.length
    await noteStaff(db, { action: 'numbers_screened', accountId: staff.accountId, wave: wave.id, detail: { rows } })
    return show(request, reply, 'intern/screening', `Prüfen ${wave.id}`, page)
  }

  app.get<OfWave>(screeningHref(':wave'), reads, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { getan, bei } = request.query
    const known = (await register()).gemeinden.get(String(bei))?.name ?? String(bei)
    const done = String(getan)
    const notice = isDecision(done) ? `${known}: ${decisions[done].label}, vermerkt.` : ''
    return showQueue(request, reply, asked, query.parse(request.query), { notice })
  })

  app.post<OfUnit>(screenedHref(':wave', ':unit'), acts, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    const { unit } = request.params
    const { accountId: by } = request.staff
    if (asked === undefined) return reply.problem('notFound')
    const wave = asked.wave.id
    const participantId = (await participantIds(db, wave, by)).get(unit)
    if (participantId === undefined) return reply.problem('notFound')
    const typed = decided.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { feld: field, wert: seen, entscheidung: decision, text, ...wanted } = typed.data
    const { instrument } = asked.form
    const error = await decide(db, { instrument, wave, participantId, field, seen, decision, text, by })
    if (error !== '') {
      const refused = { id: textId(unit, field), text, error }
      return showQueue(request, reply.code(400), asked, wanted, { refused })
    }
    const next = nextHref[decision]?.(wave, unit, field)
    return reply.redirect(next ?? listHref(wave, wanted, { getan: decision, bei: unit }), 303)
  })
}

/** Where that is done which was decided on. */
const nextHref: Partial<Record<DecisionName, (wave: string, unit: string, field: string) => string>> = {
  korrigieren: amendHref,
  rueckfrage: (wave, unit, field) => `${queriesOfHref(wave, unit)}?zu=feld:${field}`,
}
