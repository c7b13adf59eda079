import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { clockTime } from '../../../domain/german-time.ts'
import { mayUse } from '../../../domain/rights.ts'
import { actOnMany, textFault } from '../../../field/act-on-many.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import { hasChanged } from '../../../field/has-changed.ts'
import { type FieldParticipant, fieldParticipants } from '../../../field/participants.ts'
import { presentCarrierCode } from '../../../store/carrier-codes.ts'
import { listMails } from '../../../store/dispatches.ts'
import { extensionsOf } from '../../../store/extensions.ts'
import { addNote, keepUnfinished } from '../../../store/field-acts.ts'
import { addressFor, dispatchesTo, notesOn } from '../../../store/field-notes.ts'
import { listLogEntries } from '../../../store/log-entries.ts'
import { answersBeside } from '../../../store/responsibility.ts'
import { submissionsOf } from '../../../store/submissions.ts'
import { participantHref } from '../../pages/intern/addresses.ts'
import { noteKinds } from '../../pages/intern/note-entry.ts'
import { participantPage } from '../../pages/intern/participant-page.ts'
import { toldNotice } from '../../pages/intern/told-notice.ts'
import { asksForJson } from '../../plugins/json-routes.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const longestHistory = 200
const kinds = Object.keys(noteKinds) as (keyof typeof noteKinds)[]
const form = z.strictObject({
  _csrf: z.string(),
  art: z.enum(kinds as [keyof typeof noteKinds]).default('call'),
  text: z.string().max(8000).default(''),
  warum: z.string().trim().max(4000).default(''),
  aktion: z.enum(['notiz', 'lehnt-ab', 'befreit', 'offen']).default('notiz'),
})

interface One {
  Params: { wave: string; unit: string }
  Querystring: Record<string, unknown>
}

/** One participant: where it stands, what happened, and what was said to it. */
export function addParticipantRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context
  const reads = { config: { right: 'field.read' } } as const
  const acts = { config: { right: 'field.manage' } } as const

  async function find({ params, staff }: FastifyRequest<One>) {
    const asked = await askedWave(context, params.wave)
    if (asked === undefined) return undefined
    const [participant] = await fieldParticipants(context, asked.wave, staff.accountId, { unit: params.unit })
    return participant && { ...asked, participant }
  }

  const carrierSinceOf = async (verbund: string, wave: string) =>
    (await presentCarrierCode(db, { wave, verbund })).since

  async function showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    { wave, form: { instrument }, participant }: AskedWave & { participant: FieldParticipant },
    state: Parameters<typeof participantPage>[1] = {},
  ) {
    const { staff } = request
    const { id, unit, verbund } = participant
    const [known, notes, dispatches, mails, extended, beside, logged, address, receipts, changedSince] =
      await Promise.all([
        register(),
        notesOn(db, id),
        dispatchesTo(db, id),
        listMails(db, { participantId: id }),
        extensionsOf(db, id),
        answersBeside(db, wave.id, unit),
        listLogEntries(db, { participant: id, limit: longestHistory }),
        addressFor(db, unit, verbund),
        submissionsOf(db, id),
        hasChanged(context, wave, participant),
      ])
    const carrierSince = participant.answeredBy === '' ? null : await carrierSinceOf(beside.by?.by ?? '', wave.id)
    const [mayAct, mayRead] = [mayUse(staff, 'field.manage'), mayUse(staff, 'answers.read')]
    const all = { wave, instrument, register: known, participant, notes, dispatches, mails, extended, beside, logged }
    const mayAmend = mayUse(staff, 'answers.amend')
    const mayType = mayUse(staff, 'paper.enter')
    const page = participantPage(
      { ...all, mayAmend, mayType, address, receipts, changedSince, carrierSince, mayAct, mayRead, who: staff.name },
      state,
    )
    return show(request, reply, 'intern/participant', page.unit.name, page)
  }

  app.get<One>(participantHref(':wave', ':unit'), reads, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { getan, verlaengert } = request.query
    const more = `${moreTime}${toldNotice(request.query)}`
    const notice = verlaengert === 'ja' ? more : (notices[String(getan)] ?? '')
    return showOne(request, reply, found, { notice })
  })

  app.post<One>(participantHref(':wave', ':unit'), acts, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const typed = form.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { art: kind, warum: reason, aktion: act } = typed.data
    const { accountId: by } = request.staff
    const { id } = found.participant
    if (asksForJson(request)) {
      await keepUnfinished(db, { id, kind, text: typed.data.text, by })
      return reply.send({ keptAt: clockTime(new Date()) })
    }
    const text = typed.data.text.trim()
    const fault = textFault(act, act === 'notiz' ? text : reason)
    if (fault !== '') {
      const errors = [{ field: act === 'notiz' ? 'text' : 'warum', message: fault }]
      return showOne(request, reply.code(400), found, { typed: { kind, text, reason }, errors })
    }
    const wave = found.wave.id
    if (act === 'notiz') await addNote(db, { ids: [id], wave, kind, text, by })
    else await actOnMany(db, { wave, ids: [id], act, text: reason, by })
    // What stands in the other field of the page is kept, and comes back with it.
    await keepUnfinished(db, { id, kind, text: act === 'notiz' ? '' : text, by })
    return reply.redirect(`${participantHref(wave, request.params.unit)}?getan=${act}`, 303)
  })
}

const moreTime = 'Die Frist ist verlängert.'
const notices: Record<string, string> = {
  'neuer-code': 'Die E-Mail mit dem neuen Code geht hinaus. Sobald sie unterwegs ist, gilt der bisherige nicht mehr.',
  notiz: 'Die Notiz ist gespeichert.',
  'lehnt-ab': 'Vermerkt: lehnt ab.',
  befreit: 'Vermerkt: befreit.',
  offen: 'Vermerkt: wird wieder erwartet.',
}
