import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../boot/context.ts'
import { berlinDay } from '../../domain/german-time.ts'
import { answerQuery, findQueries } from '../../store/queries.ts'
import { checkHref, queryHref } from '../pages/addresses.ts'
import { queryView } from '../pages/query-view.ts'
import type { ShowPage } from '../plugins/show-page.ts'

const longest = 4000
const form = z.strictObject({ _csrf: z.string(), text: z.string().max(100_000).default('') })
const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

interface OfQuery {
  Params: { query: string }
  Querystring: Record<string, unknown>
}

interface Said {
  typed?: string
  error?: string
  notice?: string
}

/** A Rückfrage, and the answer to it in a text: before the Frist, after it, and once the wave is closed. */
export function addQueryRoutes(app: FastifyInstance, { db }: Pick<RouteContext, 'db'>, show: ShowPage): void {
  async function find({ params, guest }: FastifyRequest<OfQuery>) {
    const id = number.safeParse(params.query)
    if (!id.success) return undefined
    const [query] = await findQueries(db, { id: id.data, participantId: guest.visit.participantId })
    return query && queryView(query, guest.form.instrument, guest.visit, berlinDay(guest.visit.now))
  }

  const showQuery = async (
    request: FastifyRequest<OfQuery>,
    reply: FastifyReply,
    { typed = '', error = '', notice = '' }: Said,
  ) => {
    const query = await find(request)
    if (query === undefined) return reply.problem('notFound')
    const { visit, visitor } = request.guest
    const changeable = visitor.open || visitor.asked
    const page = { query, action: query.href, typed, error, notice, changeable, checkHref: checkHref(visit) }
    return show(request as FastifyRequest, reply, 'query', 'Rückfrage', page, visitor)
  }

  app.get<OfQuery>('/rueckfragen/:query', (request, reply) => {
    const notice = request.query.beantwortet === 'ja' ? 'Danke, Ihre Antwort ist eingegangen.' : ''
    return showQuery(request, reply, { notice })
  })

  // Whoever's session has run out gets back what they typed, to send it once more.
  app.post<OfQuery>('/rueckfragen/:query', { config: { handlesForeignPosts: true } }, async (request, reply) => {
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const typed = sent.data.text
    if (!request.fromOurPage)
      return showQuery(request, reply.code(403), { typed, error: 'Bitte senden Sie die Antwort noch einmal ab.' })
    const text = typed.trim()
    const error =
      text === ''
        ? 'Bitte schreiben Sie eine Antwort.'
        : text.length > longest
          ? `Die Antwort ist länger als ${longest.toLocaleString('de-DE')} Zeichen. Bitte kürzen Sie sie.`
          : ''
    if (error !== '') return showQuery(request, reply.code(422), { typed, error })
    const { participantId, editorId } = request.guest.visit
    const query = await find(request)
    if (query === undefined) return reply.problem('notFound')
    if (!(await answerQuery(db, { id: query.id, participantId, editorId, text })))
      return showQuery(request, reply.code(409), { typed, error: 'Diese Rückfrage ist inzwischen abgeschlossen.' })
    return reply.redirect(`${queryHref(request.guest.visit, query.id)}?beantwortet=ja`, 303)
  })
}
