import type { FastifyInstance } from 'fastify'
import { requests } from '../../metrics/counts.ts'

/** Counts answers by the pattern of their route: what stands in an address, or what somebody makes up as one, names nothing. */
export function countRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async ({ method, routeOptions: { url } }, { statusCode, elapsedTime }) => {
    const route = url === undefined ? { method: 'any', route: 'none' } : { method, route: url }
    requests.add({ ...route, status: `${Math.floor(statusCode / 100)}xx` }, elapsedTime / 1e3)
  })
}
