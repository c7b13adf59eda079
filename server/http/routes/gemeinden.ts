import type { FastifyInstance } from 'fastify'
import { suggestGemeinden } from '../../../surveys/reading/gemeinde-names.ts'

const most = 10
const longest = 100

/** Kommunen whose name or key begins like what was typed, for the search of a form. */
export function addGemeindenRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { suche?: unknown } }>('/gemeinden', (request, reply) => {
    const { suche } = request.query
    const typed = typeof suche === 'string' && suche.length <= longest ? suche : ''
    reply.header('cache-control', 'private, max-age=300')
    return reply.send(suggestGemeinden(typed, request.guest.around.register, most))
  })
}
