import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'

/** No code, style or picture from anywhere but this server, and no code within pages. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
}

/** Of a page that works on what must not leave it: its script can ask for nothing. */
export const policyWithoutConnections: string = Object.entries({
  ...contentSecurityPolicy.directives,
  'connect-src': ["'none'"],
})
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join(';')

/** Comes back with them, for answers that no hook sees. */
export async function addSecurityHeaders(app: FastifyInstance, secure: boolean): Promise<Record<string, string>> {
  const headers = await securityHeaders(secure)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  return headers
}

/** What helmet sets. It would work that out anew with every request, though for us it is always the same. */
async function securityHeaders(secure: boolean): Promise<Record<string, string>> {
  const probe = Fastify()
  const before = new Set(Object.keys((await probe.inject('/')).headers))
  const app = Fastify()
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  })
  const { headers } = await app.inject('/')
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (before.has(name) ? [] : [[name, String(value)]])),
  )
}

/** Pages that belong to somebody are kept in no cache. */
export function noStore(reply: FastifyReply): void {
  reply.header('cache-control', 'no-store')
}
