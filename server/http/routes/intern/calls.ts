import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { berlinDay, clockTime } from '../../../domain/german-time.ts'
import { mayUse } from '../../../domain/rights.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import type { Call } from '../../../field/call-order.ts'
import { type CallOutcome, callResults, isCallOutcome, noteCall } from '../../../field/call-result.ts'
import { fieldParticipants } from '../../../field/participants.ts'
import { readCalls } from '../../../field/read-calls.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { keepUnfinished } from '../../../store/field-acts.ts'
import { addressFor, notesOn } from '../../../store/field-notes.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { callHref, callSheetsHref, callsHref } from '../../pages/intern/addresses.ts'
import { callSheetsPage } from '../../pages/intern/call-sheets-page.ts'
import type { KnownCall } from '../../pages/intern/callee.ts'
import { type CallsState, callsOnPage, callsPage, mostSheets } from '../../pages/intern/calls-page.ts'
import { asksForJson } from '../../plugins/json-routes.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const reads = { config: { right: 'field.read' } } as const
const acts = { config: { right: 'field.manage' } } as const
const page = z.coerce.number().int().min(1).max(99_999).catch(1)
const result = z.strictObject({
  _csrf: z.string(),
  text: z.string().max(8000).default(''),
  tag: z.string().trim().max(40).default(''),
  seite: page,
  ergebnis: z.string().max(40).default(''),
})
const sheets = z.object({
  anzahl: z.coerce.number().int().min(1).max(mostSheets).catch(mostSheets),
  einheit: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat())
    .catch([]),
})

interface OfWave {
  Params: { wave: string }
  Querystring: Record<string, unknown>
}
interface OfUnit {
  Params: { wave: string; unit: string }
}

/** Whom to call first, sheets for that, and what came of a call. */
export function addCallRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  const listOf = ({ staff }: FastifyRequest, asked: AskedWave) =>
    readCalls(context, asked, { accountId: staff.accountId, mayRead: mayUse(staff, 'answers.read') })

  function learn(calls: readonly Call[]): Promise<KnownCall[]> {
    const learned = calls.map(async (call): Promise<KnownCall> => {
      const { id, unit, verbund } = call.participant
      const [notes, address] = await Promise.all([notesOn(db, id), addressFor(db, unit, verbund)])
      return { call, notes, address }
    })
    return Promise.all(learned)
  }

  async function showCalls(request: FastifyRequest, reply: FastifyReply, asked: AskedWave, state: CallsState) {
    const { staff } = request
    const { wave, form } = asked
    const [list, known, parts] = await Promise.all([listOf(request, asked), register(), scopeOf(db, staff.accountId)])
    const data = callsPage(
      {
        wave,
        instrument: form.instrument,
        register: known,
        list,
        known: await learn(callsOnPage(list.calls, state.page).calls),
        scope: scopeWords(parts, known),
        mayAct: mayUse(staff, 'field.manage'),
        who: staff.name,
      },
      state,
    )
    return show(request, reply, 'intern/calls', `Anrufe ${wave.id}`, data)
  }

  app.get<OfWave>(callsHref(':wave'), reads, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { getan, bei, seite } = request.query
    const known = (await register()).gemeinden.get(String(bei))?.name ?? String(bei)
    const notice = isCallOutcome(String(getan))
      ? `${known}: ${callResults[String(getan) as CallOutcome]}, vermerkt.`
      : ''
    return showCalls(request, reply, asked, { page: page.parse(seite), notice })
  })

  app.get<OfWave>(callSheetsHref(':wave'), reads, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { anzahl, einheit } = sheets.parse(request.query)
    const { calls } = await listOf(request, asked)
    const wanted = einheit.length === 0 ? calls : calls.filter(({ participant }) => einheit.includes(participant.unit))
    if (wanted.length === 0) return reply.problem('notFound')
    const known = await learn(wanted.slice(0, anzahl))
    const { wave, form } = asked
    const data = callSheetsPage({ wave, instrument: form.instrument, register: await register(), known })
    return show(request, reply, 'intern/call-sheets', `Gesprächsbogen ${wave.id}`, data)
  })

  app.post<OfUnit>(callHref(':wave', ':unit'), acts, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    const { unit } = request.params
    const { accountId: by } = request.staff
    const [participant] = asked === undefined ? [] : await fieldParticipants(context, asked.wave, by, { unit })
    if (asked === undefined || participant === undefined) return reply.problem('notFound')
    const typed = result.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { ergebnis: outcome, tag: day, seite } = typed.data
    const { id } = participant
    if (asksForJson(request)) {
      await keepUnfinished(db, { id, kind: 'call', text: typed.data.text, by })
      return reply.send({ keptAt: clockTime(new Date()) })
    }
    if (!isCallOutcome(outcome)) return reply.problem('badForm')
    const text = typed.data.text.trim()
    const today = berlinDay(new Date())
    const error = await noteCall(db, { id, wave: asked.wave.id, outcome, text, day, today, by })
    if (error !== '')
      return showCalls(request, reply.code(400), asked, { page: seite, typed: { unit, text, day, error } })
    await keepUnfinished(db, { id, kind: 'call', text: '', by })
    const told = new URLSearchParams({ getan: outcome, bei: unit, seite: String(seite) })
    return reply.redirect(`${callsHref(asked.wave.id)}?${told}`, 303)
  })
}
