import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { agreement } from '../../../../../analysis/texts/agreement/agreement.ts'
import { differences } from '../../../../../analysis/texts/agreement/differences.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { scopeWords } from '../../../../field/scope-words.ts'
import { scopeOf } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { listCodebooks, versionsOf } from '../../../../store/texts/codebooks.ts'
import { codingsOf, settle, settlementsOf } from '../../../../store/texts/codings.ts'
import { textsById } from '../../../../store/texts/list-texts.ts'
import { type AskedTexts, askedTexts } from '../../../../texts/asked-texts.ts'
import { codedByNewest } from '../../../../texts/coded-texts.ts'
import { agreementHref } from '../../../pages/intern/text-addresses.ts'
import { agreementPage } from '../../../pages/intern/texts/agreement-page.ts'
import type { Said } from '../../../pages/intern/texts/of-wave.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const seed = 1
const settled = z.strictObject({
  _csrf: z.string(),
  text: z.coerce.number().int().positive(),
  kategorie: z.string().max(40),
  entscheidung: z.enum(['dazu', 'nicht']),
  warum: z.string().trim().max(4_000).default(''),
})

interface OfCodebook {
  Params: { wave: string; codebook: string }
}

/** How well those who code a question agree, and what they have to settle. */
export function addAgreementRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  /** Whoever codes here sees of others only what was given to texts that they have coded themselves. */
  async function compared(asked: AskedTexts, codebook: string, account: number) {
    const found = (await listCodebooks(db, asked.wave.id)).find(({ id }) => String(id) === codebook)
    if (found === undefined) return undefined
    const [codings, versions] = await Promise.all([codingsOf(db, asked.of, found.fields), versionsOf(db, found.id)])
    const own = new Set(codings.filter(({ coderId }) => coderId === account).map(({ text }) => text))
    const { texts, undecided } = codedByNewest(codings, versions)
    const keys = found.categories.map(({ key }) => key)
    const seen = own.size === 0 ? texts : texts.filter(({ text }) => own.has(Number(text)))
    return { codebook: found, keys, texts, undecided, differing: differences(seen, keys) }
  }

  async function showAgreement(
    request: FastifyRequest,
    reply: FastifyReply,
    said: Said,
    typed?: { text: number; category: string; why: string },
  ) {
    const { staff, params } = request as FastifyRequest<OfCodebook>
    const asked = await askedTexts(context, params.wave, staff.accountId)
    const found = asked && (await compared(asked, params.codebook, staff.accountId))
    if (asked === undefined || found === undefined) return reply.problem('notFound')
    const ids = [...new Set(found.differing.map(({ text }) => Number(text)))]
    const [shown, settlements, parts, known] = await Promise.all([
      textsById(db, asked.of, ids),
      settlementsOf(db, asked.of),
      scopeOf(db, staff.accountId),
      register(),
    ])
    const detail = { rows: shown.length }
    await noteStaff(db, { action: 'texts_read', accountId: staff.accountId, wave: asked.wave.id, detail })
    const page = agreementPage(
      asked,
      {
        codebook: found.codebook,
        agreement: agreement(found.texts, found.keys, { seed }),
        differences: found.differing,
        settled: settlements,
        undecided: found.undecided,
        texts: new Map(shown.map((one) => [String(one.id), one])),
        seed,
        scope: scopeWords(parts, known),
        typed,
      },
      said,
    )
    return show(request, reply, 'intern/text-agreement', `Übereinstimmung ${asked.wave.id}`, page)
  }

  const href = agreementHref(':wave', ':codebook')
  app.get<OfCodebook>(href, { config: { right: 'texts.code', computed: true } }, (request, reply) =>
    showAgreement(request as FastifyRequest, reply, {}),
  )

  app.post<OfCodebook>(href, { config: { right: 'texts.code' } }, async (request, reply) => {
    const { accountId: by } = request.staff
    const { wave, codebook } = request.params
    const asked = await askedTexts(context, wave, by)
    if (asked === undefined) return reply.problem('notFound')
    const sent = settled.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { text, kategorie: category, entscheidung, warum: why } = sent.data
    const found = await compared(asked, codebook, by)
    const isThere = found?.differing.some((one) => one.text === String(text) && one.category === category)
    const [seen] = await textsById(db, asked.of, [text])
    if (isThere !== true || seen === undefined) return reply.problem('notFound')
    if (why === '') {
      const errors = [{ field: `warum-${text}-${category}`, message: 'Bitte schreiben Sie, warum Sie so entscheiden.' }]
      return showAgreement(request as FastifyRequest, reply.code(400), { errors }, { text, category, why })
    }
    await db.transaction().execute((trx) => settle(trx, { text, category, holds: entscheidung === 'dazu', why, by }))
    return reply.redirect(agreementHref(wave, codebook), 303)
  })
}
