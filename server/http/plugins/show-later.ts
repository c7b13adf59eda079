import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ProblemCode, problems } from '../problems.ts'
import { asksForJson } from './json-routes.ts'
import { noStore } from './security.ts'
import type { ShowPage } from './show-page.ts'
import { typedFields } from './typed-fields.ts'

const secondsUntilNextTry = 30

/** Where people type for long, without a script that keeps it and tries again. */
export const isOfForm = (request: FastifyRequest): boolean =>
  /^\/(?:erhebung|zuarbeit)\//.test(request.url) && !asksForJson(request)

/** What was typed goes back within the page, to be sent again. */
export function showLater(request: FastifyRequest, reply: FastifyReply, code: ProblemCode, show: ShowPage) {
  const { status, heading, paragraphs } = problems[code]
  noStore(reply.code(status).header('retry-after', secondsUntilNextTry))
  const page = { heading, paragraphs: [...paragraphs], action: request.url, fields: typedFields(request) }
  return show(request, reply, 'later', heading, page)
}
