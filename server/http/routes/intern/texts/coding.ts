import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import type { Mark } from '../../../../database/text-tables.ts'
import { scopeWords } from '../../../../field/scope-words.ts'
import { scopeOf } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { listCodebooks } from '../../../../store/texts/codebooks.ts'
import { givenToEqual } from '../../../../store/texts/codings.ts'
import { positionIn, textsById } from '../../../../store/texts/list-texts.ts'
import { type AskedTexts, askedTexts } from '../../../../texts/asked-texts.ts'
import { codeText, typedMarks, undoCoding } from '../../../../texts/code-text.ts'
import { suggestions } from '../../../../texts/suggest.ts'
import { filterOf, queryWords, type TextQuery, textQueryShape } from '../../../../texts/text-filter.ts'
import { categoriesHref, codingHref, codingUndoHref, textListHref } from '../../../pages/intern/text-addresses.ts'
import { codingPage } from '../../../pages/intern/texts/coding-page.ts'
import type { Said } from '../../../pages/intern/texts/of-wave.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const right = { config: { right: 'texts.code' } } as const
const number = z.coerce.number().int().positive()
const query = z.object({ ...textQueryShape, text: number.optional().catch(undefined), getan: z.string().catch('') })
const several = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(60)).max(500),
)
const coded = z.strictObject({
  ...textQueryShape,
  _csrf: z.string(),
  text: number,
  fassung: number,
  kategorie: several,
  stelle: several,
  aktion: z.enum(['weiter', 'keine']).default('weiter'),
})
const undone = z.strictObject({ ...textQueryShape, _csrf: z.string() })

interface OfWave {
  Params: { wave: string }
}

const notices: Record<string, string> = {
  gespeichert: 'Gespeichert.',
  zurueck: 'Die Zuordnung ist zurückgenommen; es gilt wieder, was vorher galt.',
  nichts: 'Es gibt keine Zuordnung von Ihnen, die sich zurücknehmen ließe.',
}

/** One text after the other, with the categories that it can be given. */
export function addCodingRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  async function showText(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedTexts,
    { query: wanted, id, typed, said }: { query: TextQuery; id: number; typed?: readonly Mark[]; said: Said },
  ) {
    const { accountId } = request.staff
    const [[text], codebooks] = await Promise.all([textsById(db, asked.of, [id]), listCodebooks(db, asked.wave.id)])
    if (text === undefined) return reply.problem('notFound')
    const codebook = codebooks.find(({ fields }) => fields.includes(text.field))
    if (codebook === undefined) return reply.redirect(`${categoriesHref(asked.wave.id)}?fehlt=${text.field}`, 303)
    const [position, given, known, parts] = await Promise.all([
      positionIn(db, asked.of, filterOf(wanted), text),
      givenToEqual(db, asked.wave.id, { text: id, by: accountId }),
      register(),
      scopeOf(db, accountId),
    ])
    await noteStaff(db, { action: 'texts_read', accountId, wave: asked.wave.id, detail: { rows: 1 } })
    const page = codingPage(
      asked,
      wanted,
      {
        register: known,
        codebook,
        text,
        position,
        marks: typed ?? text.own ?? [],
        suggestions: suggestions(text.text, codebook.categories, given),
        scope: scopeWords(parts, known),
      },
      said,
    )
    return show(request, reply, 'intern/text-coding', `Zuordnen ${asked.wave.id}`, page)
  }

  app.get<OfWave>(codingHref(':wave'), right, async (request, reply) => {
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const { text, getan, ...wanted } = query.parse(request.query)
    const id = text ?? (await positionIn(db, asked.of, filterOf(wanted), undefined)).next
    if (id === null) return reply.redirect(`${textListHref(asked.wave.id)}${queryWords(wanted)}`, 303)
    return showText(request as FastifyRequest, reply, asked, {
      query: wanted,
      id,
      said: { notice: notices[getan] ?? '' },
    })
  })

  app.post<OfWave>(codingHref(':wave'), right, async (request, reply) => {
    const sent = coded.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { _csrf, text: id, fassung, kategorie, stelle, aktion, ...wanted } = sent.data
    const { accountId: by } = request.staff
    const asked = await askedTexts(context, request.params.wave, by)
    const [text] = asked === undefined ? [] : await textsById(db, asked.of, [id])
    if (asked === undefined || text === undefined) return reply.problem('notFound')
    const wave = asked.wave.id
    const codebook = (await listCodebooks(db, wave)).find(({ fields }) => fields.includes(text.field))
    if (codebook === undefined) return reply.redirect(`${categoriesHref(wave)}?fehlt=${text.field}`, 303)
    const marks = typedMarks(kategorie, stelle)
    const fitsNone = aktion === 'keine'
    const problem = await codeText(db, { text, codebook, version: fassung, marks, fitsNone, by })
    if (problem !== '') {
      const errors = [{ field: `kategorie-${codebook.categories[0]?.key ?? ''}`, message: problem }]
      return showText(request as FastifyRequest, reply.code(400), asked, {
        query: wanted,
        id,
        typed: marks,
        said: { errors },
      })
    }
    const { next } = await positionIn(db, asked.of, filterOf(wanted), text)
    const href = next === null ? textListHref(wave) : codingHref(wave)
    return reply.redirect(
      `${href}${queryWords(wanted, next === null ? {} : { text: next, getan: 'gespeichert' })}`,
      303,
    )
  })

  app.post<OfWave>(codingUndoHref(':wave'), right, async (request, reply) => {
    const sent = undone.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { _csrf, ...wanted } = sent.data
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const text = await undoCoding(db, asked.wave.id, request.staff.accountId)
    const back: Record<string, string | number> = text === undefined ? { getan: 'nichts' } : { text, getan: 'zurueck' }
    return reply.redirect(`${codingHref(asked.wave.id)}${queryWords(wanted, back)}`, 303)
  })
}
