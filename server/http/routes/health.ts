import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../../boot/context.ts'
import { isReachable } from '../../database/is-reachable.ts'

/** For the operator's monitoring: the process answers; the database answers too. */
export function addHealthRoutes(app: FastifyInstance, { pool }: Pick<AppContext, 'pool'>): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) =>
    (await isReachable(pool)) ? { status: 'ok' } : reply.code(503).send({ status: 'no database' }),
  )
}
