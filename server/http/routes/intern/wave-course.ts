import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '../../../../views/page-data/pieces.ts'
import type { WaveCoursePage } from '../../../../views/page-data/wave-pages.ts'
import { logKinds } from '../../../audit/log-kinds.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { type Holder, mayUse } from '../../../domain/rights.ts'
import { print } from '../../../paper/print.ts'
import { sendPdf } from '../../../paper/send-pdf.ts'
import { openApprovals } from '../../../store/approvals.ts'
import { type LoggedEntry, listLogEntries } from '../../../store/log-entries.ts'
import { listRunWaves, plannedMails } from '../../../store/wave-office.ts'
import { countsOf, dayFromToday, findWave, type Wave } from '../../../store/waves.ts'
import { checkList } from '../../../waves/check-list.ts'
import { waveStepHref } from '../../pages/intern/addresses.ts'
import { logEntry } from '../../pages/intern/log-entry.ts'
import { waveCoursePage } from '../../pages/intern/wave-course-page.ts'
import { blankPaper, forAnybody } from '../../pages/questionnaire-paper.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

export interface OfWave {
  Params: { wave: string }
  Querystring: Record<string, unknown>
}

interface Said {
  typed?: Partial<WaveCoursePage['typed']>
  notice?: string
  errors?: Fault[]
}

export type ShowCourse = ReturnType<typeof courseShower>

/** Shows a wave from its making to its end. */
export function courseShower({ db, config, forms }: RouteContext, show: ShowPage) {
  const instrumentOf = async (wave: Wave) =>
    (await forms.get({ ...wave, surveyVersion: wave.survey_version })).instrument

  async function page(request: FastifyRequest, reply: FastifyReply, wave: Wave, said: Said) {
    const instrument = await instrumentOf(wave)
    const actions = [...logKinds.erhebungen.actions, ...logKinds.freigaben.actions]
    const [counts, mails, points, waiting, history, today, run] = await Promise.all([
      countsOf(db, wave.id),
      plannedMails(db, wave.id),
      wave.state === 'created' ? checkList(db, config, wave, instrument.unit) : [],
      openApprovals(db, wave.id),
      listLogEntries(db, { actions, wave: wave.id, limit: 20 }),
      dayFromToday(db, 0),
      listRunWaves(db),
    ])
    const data = waveCoursePage({
      wave,
      instrument,
      counts,
      mails,
      points,
      waiting,
      history: history.filter((entry) => mayRead(request.staff, entry)).map(logEntry),
      today,
      isOpen: run.find(({ id }) => id === wave.id)?.open === true,
      mayManage: mayUse(request.staff, 'wave.manage'),
      typed: said.typed ?? {},
      notice: said.notice ?? '',
      errors: said.errors ?? [],
    })
    return show(request, reply, 'intern/wave-course', `Ablauf ${wave.id}`, data)
  }

  return { page, instrumentOf }
}

/** What was done for single ones, with its reason, is for those who work with all of them. */
const mayRead = (staff: Holder, { action, detail }: LoggedEntry): boolean =>
  action !== 'frist_extended' || detail.former !== undefined || (mayUse(staff, 'field.read') && !staff.isScoped)

const notices: Record<string, string> = {
  angelegt: 'Die Erhebung ist angelegt.',
  geoeffnet: 'Die Erhebung ist geöffnet.',
  geplant: 'Der Tag ist festgehalten.',
  vorgeschlagen: 'Vorgeschlagen. Es geschieht, sobald ein zweites Konto zustimmt.',
  geschlossen: 'Die Erhebung ist geschlossen.',
  termine: 'Die Termine sind geändert.',
  beteiligte: 'Die Teilnehmenden sind geändert.',
  gesehen: 'Festgehalten.',
  dankt: 'Nach dem Absenden geht jetzt von selbst der Dank hinaus.',
  ohnedank: 'Der Dank geht nicht mehr von selbst hinaus.',
  probe: 'Der Probelauf ist angelegt.',
  ende: 'Der Probelauf ist beendet, und alles darin ist gelöscht.',
}

/** A wave as its office sees it, and its paper before anybody else has it. */
export function addWaveCourseRoutes(app: FastifyInstance, context: RouteContext, shower: ShowCourse): void {
  const { db } = context
  const right = { config: { right: 'wave.read' } } as const

  app.get<OfWave>(waveStepHref(':wave', 'ablauf'), right, async (request, reply) => {
    const wave = await findWave(db, request.params.wave)
    if (wave === undefined) return reply.problem('notFound')
    const done = Object.keys(request.query).find((name) => Object.hasOwn(notices, name))
    return shower.page(request, reply, wave, { notice: done === undefined ? '' : (notices[done] ?? '') })
  })

  app.get<OfWave>(
    waveStepHref(':wave', 'papier'),
    { config: { ...right.config, computed: true } },
    async (request, reply) => {
      const wave = await findWave(db, request.params.wave)
      if (wave === undefined) return reply.problem('notFound')
      const instrument = await shower.instrumentOf(wave)
      const paper = blankPaper(instrument, { ...forAnybody(instrument), synthetic: wave.synthetic })
      return sendPdf(reply, `${wave.id}-fragebogen`, await print('questionnaire', paper))
    },
  )
}
