import type { FastifyInstance } from 'fastify'

/**
 * A line for each answer, in place of Fastify's own two lines, which name the address and the caller. Those are
 * turned off where the application is made.
 */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...request.took,
      },
      'beantwortet',
    )
  })
}
