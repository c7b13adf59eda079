import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway, isPartAway } from '../../errors/database-away.ts'
import { type ProblemCode, problems } from '../problems.ts'
import { asksForJson } from './json-routes.ts'
import { noStore } from './security.ts'
import { isOfForm, showLater } from './show-later.ts'
import type { ShowPage } from './show-page.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with the page of a problem, or with its sentence where a script asked. */
    problem(code: ProblemCode): Promise<FastifyReply>
  }
}

/** What Fastify and PostgreSQL refuse, as problems of ours. */
const codes: Record<string, ProblemCode> = {
  FST_ERR_BAD_URL: 'badAddress',
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'badForm',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'badForm',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'badForm',
  FST_ERR_CTP_INVALID_JSON_BODY: 'badForm',
}

/** What is over by itself. */
const awaited = ['busy', 'databaseAway', 'partAway'] as const
type Awaited = (typeof awaited)[number]
const isAwaited = (code: ProblemCode): code is Awaited => awaited.some((one) => one === code)

const secondsUntilNextTry = 10

export function problemOf(error: FastifyError): ProblemCode {
  const known = codes[error.code]
  if (known !== undefined) return known
  if (error.message.includes('timeout exceeded when trying to connect')) return 'busy'
  if (isPartAway(error)) return 'partAway'
  if (isDatabaseAway(error)) return 'databaseAway'
  return (error.statusCode ?? 500) < 500 ? 'badForm' : 'failure'
}

export function addProblemPages(app: FastifyInstance, show: ShowPage): void {
  app.decorateReply('problem', async function problem(this: FastifyReply, code: ProblemCode) {
    const { status, heading, paragraphs } = problems[code]
    noStore(this.code(status))
    if (status === 503) this.header('retry-after', '30')
    const { request } = this
    if (asksForJson(request)) return this.send({ error: code, message: paragraphs[0] })
    const link = request.staff ? { href: '/intern', label: 'Zur Übersicht' } : { href: '/', label: 'Zur Startseite' }
    return show(request, this, 'message', heading, { heading, paragraphs: [...paragraphs], link })
  })
  app.setNotFoundHandler((_request, reply) => reply.problem('notFound'))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const code = problemOf(error)
    if (problems[code].status >= 500) request.log.error({ err: error }, 'request failed')
    return isAwaited(code) ? waitForIt(request, reply, code) : reply.problem(code)
  })

  /** A page that was asked for is asked for again by itself; what was sent goes back into the page. */
  function waitForIt(request: FastifyRequest, reply: FastifyReply, code: Awaited) {
    if (request.method === 'GET') reply.header('refresh', secondsUntilNextTry)
    else if (isOfForm(request)) return showLater(request, reply, code, show)
    return reply.problem(code)
  }
}
