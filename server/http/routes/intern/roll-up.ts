import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { handOverOf } from '../../../../analysis/rollup/hand-over.ts'
import { signOff } from '../../../../analysis/rollup/roll-up.ts'
import { placeOf } from '../../../../analysis/rollup/structure.ts'
import { sha256 } from '../../../../surveys/definition/canonical.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import { mayUse } from '../../../domain/rights.ts'
import { formatNamed } from '../../../export/formats/index.ts'
import { leaving } from '../../../export/note-export.ts'
import { askedWave } from '../../../field/asked-wave.ts'
import { print } from '../../../paper/print.ts'
import { sendPdf } from '../../../paper/send-pdf.ts'
import { programVersion } from '../../../program-version.ts'
import { handOverPaper } from '../../../rollup/hand-over-paper.ts'
import { handOverTable } from '../../../rollup/hand-over-table.ts'
import { readRollUp } from '../../../rollup/read-roll-up.ts'
import { seenOf } from '../../../rollup/seen.ts'
import { worksForUnit } from '../../../rollup/sight.ts'
import { readFigures } from '../../../rollup/typed-figures.ts'
import { addFigures, addSignOff } from '../../../store/roll-up.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { handOverHref, rolledUpHref, rollUpHref } from '../../pages/intern/addresses.ts'
import { rollUpPage } from '../../pages/intern/roll-up-page.ts'
import { rolledUpPage } from '../../pages/intern/rolled-up-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendTable } from './send-table.ts'

type OfWave = { Params: { wave: string } }
type OfUnit = { Params: { wave: string; level: string; unit: string } }

const reads = { config: { right: 'figures.read' } } as const
const signs = { config: { right: 'figures.sign' } } as const
const signed = z.strictObject({ _csrf: z.string(), gesehen: z.string().max(64) })
const typed = z.record(z.string().max(40), z.string().max(60))
const address = z.object({ format: z.string().max(16).catch('csv'), getan: z.string().max(16).catch('') })

const notices: Record<string, string> = { freigabe: 'Freigegeben.', zahlen: 'Gespeichert.' }

/** The figures of a wave on their way up: how each unit stands, own figures, sign-offs and what is handed over. */
export function addRollUpRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db } = context

  async function readOf(wave: string) {
    const asked = await askedWave(context, wave)
    const read = asked && (await readRollUp(context, asked))
    return asked && read && { asked, read }
  }

  /** A unit that signs, and for which the account works. */
  async function unitOf({ params: { wave, level, unit }, staff }: FastifyRequest<OfUnit>) {
    const found = await readOf(wave)
    const state = found?.read.rolled.states.get(placeOf(level, unit))
    const own = found?.read.levels.slice(1).find(({ id }) => id === level)
    if (found === undefined || state === undefined || own === undefined) return undefined
    return worksForUnit(await scopeOf(db, staff.accountId), own, unit) ? { ...found, state } : undefined
  }
  type Found = NonNullable<Awaited<ReturnType<typeof unitOf>>>

  async function showUnit(
    request: FastifyRequest,
    reply: FastifyReply,
    { read, state }: Found,
    shown: Pick<Parameters<typeof rolledUpPage>[2], 'notice' | 'typed'> = {},
  ) {
    const { staff } = request
    const page = rolledUpPage(read, state, {
      today: berlinDay(new Date()),
      maySign: mayUse(staff, 'figures.sign'),
      ...shown,
    })
    await noteStaff(db, {
      action: 'figures_seen',
      accountId: staff.accountId,
      wave: read.wave,
      detail: { level: state.level, unit: page.key },
    })
    return show(request, reply, 'intern/rolled-up', `${page.name}, ${read.way.title} ${read.year}`, page)
  }

  app.get<OfWave>(rollUpHref(':wave'), reads, async (request, reply) => {
    const found = await readOf(request.params.wave)
    if (found === undefined) return reply.problem('notFound')
    const { read, asked } = found
    const page = rollUpPage(read, {
      title: asked.form.instrument.title,
      today: berlinDay(new Date()),
      parts: await scopeOf(db, request.staff.accountId),
    })
    return show(request, reply, 'intern/roll-up', `${read.way.title} ${read.year}`, page)
  })

  app.get<OfUnit>(rolledUpHref(':wave', ':level', ':unit'), reads, async (request, reply) => {
    const found = await unitOf(request)
    if (found === undefined) return reply.problem('notFound')
    return showUnit(request, reply, found, { notice: notices[address.parse(request.query).getan] ?? '' })
  })

  app.post<OfUnit>(`${rolledUpHref(':wave', ':level', ':unit')}/freigabe`, signs, async (request, reply) => {
    const found = await unitOf(request)
    if (found === undefined) return reply.problem('notFound')
    const sent = signed.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { read, state } = found
    if (sent.data.gesehen !== seenOf(state)) {
      const message =
        'Inzwischen liegt anderes vor. Bitte sehen Sie die Zahlen noch einmal an und geben Sie sie dann frei.'
      return showUnit(request, reply.code(409), found, {
        typed: { values: {}, errors: [{ field: 'freigeben', message }] },
      })
    }
    const { wave, level, unit } = request.params
    const { accountId: by } = request.staff
    await addSignOff(db, {
      ...{ wave, level, unit, by },
      signed: signOff(state, '', ''),
      personLevel: read.way.levels[0].id,
      persons: read.persons,
    })
    return reply.redirect(`${rolledUpHref(wave, level, unit)}?getan=freigabe`, 303)
  })

  app.post<OfUnit>(`${rolledUpHref(':wave', ':level', ':unit')}/zahlen`, signs, async (request, reply) => {
    const found = await unitOf(request)
    if (found === undefined) return reply.problem('notFound')
    const { wave, level, unit } = request.params
    const { read } = found
    const instrument = read.surveys.get(read.levels.find(({ id }) => id === level)?.survey ?? '')
    const sent = typed.safeParse(request.body)
    if (instrument === undefined || !sent.success) return reply.problem('badForm')
    const { values, errors } = readFigures(instrument, sent.data)
    if (errors.length > 0) return showUnit(request, reply.code(400), found, { typed: { values: sent.data, errors } })
    await addFigures(db, { wave, level, unit, by: request.staff.accountId, values })
    return reply.redirect(`${rolledUpHref(wave, level, unit)}?getan=zahlen`, 303)
  })

  app.get<OfUnit>(handOverHref(':wave', ':level', ':unit'), reads, async (request, reply) => {
    const found = await unitOf(request)
    if (found === undefined) return reply.problem('notFound')
    const { read, state } = found
    const handed = handOverOf(read.way, read.year, read.rolled, state.place, read.labels)
    const wanted = address.parse(request.query).format
    if (handed === undefined || read.levels.at(-1)?.id !== state.level) return reply.problem('notFound')
    const table = handOverTable(handed, read.way.id, read.synthetic, programVersion)
    if (wanted === 'pdf') {
      const paper = await print('hand-over', handOverPaper(handed, read.synthetic))
      const file = { file: table.file, bytes: paper.length, sha256: sha256(paper) }
      const { detail } = leaving({ name: 'pdf' }, table.origin, file)
      await noteStaff(db, { action: 'download', accountId: request.staff.accountId, wave: read.wave, detail })
      return sendPdf(reply, table.name, paper)
    }
    const format = formatNamed(wanted)
    return format === undefined ? reply.problem('notFound') : sendTable(db, request, reply, format, table)
  })
}
