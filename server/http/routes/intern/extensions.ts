import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Fault } from '../../../../views/page-data/pieces.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { askedWave } from '../../../field/asked-wave.ts'
import { pickChosen, readChosen } from '../../../field/chosen.ts'
import { fieldParticipants } from '../../../field/participants.ts'
import { listExtensions } from '../../../store/extensions.ts'
import { participantIds } from '../../../store/scopes.ts'
import { dayFromToday, findWave, type Wave } from '../../../store/waves.ts'
import { propose } from '../../../waves/approve.ts'
import { extendFor } from '../../../waves/extend-for.ts'
import { typedDay } from '../../../waves/plan-typed.ts'
import { ownFristHref, safeStaffReturn, waveStepHref } from '../../pages/intern/addresses.ts'
import { extensionsPage, type TypedExtension } from '../../pages/intern/extensions-page.ts'
import { toldNotice, toldQuery } from '../../pages/intern/told-notice.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import type { OfWave, ShowCourse } from './wave-course.ts'

const short = z.string().trim().max(500).default('')
const told = z.enum(['mail', 'keiner']).default('mail')
const form = z.strictObject({
  _csrf: z.string(),
  wen: z.enum(['einige', 'alle']),
  einheiten: z.string().max(200_000).default(''),
  bis: short,
  grund: short,
  bescheid: told,
})
const own = z.strictObject({ _csrf: z.string(), bis: short, grund: short, bescheid: told, zurueck: short })
const undoing = z.strictObject({ _csrf: z.string(), verlaengerung: z.coerce.number().int() })
const manage = { config: { right: 'field.manage' } } as const

const notices: Record<string, string> = {
  verlaengert: 'Die Frist ist geändert.',
  vorgeschlagen: 'Vorgeschlagen. Die Frist ändert sich, sobald ein zweites Konto zustimmt.',
  zurueckgenommen: 'Die Verlängerung ist zurückgenommen.',
}

const untyped: TypedExtension = { wen: 'einige', einheiten: '', bis: '', grund: '', bescheid: 'mail' }

/** More time: for all, for some, for one; and giving it back. */
export function addExtensionRoutes(
  app: FastifyInstance,
  context: RouteContext,
  show: ShowPage,
  { instrumentOf }: ShowCourse,
): void {
  const { db } = context

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    wave: Wave,
    typed: TypedExtension,
    said: { notice?: string; errors?: Fault[] },
  ) {
    const { staff } = request
    const [extensions, own, today, instrument] = await Promise.all([
      listExtensions(db, wave.id, { account: staff.accountId }),
      participantIds(db, wave.id, staff.accountId),
      dayFromToday(db, 0),
      instrumentOf(wave),
    ])
    const [may, mayAll] = [mayUse(staff, 'field.manage'), mayUse(staff, 'wave.manage')]
    const { notice = '', errors = [] } = said
    const data = extensionsPage({ wave, instrument, extensions, own, today, may, mayAll, typed, notice, errors })
    return show(request, reply, 'intern/extensions', `Fristen ${wave.id}`, data)
  }

  /** Whom the list of participants sends here with, one under the other. */
  async function chosenUnits(request: FastifyRequest<OfWave>): Promise<string> {
    const chosen = readChosen(request.query)
    const asked = chosen === undefined ? undefined : await askedWave(context, request.params.wave)
    if (chosen === undefined || asked === undefined) return ''
    const all = await fieldParticipants(context, asked.wave, request.staff.accountId)
    return pickChosen(all, chosen)
      .map(({ unit }) => unit)
      .join('\n')
  }

  /** Whether an extension concerns nobody but those whom the account works for. */
  async function isOwn({ staff }: FastifyRequest, wave: string, id: number): Promise<boolean> {
    if (mayUse(staff, 'wave.manage')) return true
    const [[extension], own] = await Promise.all([
      listExtensions(db, wave, { id }),
      participantIds(db, wave, staff.accountId),
    ])
    return extension !== undefined && !extension.everybody && extension.units.every(({ unit }) => own.has(unit))
  }

  /** What is typed for one or some; what is wrong with it, field by field. */
  function forSome(wave: Wave, typed: Omit<TypedExtension, 'wen'>, by: number) {
    const { bis, grund: reason, einheiten, bescheid } = typed
    const list = { name: 'Liste', text: einheiten }
    return extendFor(context, { wave, frist: typedDay(bis) ?? '', reason, list, mail: bescheid === 'mail', by })
  }

  app.get<OfWave>(waveStepHref(':wave', 'fristen'), { config: { right: 'field.read' } }, async (request, reply) => {
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const done = Object.keys(request.query).find((name) => Object.hasOwn(notices, name))
    const typed = { ...untyped, einheiten: await chosenUnits(request) }
    const notice = done === undefined ? '' : `${notices[done] ?? ''}${toldNotice(request.query)}`
    return page(request, reply, wave, typed, { notice })
  })

  app.post<OfWave>(waveStepHref(':wave', 'fristen'), manage, async (request, reply) => {
    const read = form.safeParse(request.body)
    if (!read.success) return reply.problem('badForm')
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const { _csrf, ...typed } = read.data
    const { accountId: by } = request.staff
    const back = (what: string, more = '') =>
      reply.redirect(`${waveStepHref(wave.id, 'fristen')}?${what}=ja${more}`, 303)
    if (typed.wen === 'einige') {
      const result = await forSome(wave, typed, by)
      return 'count' in result
        ? back('verlaengert', toldQuery(typed.bescheid, result))
        : page(request, reply.code(400), wave, typed, { errors: result.faults })
    }
    if (!mayUse(request.staff, 'wave.manage')) return reply.problem('notAllowed')
    const asked = { frist: typedDay(typed.bis) ?? '', mail: typed.bescheid === 'mail' }
    const outcome = await propose(context, { act: 'extend', wave, asked, reason: typed.grund, by })
    if ('faults' in outcome) {
      const errors = outcome.faults.map((message) => ({ field: message.includes('Grund') ? 'grund' : 'bis', message }))
      return page(request, reply.code(400), wave, typed, { errors })
    }
    return back('waits' in outcome ? 'vorgeschlagen' : 'verlaengert')
  })

  app.post<{ Params: { wave: string; unit: string } }>(
    ownFristHref(':wave', ':unit'),
    manage,
    async (request, reply) => {
      const { wave: id, unit: einheiten } = request.params
      const worksFor = await participantIds(db, id, request.staff.accountId)
      if (!worksFor.has(einheiten)) return reply.problem('notFound')
      const read = own.safeParse(request.body)
      if (!read.success) return reply.problem('badForm')
      const wave = await findWave(db, id)
      if (wave === undefined) return reply.problem('notFound')
      const { bis, grund, bescheid, zurueck } = read.data
      const typed = { wen: 'einige', einheiten, bis, grund, bescheid }
      const result = await forSome(wave, typed, request.staff.accountId)
      // What is wrong is shown where all extensions are, with the unit filled in.
      if (!('count' in result))
        return page(request as FastifyRequest, reply.code(400), wave, typed, { errors: result.faults })
      const goOn = safeStaffReturn(zurueck) || waveStepHref(id, 'fristen')
      const more = toldQuery(bescheid, result)
      return reply.redirect(`${goOn}${goOn.includes('?') ? '&' : '?'}verlaengert=ja${more}`, 303)
    },
  )

  app.post<OfWave>(waveStepHref(':wave', 'fristen/zuruecknehmen'), manage, async (request, reply) => {
    const read = undoing.safeParse(request.body)
    if (!read.success) return reply.problem('badForm')
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const asked = { extension: read.data.verlaengerung }
    const by = request.staff.accountId
    if (!(await isOwn(request, wave.id, asked.extension))) return reply.problem('notAllowed')
    const outcome = await propose(context, { act: 'undo_extension', wave, asked, reason: '', by })
    if ('faults' in outcome) {
      const errors = outcome.faults.map((message) => ({ field: '', message }))
      return page(request, reply.code(400), wave, untyped, { errors })
    }
    const what = 'waits' in outcome ? 'vorgeschlagen' : 'zurueckgenommen'
    return reply.redirect(`${waveStepHref(wave.id, 'fristen')}?${what}=ja`, 303)
  })
}
