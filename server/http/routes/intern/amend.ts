import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { amendTyped } from '../../../amendments/amend.ts'
import { columnName } from '../../../amendments/columns.ts'
import { isSecondClick } from '../../../amendments/second-click.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { type AskedWave, askedWave } from '../../../field/asked-wave.ts'
import { listAmendments, type UsedAnswers, usedAnswers } from '../../../store/amendments.ts'
import { participantIds } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { amendHref } from '../../pages/intern/addresses.ts'
import { amendPage, type Chosen, chosenFields } from '../../pages/intern/amend-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'answers.amend' } } as const
const longest = 20_000
const text = z.string().trim().max(longest)
const form = z
  .object({
    _csrf: z.string(),
    feld: text.optional(),
    frage: text.optional(),
    grund: text.default(''),
    quelle: text.default(''),
    bemerkung: text.default(''),
  })
  // `alt.FIELD` and `neu.FIELD` of each field that is shown.
  .catchall(text)

interface One {
  Params: { wave: string; unit: string }
  Querystring: Record<string, unknown>
}

type Found = AskedWave & { used: UsedAnswers }
type Said = Partial<Pick<Parameters<typeof amendPage>[0], 'typed' | 'notice' | 'isWaiting' | 'errors'>> & {
  chosen: Chosen
}

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
    { chosen, typed, notice = '', isWaiting = false, errors = [] }: Said,
  ) {
    const { accountId } = request.staff
    const { participantId: participant, surveyVersion } = used
    await noteStaff(db, { action: 'form_seen', accountId, wave: wave.id, detail: { participant } })
    const [{ instrument }, known, amendments] = await Promise.all([
      forms.get({ ...wave, surveyVersion }),
      register(),
      listAmendments(db, { participantId: participant }),
    ])
    const page = amendPage({
      wave,
      instrument,
      register: known,
      used,
      amendments,
      chosen,
      typed,
      notice,
      isWaiting,
      mayDecide: mayUse(request.staff, 'approval.decide'),
      errors,
    })
    return show(request, reply, 'intern/amend', `Korrigieren, ${page.unit.name}`, page)
  }

  app.get<One>(amendHref(':wave', ':unit'), right, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const { feld, frage, getan } = request.query
    return showForm(request as FastifyRequest, reply, found, {
      chosen: chosenOf(feld, frage),
      notice: isNotice(getan) ? notices[getan] : '',
      isWaiting: getan === 'wartet',
    })
  })

  app.post<One>(amendHref(':wave', ':unit'), right, async (request, reply) => {
    const found = await find(request)
    if (found === undefined) return reply.problem('notFound')
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { feld, frage, grund: reason, quelle: source, bemerkung: note, ...values } = sent.data
    const chosen = chosenOf(feld, frage)
    const { instrument } = await forms.get({ ...found.wave, surveyVersion: found.used.surveyVersion })
    const fields = chosenFields(instrument, chosen).map(({ name }) => name)
    const sentAs = (part: string) => new Map(fields.map((field) => [field, values[`${part}.${field}`] ?? '']))
    const typed = { was: sentAs('alt'), became: sentAs('neu'), reason, source, note }
    const { unit } = request.params
    const changed = fields.filter((field) => typed.was.get(field) !== typed.became.get(field))
    // Where nothing is another value, the first one says so.
    const meant = changed.length > 0 ? changed : fields.slice(0, 1)
    if (meant.length === 0) return reply.problem('badForm')
    const wanted = meant.map((field) => {
      const [was = '', became = ''] = [typed.was.get(field), typed.became.get(field)]
      return { unit, field, was, became, reason, source, note }
    })
    const done = await amendTyped(context, found, { typed: wanted, by: request.staff.accountId })
    const back = (what: keyof typeof notices) => reply.redirect(`${amendHref(found.wave.id, unit)}?getan=${what}`, 303)
    if ('said' in done) return back(done.waits ? 'wartet' : 'korrigiert')
    const made = await listAmendments(db, { participantId: found.used.participantId })
    if (isSecondClick(done.meant, made, request.staff.name)) return back('korrigiert')
    const errors = done.faults.map(({ place, column, sentence }) => ({
      field: ofField.has(column) ? `neu.${meant[place]}` : columnName(column),
      message: unchosen(column, typed) || sentence,
    }))
    return showForm(request as FastifyRequest, reply.code(400), found, { chosen, typed, errors: onceEach(errors) })
  })
}

const ofField = new Set(['was', 'became', 'field', 'unit'])

const chosenOf = (field: unknown, question: unknown): Chosen =>
  typeof question === 'string'
    ? { name: 'frage', value: question }
    : { name: 'feld', value: typeof field === 'string' ? field : '' }

/** What is wrong with the reason is wrong with it for all fields. */
const onceEach = (errors: { field: string; message: string }[]) => [
  ...new Map(errors.map((error) => [`${error.field} ${error.message}`, error])).values(),
]

/** On a page it is chosen from a list, and not misspelled. */
function unchosen(column: string, { reason, source }: { reason: string; source: string }): string {
  if (column === 'reason' && reason === '') return 'Bitte wählen Sie einen Grund.'
  return column === 'source' && source === '' ? 'Bitte wählen Sie, woher Sie es wissen.' : ''
}

const notices = {
  korrigiert: 'Die Korrektur gilt.',
  wartet: 'Die Änderung ist so groß, dass ein zweites Konto zustimmen muss. Bis dahin gilt sie nicht.',
  zurueckgenommen: 'Zurückgenommen.',
  schon: 'Hier ist nichts mehr zurückzunehmen.',
}

const isNotice = (told: unknown): told is keyof typeof notices =>
  typeof told === 'string' && Object.hasOwn(notices, told)
