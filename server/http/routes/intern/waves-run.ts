import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listSurveys } from '../../../../surveys/definition/list-surveys.ts'
import type { Fault } from '../../../../views/page-data/pieces.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { mayUse } from '../../../domain/rights.ts'
import { unitsOn } from '../../../store/askable-units.ts'
import { termsOf } from '../../../store/retention-terms.ts'
import { listRunWaves, unitsOfWave } from '../../../store/wave-office.ts'
import { createWave, dayFromToday, findWave } from '../../../store/waves.ts'
import { planTyped } from '../../../waves/plan-typed.ts'
import { waveStepHref, wavesHref } from '../../pages/intern/addresses.ts'
import { runWaveEntry, type TypedWave, wavesPage } from '../../pages/intern/waves-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const text = z.string().max(200).default('')
const form = z.strictObject({
  _csrf: z.string(),
  fragebogen: text,
  kennung: text,
  stichtag: text,
  frist: text,
  wer: text,
  kreis: text,
  frueher: text,
  liste: z.string().max(200_000).default(''),
  von: text,
})

const blank: TypedWave = {
  fragebogen: '',
  kennung: '',
  stichtag: '',
  frist: '',
  wer: 'alle',
  kreis: '',
  frueher: '',
  liste: '',
  von: '',
}

/** All waves, and a new one: from scratch, or as one before it. */
export function addRunWavesRoutes(app: FastifyInstance, { db, forms, register }: RouteContext, show: ShowPage): void {
  async function showList(request: FastifyRequest, reply: FastifyReply, typed: TypedWave, errors: Fault[]) {
    const found = await listRunWaves(db)
    const titled = await Promise.all(
      found.map(async (wave) => ({ wave, title: (await forms.get(wave)).instrument.title })),
    )
    const offered = (await listSurveys()).filter(({ published }) => published).reverse()
    const page = wavesPage({
      waves: titled.map(({ wave, title }) => runWaveEntry(wave, title)),
      offered,
      earlier: titled.filter(({ wave }) => !wave.test).map(({ wave: { id }, title }) => ({ id, title })),
      register: await register(),
      typed,
      mayManage: mayUse(request.staff, 'wave.manage'),
      errors,
    })
    return show(request, reply, 'intern/waves', 'Erhebungen', page)
  }

  app.get<{ Querystring: Record<string, unknown> }>(
    wavesHref,
    { config: { right: 'wave.read' } },
    async (request, reply) => {
      const { von } = request.query
      const from = typeof von === 'string' ? await findWave(db, von) : undefined
      const copied = from && {
        fragebogen: await newestOf(from.survey, from.survey_version),
        wer: 'frueher',
        frueher: from.id,
        von: from.id,
      }
      return showList(request, reply, { ...blank, ...copied }, [])
    },
  )

  app.post(wavesHref, { config: { right: 'wave.manage' } }, async (request, reply) => {
    const read = form.safeParse(request.body)
    if (!read.success) return reply.problem('badForm')
    const { _csrf, ...typed } = read.data
    const today = await dayFromToday(db, 0)
    const known = await register()
    const { wave, faults } = await planTyped(typed, {
      register: known,
      unitsOn: (kind, stichtag) => unitsOn(db, kind, stichtag),
      today,
      unitsOf: (wave) => unitsOfWave(db, wave),
    })
    if (wave === undefined) return showList(request, reply.code(400), typed, faults)
    if ((await findWave(db, wave.id)) !== undefined) {
      const message = `Die Erhebung „${wave.id}“ gibt es schon. Bitte wählen Sie eine andere Kennung.`
      return showList(request, reply.code(400), typed, [{ field: 'kennung', message }])
    }
    const retention = typed.von === '' ? {} : await termsOf(db, typed.von)
    // What an account of the demo world makes is as invented as the account, and ends no login of it.
    const { accountId, synthetic } = request.staff
    await createWave(db, { ...wave, retention, synthetic }, accountId)
    return reply.redirect(`${waveStepHref(wave.id, 'ablauf')}?angelegt=ja`, 303)
  })
}

/** The newest published version of a survey, as it is chosen. */
async function newestOf(survey: string, otherwise: string): Promise<string> {
  const versions = (await listSurveys()).filter(({ id, published }) => published && id === survey)
  return `${survey} ${versions.at(-1)?.version ?? otherwise}`
}
