import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FileField } from '../../../../../surveys/form-file/file-field.ts'
import { readField } from '../../../../../surveys/form-file/read-field.ts'
import { cleanText } from '../../../../../surveys/reading/clean-text.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { clockTime } from '../../../../domain/german-time.ts'
import { type OpenPaper, openPaper } from '../../../../returned-paper/open-paper.ts'
import { isDoneWith, keepEntry, ownEntry, paperTurns } from '../../../../store/paper-entries.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { paperEntryHref, paperHref } from '../../../pages/intern/addresses.ts'
import { paperEntryPage } from '../../../pages/intern/paper-entry-page.ts'
import { asksForJson } from '../../../plugins/json-routes.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const acts = z.enum(['speichern', 'fertig', 'so-fertig']).default('speichern')
const form = z
  .object({ _csrf: z.string(), _aktion: acts, _erfassung: z.enum(['1', '2']) })
  .catchall(z.string().max(20_000).transform(cleanText))

interface One {
  Params: { wave: string; unit: string }
}

/** Types a paper: number after number. What somebody else has typed of it is neither read nor shown. */
export function addPaperEntryRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context
  const href = paperEntryHref(':wave', ':unit')
  const right = { right: 'paper.enter' } as const

  const showEntry = (
    request: FastifyRequest,
    reply: FastifyReply,
    paper: OpenPaper,
    said: Parameters<typeof paperEntryPage>[1],
  ) => {
    const page = paperEntryPage(paper, said)
    return show(request, reply, 'intern/paper-entry', `Erfassen, ${page.unit.name}`, page)
  }

  app.get<One>(href, { config: right }, async (request, reply) => {
    const { params, staff } = request
    const paper = await openPaper(context, params, staff.accountId)
    if (paper === undefined) return reply.problem('notFound')
    const { participantId } = paper.atWork.visit
    const own = await ownEntry(db, participantId, staff.accountId)
    const turns = await paperTurns(db, participantId)
    const hasTyped = turns.some(({ accountId }) => accountId === staff.accountId)
    if (own === undefined && (turns.length === 2 || (hasTyped && config.twoAccounts)))
      return reply.redirect(paperHref(params.wave, params.unit), 303)
    const turn = own?.turn ?? (turns.some((one) => one.turn === 1) ? 2 : 1)
    const said = { turn, typed: own?.typed ?? {}, savedAt: own?.savedAt }
    return showEntry(request as FastifyRequest, reply, paper, said)
  })

  app.post<One>(href, { config: { ...right, takesTexts: true } }, async (request, reply) => {
    const { params, staff } = request
    const paper = await openPaper(context, params, staff.accountId)
    if (paper === undefined) return reply.problem('notFound')
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { _csrf, _aktion: act, _erfassung: shown, ...texts } = sent.data
    const known = new Set(paper.fields.map(({ variable: { name } }) => name))
    if (Object.keys(texts).some((name) => !known.has(name))) return reply.problem('badForm')
    const typed = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
    const errors = act === 'fertig' ? paper.fields.flatMap((field) => unread(field, typed)) : []
    const isDone = act !== 'speichern' && errors.length === 0
    const { participantId } = paper.atWork.visit
    // What the page of the first turn sends late begins no second one.
    const mayTwice = !config.twoAccounts && shown === '2'
    const { turn, isRepeated } = await db.transaction().execute(async (trx) => {
      const { accountId } = staff
      const kept = await keepEntry(trx, { participantId, accountId, typed, isDone, mayTwice })
      const detail = { participant: participantId, turn: kept, fields: Object.keys(typed).length }
      if (kept !== undefined && isDone)
        await noteStaff(trx, { action: 'paper_entered', accountId, wave: params.wave, detail })
      const isRepeated = kept === undefined && (await isDoneWith(trx, { participantId, accountId, typed }))
      return { turn: kept, isRepeated }
    })
    if (asksForJson(request))
      return turn === undefined ? reply.code(409).send({}) : reply.send({ keptAt: clockTime(new Date()) })
    if (isRepeated) return reply.redirect(`${paperHref(params.wave, params.unit)}?getan=erfasst`, 303)
    if (turn === undefined) {
      const message =
        'Diesen Bogen haben Sie schon erfasst, oder zwei andere Konten. Was hier steht, ist nicht gespeichert.'
      return showEntry(request, reply.code(409), paper, { turn: 2, typed, errors: [{ field: '', message }] })
    }
    if (errors.length > 0) return showEntry(request, reply.code(422), paper, { turn, typed, errors })
    return reply.redirect(`${paperHref(params.wave, params.unit)}?getan=${isDone ? 'erfasst' : 'gespeichert'}`, 303)
  })
}

/** What of a field could be a slip of the fingers. */
function unread(field: FileField, typed: Readonly<Record<string, string>>) {
  const { name, number } = field.variable
  const read = readField(field, { text: typed[name] ?? '' })
  const message = 'fault' in read ? `${number}: ${read.fault} Möglich ist: ${field.allowed}.` : ''
  return message === '' ? [] : [{ field: name, message }]
}
