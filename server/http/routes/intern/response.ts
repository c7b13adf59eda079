import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { formatNamed } from '../../../export/formats/index.ts'
import { leaving } from '../../../export/note-export.ts'
import { prepareDownload } from '../../../export/prepare-download.ts'
import { readOrigin } from '../../../export/read-origin.ts'
import { actOnMany, doneWords, textFault } from '../../../field/act-on-many.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import { type Chosen, chosenParameters, pickChosen } from '../../../field/chosen.ts'
import { isOnwardAct, isOwnAct, type OnwardAct } from '../../../field/list-acts.ts'
import { type ListQuery, listHref, queryOfText, readListQuery } from '../../../field/list-query.ts'
import { fieldParticipants } from '../../../field/participants.ts'
import { participantsTable } from '../../../field/participants-table.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { selectParticipants } from '../../../field/select-participants.ts'
import { readSnapshot } from '../../../store/panel-answers.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { mailingHref, responseFileHref, responseHref, waveStepHref } from '../../pages/intern/addresses.ts'
import { downloadName } from '../../pages/intern/exports-page.ts'
import { type ResponseState, responsePage } from '../../pages/intern/response-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const reads = { config: { right: 'field.read' } } as const
const acts = { config: { right: 'field.manage' } } as const
const act = z.strictObject({
  _csrf: z.string(),
  teilnahme: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat())
    .default([]),
  umfang: z.string().max(20).default(''),
  auswahl: z.string().max(2000).default(''),
  text: z.string().trim().max(4000),
  aktion: z.string(),
})

interface One {
  Params: { wave: string }
  Querystring: Record<string, unknown>
}

const nothing = { wholeSelection: false, text: '', errors: [], notice: '' }

/** Who has answered and who has not: the list, the list as a file, and what is done with many at once. */
export function addResponseRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool, register } = context

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    { wave, form }: AskedWave,
    query: ListQuery,
    state: Partial<ResponseState> & { tickAll?: boolean } = {},
  ) {
    const { staff } = request
    const [all, known, parts] = await Promise.all([
      fieldParticipants(context, wave, staff.accountId),
      register(),
      scopeOf(db, staff.accountId),
    ])
    const selection = selectParticipants(all, query)
    const ticked = state.ticked ?? new Set(state.tickAll ? selection.chosen.map(({ unit }) => unit) : [])
    const mayAct = mayUse(staff, 'field.manage')
    const scope = scopeWords(parts, known)
    const shown = { wave, instrument: form.instrument, register: known, all, query, mayAct, scope }
    const page = responsePage(shown, selection, { ...nothing, ...state, ticked })
    return show(request, reply, 'intern/response', `Rücklauf ${wave.id}`, page)
  }

  app.get<One>(responseHref(':wave'), reads, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const { alle, getan, bei, von } = request.query
    const done = typeof getan === 'string' && isOwnAct(getan) ? doneWords(getan, Number(bei), Number(von)) : ''
    const notice = /^\d{1,5} \d{1,5}$/.test(`${String(bei)} ${String(von)}`) ? done : ''
    return showList(request, reply, asked, readListQuery(request.query), { tickAll: alle === 'ja', notice })
  })

  app.post<One>(responseHref(':wave'), acts, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const typed = act.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { teilnahme, umfang, auswahl, text, aktion } = typed.data
    if (!isOwnAct(aktion) && !isOnwardAct(aktion)) return reply.problem('badForm')
    const { accountId: by } = request.staff
    const query = queryOfText(auswahl)
    const wholeSelection = umfang === 'auswahl'
    const ticked = new Set(teilnahme)
    const all = await fieldParticipants(context, asked.wave, by)
    const chosen = wholeSelection ? { query } : { units: teilnahme }
    const meant = pickChosen(all, chosen)
    const fault = isOwnAct(aktion) ? textFault(aktion, text) : ''
    const errors = [
      ...(meant.length === 0 ? [{ field: '', message: 'Bitte kreuzen Sie an, wen es betrifft.' }] : []),
      ...(fault === '' ? [] : [{ field: 'text', message: fault }]),
    ]
    if (errors.length > 0)
      return showList(request, reply.code(400), asked, query, { ticked, wholeSelection, text, errors })
    if (!isOwnAct(aktion)) return reply.redirect(onwardHref(aktion, asked.wave.id, chosen), 303)
    const ids = meant.map(({ id }) => id)
    const changed = await actOnMany(db, { wave: asked.wave.id, ids, act: aktion, text, by })
    const back = listHref(responseHref(asked.wave.id), query, { seite: query.seite })
    const told = new URLSearchParams({ getan: aktion, bei: String(changed), von: String(ids.length) })
    return reply.redirect(`${back}${back.includes('?') ? '&' : '?'}${told}`, 303)
  })

  app.get<One>(responseFileHref(':wave'), reads, async (request, reply) => {
    const asked = await askedWave(context, request.params.wave)
    const format = formatNamed(String(request.query.format ?? 'csv-de'))
    if (asked === undefined || format === undefined) return reply.problem('notFound')
    const { wave, form } = asked
    const { accountId } = request.staff
    const [all, { state }] = await Promise.all([fieldParticipants(context, wave, accountId), readSnapshot(pool)])
    const { chosen } = selectParticipants(all, readListQuery(request.query))
    const exported = { wave: wave.id, instrument: form.instrument, stichtag: wave.stichtag, synthetic: wave.synthetic }
    const table = participantsTable(chosen, exported, await readOrigin(pool, [exported], { state }))
    const { content, ...written } = await prepareDownload(format, table)
    const noted = leaving(format, table.origin, { file: 'teilnehmende', ...written })
    await noteStaff(db, { action: 'download', accountId, ...noted })
    return reply
      .type(format.mediaType)
      .header('content-length', written.bytes)
      .header('content-disposition', `attachment; filename="${downloadName(table.name, format)}"`)
      .send(content)
  })
}

/** The page on which an act is done with those who are chosen. */
function onwardHref(act: OnwardAct, wave: string, chosen: Chosen): string {
  const whom = chosenParameters(chosen).map(({ name, value }): [string, string] => [name, value])
  if (act === 'verlaengern') return `${waveStepHref(wave, 'fristen')}?${new URLSearchParams(whom)}`
  return `${mailingHref}?${new URLSearchParams([['welle', wave], ['vorlage', 'erinnerung'], ...whom])}`
}
