import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { mayUse } from '../../../../domain/rights.ts'
import { scopeWords } from '../../../../field/scope-words.ts'
import { scopeOf } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { listCodebooks } from '../../../../store/texts/codebooks.ts'
import { codersOf, countTexts, listTexts } from '../../../../store/texts/list-texts.ts'
import { listSamples } from '../../../../store/texts/samples.ts'
import { askedTexts } from '../../../../texts/asked-texts.ts'
import { drawTexts } from '../../../../texts/draw-texts.ts'
import { filterOf, listPlace, textQueryShape } from '../../../../texts/text-filter.ts'
import { textListHref, textSampleHref, textsHref } from '../../../pages/intern/text-addresses.ts'
import { listPage, textsOnPage } from '../../../pages/intern/texts/list-page.ts'
import type { Said } from '../../../pages/intern/texts/of-wave.ts'
import { overviewPage } from '../../../pages/intern/texts/overview-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const right = { config: { right: 'texts.code' } } as const
const listQuery = z.object({ ...textQueryShape, nach: listPlace, vor: listPlace })
const overviewQuery = z.object({ getan: z.coerce.number().int().min(0).optional().catch(undefined) })
const whole = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/)
const drawForm = z.strictObject({
  _csrf: z.string(),
  frage: z.string().max(40).default(''),
  anteil: z.string().max(20).default(''),
  mindestens: z.string().max(20).default(''),
  zahl: z.string().max(20).default(''),
})

interface OfWave {
  Params: { wave: string }
}

/** What people wrote in a wave: by question, and as a list. */
export function addTextRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  type Typed = Parameters<typeof overviewPage>[1]['typed']
  async function showOverview(request: FastifyRequest, reply: FastifyReply, said: Said, typed?: Typed) {
    const { staff, params } = request as FastifyRequest<OfWave>
    const asked = await askedTexts(context, params.wave, staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const { id } = asked.wave
    const [counts, codebooks, samples, parts, known] = await Promise.all([
      countTexts(db, asked.of),
      listCodebooks(db, id),
      listSamples(db, id),
      scopeOf(db, staff.accountId),
      register(),
    ])
    const scope = scopeWords(parts, known)
    const mayRead = mayUse(staff, 'texts.manage')
    const mayPublish = mayUse(staff, 'texts.release')
    const page = overviewPage(asked, { counts, codebooks, samples, mayRead, scope, mayPublish, typed }, said)
    return show(request, reply, 'intern/texts', `Texte ${id}`, page)
  }

  app.get<OfWave>(textsHref(':wave'), right, (request, reply) => {
    const { getan } = overviewQuery.parse(request.query)
    const notice =
      getan === undefined ? '' : getan === 0 ? 'Es kam kein weiterer Text hinzu.' : `${getan} weitere Texte gezogen.`
    return showOverview(request as FastifyRequest, reply, { notice })
  })

  app.post<OfWave>(textSampleHref(':wave'), right, async (request, reply) => {
    const sent = drawForm.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { frage, anteil, mindestens, zahl } = sent.data
    const [share, atLeast, seed] = [anteil, mindestens, zahl].map((typed) => whole.safeParse(typed))
    const isShare = share?.success === true && Number(share.data) >= 1 && Number(share.data) <= 100
    const errors = [
      ...(isShare ? [] : [{ field: 'anteil', message: 'Bitte geben Sie den Anteil als ganze Zahl von 1 bis 100 an.' }]),
      ...(atLeast?.success ? [] : [{ field: 'mindestens', message: 'Bitte geben Sie eine ganze Zahl ab 0 an.' }]),
      ...(seed?.success ? [] : [{ field: 'zahl', message: 'Bitte geben Sie eine ganze Zahl ab 0 an.' }]),
    ]
    if (errors.length > 0)
      return showOverview(request as FastifyRequest, reply.code(400), { errors }, { frage, anteil, mindestens, zahl })
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const fields = asked.fields.map(({ field }) => field).filter((field) => frage === '' || field === frage)
    const wanted = { fields, seed: Number(zahl), share: Number(anteil) / 100, atLeast: Number(mindestens) }
    const drawn = await drawTexts(context, asked, { ...wanted, by: request.staff.accountId })
    return reply.redirect(`${textsHref(asked.wave.id)}?getan=${drawn}`, 303)
  })

  app.get<OfWave>(textListHref(':wave'), right, async (request, reply) => {
    const { accountId } = request.staff
    const asked = await askedTexts(context, request.params.wave, accountId)
    if (asked === undefined) return reply.problem('notFound')
    const { nach: after, vor: before, ...query } = listQuery.parse(request.query)
    const { id } = asked.wave
    const [listed, codebooks, coders, known, parts] = await Promise.all([
      listTexts(db, asked.of, filterOf(query), { after, before, limit: textsOnPage }),
      listCodebooks(db, id),
      codersOf(db, id),
      register(),
      scopeOf(db, accountId),
    ])
    await noteStaff(db, { action: 'texts_read', accountId, wave: id, detail: { rows: listed.texts.length } })
    const scope = scopeWords(parts, known)
    const page = listPage(asked, query, { register: known, coders, codebooks, listed, scope })
    return show(request as FastifyRequest, reply, 'intern/text-list', `Liste der Texte ${id}`, page)
  })
}
