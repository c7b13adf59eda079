import type { FastifyInstance } from 'fastify'

const ofMonitoring = new Set(['/healthz', '/readyz'])

/**
 * Whether all who came so far came from one address, which is that of the connection itself: behind a proxy that is not trusted all
 * visitors are the proxy. Each instance looks for itself, and forgets with its end.
 */
export function watchAddresses(app: FastifyInstance, isBehindProxy: boolean): () => boolean {
  if (!isBehindProxy) return () => false
  let first: string | undefined
  let areSeveral = false
  app.addHook('onRequest', (request, _reply, done) => {
    if (!areSeveral && !ofMonitoring.has(request.url)) {
      first ??= request.ip
      areSeveral = request.ip !== first || request.ip !== request.socket.remoteAddress
    }
    done()
  })
  return () => first !== undefined && !areSeveral
}
