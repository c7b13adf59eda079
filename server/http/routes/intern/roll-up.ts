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
import { siteAddress } from '../../../letters/sender.ts'
import { print } from '../../../paper/print.ts'
import { sendPdf } from '../../../paper/send-pdf.ts'
import { programVersion } from '../../../program-version.ts'
import { answerFault, askAbout } from '../../../rollup/ask-about.ts'
import { handOverPaper } from '../../../rollup/hand-over-paper.ts'
import { handOverTable } from '../../../rollup/hand-over-table.ts'
import { readRollUp } from '../../../rollup/read-roll-up.ts'
import { seenOf } from '../../../rollup/seen.ts'
import { worksForUnit } from '../../../rollup/sight.ts'
import { readFigures } from '../../../rollup/typed-figures.ts'
import { mailAddresses } from '../../../store/addresses.ts'
import { sayToFigureQuery } from '../../../store/figure-queries.ts'
import { closeQueries, findQueries } from '../../../store/queries.ts'
import { addFigures, addSignOff } from '../../../store/roll-up.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { dayFromToday } from '../../../store/waves.ts'
import { handOverHref, rolledUpHref, rollUpHref } from '../../pages/intern/addresses.ts'
import { figureQuestions, type KnownQuestions } from '../../pages/intern/figure-questions.ts'
import { rollUpPage } from '../../pages/intern/roll-up-page.ts'
import { rolledUpPage } from '../../pages/intern/rolled-up-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { usualDays } from './queries.ts'
import { sendTable } from './send-table.ts'

type OfWave = { Params: { wave: string } }
type OfUnit = { Params: { wave: string; level: string; unit: string } }

const reads = { config: { right: 'figures.read' } } as const
const signs = { config: { right: 'figures.sign' } } as const
const signed = z.strictObject({ _csrf: z.string(), gesehen: z.string().max(64) })
const typed = z.record(z.string().max(40), z.string().max(60))
const address = z.object({ format: z.string().max(16).catch('csv'), getan: z.string().max(16).catch('') })

const question = z.strictObject({
  _csrf: z.string(),
  aktion: z.enum(['fragen', 'antworten', 'schliessen']),
  rueckfrage: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(1),
  wer: z.enum(['person', 'stelle']).default('stelle'),
  an: z.string().max(100).default(''),
  zahl: z.string().max(40).default(''),
  text: z.string().max(100_000).default(''),
  bis: z.string().max(40).default(''),
  mail: z.literal('ja').optional(),
})

const notices: Record<string, string> = {
  freigabe: 'Freigegeben.',
  zahlen: 'Gespeichert.',
  gefragt: 'Die Rückfrage ist gestellt.',
  beantwortet: 'Die Antwort ist gespeichert.',
  abgeschlossen: 'Die Rückfrage ist abgeschlossen.',
}

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
    typed: Pick<KnownQuestions, 'typed' | 'answer'> = {},
  ) {
    const { staff } = request
    const [today, maySign] = [berlinDay(new Date()), mayUse(staff, 'figures.sign')]
    const questions = figureQuestions(read, state, {
      ofPersons: await findQueries(db, { wave: read.wave }),
      today,
      usual: await dayFromToday(db, usualDays),
      may: maySign,
      worksForAll: (await scopeOf(db, staff.accountId)).length === 0,
      addresses: mayUse(staff, 'field.read') ? await mailAddresses(db) : new Map(),
      site: siteAddress(context.config),
      ...typed,
    })
    const page = rolledUpPage(read, state, { today, maySign, questions, ...shown })
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
    if (read.others.some((one) => one.level === level && one.asked.has(unit))) return reply.problem('notFound')
    const instrument = read.surveys.get(read.levels.find(({ id }) => id === level)?.survey ?? '')
    const sent = typed.safeParse(request.body)
    if (instrument === undefined || !sent.success) return reply.problem('badForm')
    const { values, errors } = readFigures(instrument, sent.data)
    if (errors.length > 0) return showUnit(request, reply.code(400), found, { typed: { values: sent.data, errors } })
    await addFigures(db, { wave, level, unit, by: request.staff.accountId, values })
    return reply.redirect(`${rolledUpHref(wave, level, unit)}?getan=zahlen`, 303)
  })

  app.post<OfUnit>(`${rolledUpHref(':wave', ':level', ':unit')}/rueckfragen`, signs, async (request, reply) => {
    const found = await unitOf(request)
    if (found === undefined) return reply.problem('notFound')
    const sent = question.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { aktion, rueckfrage: id, wer, an, zahl, text, bis, mail } = sent.data
    const { wave, level, unit } = request.params
    const { accountId: by } = request.staff
    const { read, state } = found
    const worksForAll = (await scopeOf(db, by)).length === 0
    const back = (done: string) => reply.redirect(`${rolledUpHref(wave, level, unit)}?getan=${done}`, 303)
    if (aktion === 'fragen') {
      const typed = { an, zahl, text, bis, mail: mail === 'ja' }
      const errors = await askAbout(context, found, { typed, by, worksForAll })
      return errors.length > 0
        ? showUnit(request, reply.code(400), found, { typed: { values: {}, errors } }, { typed })
        : back('gefragt')
    }
    if (wer === 'person') {
      const [query] = await findQueries(db, { wave, id })
      const isBelow = query !== undefined && state.children.includes(placeOf(read.way.levels[0].id, query.unit))
      if (!isBelow || aktion !== 'schliessen') return reply.problem('notFound')
      await closeQueries(db, { ids: [query.id], wave, by })
      return back('abgeschlossen')
    }
    const query = read.queries.find((one) => one.id === id)
    const isTo = query?.to === state.place
    const mayClose = query?.from === state.place || (isTo && query.from.endsWith('/') && worksForAll)
    if (query === undefined || !(aktion === 'antworten' ? isTo : mayClose)) return reply.problem('notFound')
    const answer = text.trim()
    const message = answerFault(answer)
    if (aktion === 'antworten' && message !== '') {
      const errors = [{ field: `antwort-${query.id}`, message }]
      return showUnit(
        request,
        reply.code(400),
        found,
        { typed: { values: {}, errors } },
        { answer: { id: query.id, text } },
      )
    }
    const [toLevel = '', toUnit = ''] = query.to.split('/')
    const isSaid = await sayToFigureQuery(db, {
      ...{ wave, id: query.id, to: { level: toLevel, unit: toUnit }, by },
      ...(aktion === 'antworten' ? { kind: 'answered', text: answer } : { kind: 'closed', text: '' }),
    })
    if (!isSaid && aktion === 'antworten') {
      const late = `Die Rückfrage ist inzwischen abgeschlossen. Ihre Antwort ist nicht gespeichert: „${answer}“`
      return showUnit(request, reply.code(409), found, {
        typed: { values: {}, errors: [{ field: '', message: late }] },
      })
    }
    return back(aktion === 'antworten' ? 'beantwortet' : 'abgeschlossen')
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
