import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { amendTyped } from '../../../amendments/amend.ts'
import { columnName } from '../../../amendments/columns.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import { listAmendments, type UsedAnswers, usedAnswers } from '../../../store/amendments.ts'
import { participantIds } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { amendHref } from '../../pages/intern/addresses.ts'
import { amendPage } from '../../pages/intern/amend-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'answers.amend' } } as const
const longest = 2_000
const text = z.string().trim().max(longest).default('')
const form = z.strictObject({
  _csrf: z.string(),
  feld: text,
  alt: text,
  neu: text,
  grund: text,
  quelle: text,
  bemerkung: text,
})

interface One {
  Params: { wave: string; unit: string }
  Querystring: Record<string, unknown>
}

type Found = AskedWave & { used: UsedAnswers }
type Said = Partial<Pick<Parameters<typeof amendPage>[0], 'typed' | 'notice' | 'errors'>> & { field: string }

/** Uses another value than the one that was given, of one form. */
export function addAmendRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms, register } = context

  async function find({ params, staff }: FastifyRequest<One>): Promise<Found | undefined> {
    const asked = await askedWave(context, params.wave)
    const id = asked && (await participantIds(db, asked.wave.id, staff.accountId)).get(params.unit)
    const used = id === undefined ? undefined : (await usedAnswers(db, [id])).get(id)
    return asked && used && { ...asked, used }
  }

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    { wave, used }: Found,
    { field, typed, notice = '', errors = [] }: Said,
  ) {
    const { accountId } = request.staff
    const { participantId: participant, surveyVersion } = used
    await noteStaff(db, { action: 'form_seen', accountId, wave: wave.id, detail: { participant } })
    const [{ instrument }, known, amendments] = await Promise.all([
      forms.get({ ...wave, surveyVersion }),
      register(),
      listAmendments(db, { participantId: participant }),
    ])
    const page = amendPage({ wave, instrument, register: known, used, amendments, field, typed, notice, errors })
    return show(request, reply, 'intern/amend', `Korrigieren, ${page.unit.name}`, page)
  }

  app.get<One>(amendHref(':wave', ':unit'), right, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { feld, getan } = request.query
    return showForm(request as FastifyRequest, reply, found, {
      field: typeof feld === 'string' ? feld : '',
      notice: notices[String(getan)] ?? '',
    })
  })

  app.post<One>(amendHref(':wave', ':unit'), right, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { feld: field, alt: was, neu: became, grund: reason, quelle: source, bemerkung: note } = sent.data
    const typed = { was, became, reason, source, note }
    const { unit } = request.params
    const done = await amendTyped(context, found, { typed: { unit, field, ...typed }, by: request.staff.accountId })
    if ('said' in done)
      return reply.redirect(`${amendHref(found.wave.id, unit)}?getan=${done.waits ? 'wartet' : 'korrigiert'}`, 303)
    const errors = done.faults.map(({ column, sentence }) => ({
      field: column === 'was' ? 'neu' : columnName(column),
      message: unchosen(column, typed) || sentence,
    }))
    return showForm(request as FastifyRequest, reply.code(400), found, { field, typed, errors })
  })
}

/** On a page it is chosen from a list, and not misspelled. */
function unchosen(column: string, { reason, source }: { reason: string; source: string }): string {
  if (column === 'reason' && reason === '') return 'Bitte wählen Sie einen Grund.'
  return column === 'source' && source === '' ? 'Bitte wählen Sie, woher Sie es wissen.' : ''
}

const notices: Record<string, string> = {
  korrigiert: 'Die Korrektur gilt.',
  wartet: 'Die Änderung ist so groß, dass ein zweites Konto zustimmen muss. Bis dahin gilt sie nicht.',
  zurueckgenommen: 'Zurückgenommen.',
}
