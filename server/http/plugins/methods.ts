import type { FastifyInstance } from 'fastify'

/**
 * Says of an address that is there by which methods it may be asked, where another one came. It is said before a body is
 * read and before a form has to be ours: who sends to an address that takes nothing has no form that could be.
 */
export function refuseOtherMethods(app: FastifyInstance): void {
  const known = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ method, url }) => {
    known.set(url, new Set([...(known.get(url) ?? []), method].flat()))
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404 || request.method === 'GET' || request.method === 'HEAD') return
    const allowed = [...known].filter(([pattern]) => isOf(request.url, pattern)).flatMap(([, methods]) => [...methods])
    if (allowed.length === 0) return reply.problem('notFound')
    return reply.header('allow', [...new Set(allowed)].sort().join(', ')).problem('wrongMethod')
  })
}

const parts = (path: string) => path.replace(/\/$/, '').split('/')

/** Whether a route with parts like `:wave` answers at an address. */
function isOf(url: string, pattern: string): boolean {
  const asked = parts(url.split('?', 1)[0] ?? '')
  const wanted = parts(pattern)
  return asked.length === wanted.length && wanted.every((part, place) => part.startsWith(':') || part === asked[place])
}
