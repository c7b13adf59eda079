import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Fault } from '../../../../views/page-data/wave-pages.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { listExtensions } from '../../../store/extensions.ts'
import { dayFromToday, findWave, listParticipants, type Wave } from '../../../store/waves.ts'
import { propose } from '../../../waves/approve.ts'
import { extendFor } from '../../../waves/extend-for.ts'
import { typedDay } from '../../../waves/plan-typed.ts'
import { ownFristHref, safeStaffReturn, waveStepHref } from '../../pages/intern/addresses.ts'
import { extensionsPage, type TypedExtension } from '../../pages/intern/extensions-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import type { OfWave, ShowCourse } from './wave-course.ts'

const short = z.string().trim().max(500).default('')
const form = z.strictObject({
  _csrf: z.string(),
  wen: z.enum(['einige', 'alle']),
  einheiten: z.string().max(200_000).default(''),
  bis: short,
  grund: short,
})
const own = z.strictObject({ _csrf: z.string(), bis: short, grund: short, zurueck: short })
const undoing = z.strictObject({ _csrf: z.string(), verlaengerung: z.coerce.number().int() })
const manage = { config: { right: 'field.manage' } } as const

const notices: Record<string, string> = {
  verlaengert: 'Die Frist ist geändert.',
  vorgeschlagen: 'Vorgeschlagen. Die Frist ändert sich, sobald ein zweites Konto zustimmt.',
  zurueckgenommen: 'Die Verlängerung ist zurückgenommen.',
}

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
    const [extensions, today, instrument] = await Promise.all([
      listExtensions(db, wave.id, { account: request.staff.accountId }),
      dayFromToday(db, 0),
      instrumentOf(wave),
    ])
    const may = mayUse(request.staff, 'field.manage')
    const { notice = '', errors = [] } = said
    const data = extensionsPage({ wave, instrument, extensions, today, may, typed, notice, errors })
    return show(request, reply, 'intern/extensions', `Fristen ${wave.id}`, data)
  }

  /** What is typed for one or some; what is wrong with it, field by field. */
  function forSome(wave: Wave, { bis, grund: reason, einheiten }: Omit<TypedExtension, 'wen'>, by: number) {
    return extendFor(db, { wave, frist: typedDay(bis) ?? '', reason, list: { name: 'Liste', text: einheiten }, by })
  }

  app.get<OfWave>(waveStepHref(':wave', 'fristen'), { config: { right: 'field.read' } }, async (request, reply) => {
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const { einheit, ...rest } = request.query
    const done = Object.keys(rest).find((name) => Object.hasOwn(notices, name))
    const typed = { wen: 'einige', einheiten: typeof einheit === 'string' ? einheit : '', bis: '', grund: '' }
    return page(request, reply, wave, typed, { notice: done === undefined ? '' : (notices[done] ?? '') })
  })

  app.post<OfWave>(waveStepHref(':wave', 'fristen'), manage, async (request, reply) => {
    const read = form.safeParse(request.body)
    if (!read.success) return reply.problem('badForm')
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const { _csrf, ...typed } = read.data
    const { accountId: by } = request.staff
    const back = (what: string) => reply.redirect(`${waveStepHref(wave.id, 'fristen')}?${what}=ja`, 303)
    if (typed.wen === 'einige') {
      const { faults: errors } = await forSome(wave, typed, by)
      return errors.length > 0 ? page(request, reply.code(400), wave, typed, { errors }) : back('verlaengert')
    }
    if (!mayUse(request.staff, 'wave.manage')) return reply.problem('notAllowed')
    const asked = { frist: typedDay(typed.bis) ?? '' }
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
      const wave = await findWave(db, id)
      const asked = await listParticipants(db, id, request.staff.accountId)
      if (wave === undefined || !asked.some(({ unit }) => unit === einheiten)) return reply.problem('notFound')
      const read = own.safeParse(request.body)
      if (!read.success) return reply.problem('badForm')
      const { bis, grund, zurueck } = read.data
      const { faults: errors } = await forSome(wave, { bis, grund, einheiten }, request.staff.accountId)
      // What is wrong is shown where all extensions are, with the unit filled in.
      if (errors.length > 0)
        return page(
          request as FastifyRequest,
          reply.code(400),
          wave,
          { wen: 'einige', einheiten, bis, grund },
          { errors },
        )
      const goOn = safeStaffReturn(zurueck) || waveStepHref(id, 'fristen')
      return reply.redirect(`${goOn}${goOn.includes('?') ? '&' : '?'}verlaengert=ja`, 303)
    },
  )

  app.post<OfWave>(waveStepHref(':wave', 'fristen/zuruecknehmen'), manage, async (request, reply) => {
    const read = undoing.safeParse(request.body)
    if (!read.success) return reply.problem('badForm')
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const asked = { extension: read.data.verlaengerung }
    const by = request.staff.accountId
    const outcome = await propose(context, { act: 'undo_extension', wave, asked, reason: '', by })
    if ('faults' in outcome) {
      const errors = outcome.faults.map((message) => ({ field: '', message }))
      const typed = { wen: 'einige', einheiten: '', bis: '', grund: '' }
      return page(request, reply.code(400), wave, typed, { errors })
    }
    const what = 'waits' in outcome ? 'vorgeschlagen' : 'zurueckgenommen'
    return reply.redirect(`${waveStepHref(wave.id, 'fristen')}?${what}=ja`, 303)
  })
}
