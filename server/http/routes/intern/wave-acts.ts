import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ownField } from '../../../../surveys/compile/unit-kinds.ts'
import type { Fault } from '../../../../views/page-data/pieces.ts'
import type { WaveCoursePage } from '../../../../views/page-data/wave-pages.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { setThanks } from '../../../store/thanks-due.ts'
import { endTrial } from '../../../store/wave-office.ts'
import { closeWave, dayFromToday, findWave, planClosing, type Wave } from '../../../store/waves.ts'
import { propose } from '../../../waves/approve.ts'
import { changeParticipants } from '../../../waves/change-participants.ts'
import { checkList, openPoints } from '../../../waves/check-list.ts'
import { moveDates } from '../../../waves/move-dates.ts'
import { typedDay } from '../../../waves/plan-typed.ts'
import { startTrialFor } from '../../../waves/start-trial.ts'
import { type WaveStep, waveStepHref } from '../../pages/intern/addresses.ts'
import type { OfWave, ShowCourse } from './wave-course.ts'

const right = { config: { right: 'wave.manage' } } as const
const short = z.string().trim().max(500).default('')
const list = z.string().max(200_000).default('')
const opening = z.strictObject({ _csrf: z.string(), am: short, grund: short })
const closing = z.strictObject({ _csrf: z.string(), zu: short })
const dates = z.strictObject({ _csrf: z.string(), stichtag: short, frist: short, warum: short })
const participants = z.strictObject({ _csrf: z.string(), dazu: list, weg: list })
const sight = z.strictObject({ _csrf: z.string(), was: z.enum(['paper', 'templates']) })
const thanks = z.strictObject({ _csrf: z.string(), dank: z.enum(['an', 'aus']) })
const trial = z.strictObject({ _csrf: z.string(), probe: list })
const nothing = z.strictObject({ _csrf: z.string() })

/** What an act comes to: where to go on, or what is wrong. */
type Result = { done: string; at?: string } | { errors: Fault[]; typed?: Partial<WaveCoursePage['typed']> }

/** What is done with a wave, each at an address of its own. */
export function addWaveActRoutes(app: FastifyInstance, context: RouteContext, shower: ShowCourse): void {
  const { db, config, register } = context

  function act<Schema extends z.ZodType>(
    step: WaveStep,
    schema: Schema,
    work: (wave: Wave, typed: z.infer<Schema>, by: number) => Promise<Result>,
  ) {
    app.post<OfWave>(
      waveStepHref(':wave', step),
      right,
      async (request: FastifyRequest<OfWave>, reply: FastifyReply) => {
        const typed = schema.safeParse(request.body)
        if (!typed.success) return reply.problem('badForm')
        const wave = await findWave(db, request.params.wave)
        if (wave === undefined) return reply.problem('notFound')
        const result = await work(wave, typed.data, request.staff.accountId)
        if ('errors' in result) return shower.page(request, reply.code(400), wave, result)
        return reply.redirect(`${waveStepHref(result.at ?? wave.id, 'ablauf')}?${result.done}=ja`, 303)
      },
    )
  }

  act('oeffnen', opening, async (wave, { am, grund: reason }, by) => {
    const typed = { am, grund: reason }
    const on = typedDay(am)
    if (on === undefined)
      return { errors: [{ field: 'am', message: 'Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.' }], typed }
    const { unit } = await shower.instrumentOf(wave)
    const open = wave.state === 'created' ? openPoints(await checkList(db, config, wave, unit)) : []
    if (open.length > 0 && reason === '') {
      const message = `Es sind noch Punkte offen. Bitte geben Sie den Grund an, oder erledigen Sie: ${open.join('; ')}.`
      return { errors: [{ field: 'grund', message }], typed }
    }
    const outcome = await propose(context, { act: 'open', wave, asked: on === '' ? {} : { on }, reason, by })
    if ('faults' in outcome) {
      const errors = outcome.faults.map((message) => ({ field: message.includes('Grund') ? 'grund' : 'am', message }))
      return { errors, typed }
    }
    if ('waits' in outcome) return { done: 'vorgeschlagen' }
    return { done: on === '' ? 'geoeffnet' : 'geplant' }
  })

  act('schliessen', closing, async (wave, { zu }, by) => {
    const on = typedDay(zu)
    const today = await dayFromToday(db, 0)
    if (on === undefined || (on !== '' && on <= today))
      return { errors: [{ field: 'zu', message: 'Bitte geben Sie einen Tag nach heute an.' }], typed: { zu } }
    if (wave.state !== 'open') return { errors: [{ field: '', message: 'Die Erhebung ist nicht geöffnet.' }] }
    await db
      .transaction()
      .execute((trx) => (on === '' ? closeWave(trx, wave.id, { by }) : planClosing(trx, wave.id, on, { by })))
    return { done: on === '' ? 'geschlossen' : 'geplant' }
  })

  act('termine', dates, async (wave, { stichtag, frist, warum: reason }, by) => {
    const { unit } = await shower.instrumentOf(wave)
    const errors = await moveDates(db, wave, { stichtag, frist, reason }, { unit, by })
    return errors.length > 0 ? { errors, typed: { stichtag, frist } } : { done: 'termine' }
  })

  act('beteiligte', participants, async (wave, { dazu, weg }, by) => {
    const instrument = await shower.instrumentOf(wave)
    const asked = { wave, unit: instrument.unit, ownField: ownField(instrument), add: dazu, remove: weg }
    const errors = await changeParticipants(db, asked, await register(), by)
    return errors.length > 0 ? { errors, typed: { dazu, weg } } : { done: 'beteiligte' }
  })

  act('gesehen', sight, async (wave, { was: what }, accountId) => {
    await noteStaff(db, { action: 'wave_seen', accountId, wave: wave.id, detail: { what } })
    return { done: 'gesehen' }
  })

  act('dank', thanks, async (wave, { dank }, by) => {
    if (wave.test) return { errors: [{ field: 'dank', message: 'In einem Probelauf wird nicht von selbst gedankt.' }] }
    await db.transaction().execute((trx) => setThanks(trx, wave.id, dank === 'an', by))
    return { done: dank === 'an' ? 'dankt' : 'ohnedank' }
  })

  act('probelauf', trial, async (wave, { probe }, by) => {
    const instrument = await shower.instrumentOf(wave)
    const started = await startTrialFor(db, { wave, instrument, list: probe }, await register(), by)
    if ('problems' in started) return { errors: started.problems.map((message) => ({ field: 'probe', message })) }
    return { done: 'probe', at: started.id }
  })

  act('probelauf/beenden', nothing, async (wave, _typed, by) => {
    if (!wave.test)
      return { errors: [{ field: '', message: 'Das ist kein Probelauf, und nichts davon wird gelöscht.' }] }
    if (wave.trial_ended_at === null) await db.transaction().execute((trx) => endTrial(trx, wave.id, by))
    return { done: 'ende' }
  })
}
