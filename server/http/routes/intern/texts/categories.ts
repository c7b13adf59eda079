import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { writeCodebookCsv } from '../../../../../analysis/texts/codebook/codebook-csv.ts'
import { writeCodebookJson } from '../../../../../analysis/texts/codebook/codebook-json.ts'
import type { FileFault } from '../../../../../analysis/texts/codebook/read-categories.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { scopeWords } from '../../../../field/scope-words.ts'
import { scopeOf } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { addCodebook, assignCodebook, listCodebooks, versionsOf } from '../../../../store/texts/codebooks.ts'
import { type AskedTexts, askedTexts } from '../../../../texts/asked-texts.ts'
import { changeCategories } from '../../../../texts/change-categories.ts'
import { readCategories } from '../../../../texts/read-categories.ts'
import { renewCategories } from '../../../../texts/renew-categories.ts'
import { categoriesFileHref, categoriesHref, categoriesOfHref } from '../../../pages/intern/text-addresses.ts'
import { categoriesPage } from '../../../pages/intern/texts/categories-page.ts'
import { fieldWords, type Said } from '../../../pages/intern/texts/of-wave.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const right = { config: { right: 'texts.code' } } as const
const query = z.object({ fehlt: z.string().max(40).catch(''), getan: z.string().catch('') })
const added = z.strictObject({
  _csrf: z.string(),
  titel: z.string().trim().max(120),
  kategorien: z.string().max(400_000),
})
const words = z.string().trim().max(4_000).default('')
const changed = z.strictObject({
  _csrf: z.string(),
  fassung: z.coerce.number().int().positive(),
  aktion: z.enum(['neu', 'beschreiben', 'zusammenlegen', 'teilen', 'verschieben', 'entfernen']),
  kategorie: words,
  andere: words,
  name: words,
  definition: words,
  beispiel: words,
  gegenbeispiel: words,
})
const renewed = z.strictObject({
  _csrf: z.string(),
  aktion: z.literal('einlesen'),
  fassung: z.coerce.number().int().positive(),
  datei: z.string().max(400_000),
})
const assigned = z.strictObject({
  _csrf: z.string(),
  aktion: z.literal('fragen'),
  frage: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.string().max(40)).max(500),
  ),
})

const faultWords = (faults: readonly FileFault[]): string[] =>
  faults
    .slice(0, 20)
    .map(
      ({ line, column, sentence }) =>
        `Zeile ${line}${column === undefined ? '' : `, ${typeof column === 'number' ? 'Zeichen' : 'Spalte'} ${column}`}: ${sentence}`,
    )

interface OfWave {
  Params: { wave: string }
}
interface OfCodebook {
  Params: { wave: string; codebook: string }
}

const notices: Record<string, string> = {
  neu: 'Die Kategorien sind angelegt. Wählen Sie unten, für welche Fragen sie gelten.',
  geaendert: 'Die neue Fassung gilt.',
  fragen: 'Die Zuordnung zu Fragen ist gespeichert.',
}

/** The codebooks of a wave: by what categories texts are told apart, and how these changed. */
export function addCategoryRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  interface Wanted {
    said: Said
    codebook?: number
    typed?: { title: string; text: string }
    /** What was put in to renew the one that is shown. */
    file?: string
  }
  async function showCategories(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedTexts,
    { said, codebook, typed, file = '' }: Wanted,
  ) {
    const { accountId } = request.staff
    const [codebooks, parts, known] = await Promise.all([
      listCodebooks(db, asked.wave.id),
      scopeOf(db, accountId),
      register(),
    ])
    const found = codebooks.find(({ id }) => id === codebook)
    if (codebook !== undefined && found === undefined) return reply.problem('notFound')
    const chosen = found && { codebook: found, versions: await versionsOf(db, found.id), file }
    const scope = scopeWords(parts, known)
    const page = categoriesPage(asked, { codebooks, scope, ...(typed && { typed }), ...(chosen && { chosen }) }, said)
    return show(request, reply, 'intern/text-categories', `Kategorien ${asked.wave.id}`, page)
  }

  app.get<OfWave>(categoriesHref(':wave'), right, async (request, reply) => {
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const { fehlt } = query.parse(request.query)
    const isAsked = asked.fields.some(({ field }) => field === fehlt)
    const notice = isAsked
      ? `Für „${fieldWords(asked, fehlt)}“ gibt es noch keine Kategorien. Legen Sie welche an, oder wählen Sie vorhandene und dort die Frage.`
      : ''
    return showCategories(request as FastifyRequest, reply, asked, { said: { notice } })
  })

  app.post<OfWave>(categoriesHref(':wave'), right, async (request, reply) => {
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    const sent = added.safeParse(request.body)
    if (asked === undefined) return reply.problem('notFound')
    if (!sent.success) return reply.problem('badForm')
    const { titel: title, kategorien: text } = sent.data
    const read = readCategories(text)
    const errors = [
      ...(title === '' ? [{ field: 'titel', message: 'Bitte geben Sie den Kategorien einen Namen.' }] : []),
      ...('faults' in read ? faultWords(read.faults).map((message) => ({ field: 'kategorien', message })) : []),
    ]
    if (errors.length > 0 || 'faults' in read)
      return showCategories(request as FastifyRequest, reply.code(400), asked, {
        said: { errors },
        typed: { title, text },
      })
    const { accountId: by } = request.staff
    const id = await db.transaction().execute(async (trx) => {
      const codebook = await addCodebook(trx, { wave: asked.wave.id, title, categories: read.codebook, by })
      await noteStaff(trx, { action: 'categories_changed', accountId: by, wave: asked.wave.id, detail: { codebook } })
      return codebook
    })
    return reply.redirect(`${categoriesOfHref(asked.wave.id, id)}?getan=neu`, 303)
  })

  app.get<OfCodebook>(categoriesOfHref(':wave', ':codebook'), right, async (request, reply) => {
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    const codebook = Number(request.params.codebook)
    if (asked === undefined || !Number.isSafeInteger(codebook)) return reply.problem('notFound')
    const { getan } = query.parse(request.query)
    return showCategories(request as FastifyRequest, reply, asked, { codebook, said: { notice: notices[getan] ?? '' } })
  })

  app.post<OfCodebook>(categoriesOfHref(':wave', ':codebook'), right, async (request, reply) => {
    const { accountId: by } = request.staff
    const asked = await askedTexts(context, request.params.wave, by)
    const wave = request.params.wave
    const codebook = (await listCodebooks(db, wave)).find(({ id }) => String(id) === request.params.codebook)
    if (asked === undefined || codebook === undefined) return reply.problem('notFound')
    const href = categoriesOfHref(wave, codebook.id)
    const fields = assigned.safeParse(request.body)
    if (fields.success) {
      const wanted = new Set(fields.data.frage)
      await db.transaction().execute(async (trx) => {
        for (const { field } of asked.fields)
          if (wanted.has(field) !== codebook.fields.includes(field))
            await assignCodebook(trx, { wave, field, codebook: wanted.has(field) ? codebook.id : null, by })
      })
      return reply.redirect(`${href}?getan=fragen`, 303)
    }
    const file = renewed.safeParse(request.body)
    if (file.success) {
      const { fassung: number, datei: text } = file.data
      const problem = await renewCategories(db, { wave, codebook, number, text, by })
      if (problem === '') return reply.redirect(`${href}?getan=geaendert`, 303)
      const messages = typeof problem === 'string' ? [problem] : faultWords(problem.faults)
      return showCategories(request as FastifyRequest, reply.code(400), asked, {
        codebook: codebook.id,
        said: { errors: messages.map((message) => ({ field: 'aktion-einlesen', message })) },
        file: text,
      })
    }
    const sent = changed.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const problem = await changeCategories(db, { wave, codebook, number: sent.data.fassung, typed: sent.data, by })
    if (problem === '') return reply.redirect(`${href}?getan=geaendert`, 303)
    const errors = [{ field: `aktion-${sent.data.aktion}`, message: problem }]
    return showCategories(request as FastifyRequest, reply.code(400), asked, {
      codebook: codebook.id,
      said: { errors },
    })
  })

  app.get<{ Params: { wave: string; codebook: string; ending: string } }>(
    categoriesFileHref(':wave', ':codebook', ':ending'),
    right,
    async (request, reply) => {
      const { wave, codebook, ending } = request.params
      const found = (await listCodebooks(db, wave)).find(({ id }) => String(id) === codebook)
      if (found === undefined || (ending !== 'csv' && ending !== 'json')) return reply.problem('notFound')
      const name = `${wave}-kategorien-${found.id}-fassung-${found.number}.${ending}`
      return reply
        .type(ending === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(ending === 'csv' ? writeCodebookCsv(found.categories) : writeCodebookJson(found.categories))
    },
  )
}
