import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { isReachable } from '../../database/is-reachable.ts'

type Needed = Pick<RouteContext, 'pool' | 'settingsOff'>

/** For the operator's monitoring: the process answers; the database answers too, and what it says is stored stays so. */
export function addHealthRoutes(app: FastifyInstance, { pool, settingsOff }: Needed): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    if (!(await isReachable(pool))) return reply.code(503).send({ status: 'no database' })
    const off = settingsOff()
    return off.length > 0 ? reply.code(503).send({ status: 'not durable', off }) : { status: 'ok' }
  })
}
