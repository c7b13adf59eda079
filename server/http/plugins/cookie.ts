import cookie from '@fastify/cookie'
import { Tokens } from '@fastify/csrf'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newBrowserMark } from '../../domain/browser-mark.ts'
import { newToken } from '../../domain/session-token.ts'

const daysOfMark = 180

declare module 'fastify' {
  interface FastifyRequest {
    /** The random token of this browser, or ''. It is a session only if the database knows it as one. */
    browserToken: string
    /** The same for somebody of the staff, apart from the forms that the browser may have open. */
    staffToken: string
    /** The same for a colleague who was asked for some sections, apart from the forms that the browser may have open. */
    delegateToken: string
    /** What this browser keeps from a login of somebody of the staff, or ''. It opens nothing. */
    browserMark: string
    /** The POST came from a page of ours, made for this browser. */
    fromOurPage: boolean
  }
  interface FastifyContextConfig {
    /** The route answers itself to a POST whose form is not (or no longer) valid, so that nothing typed is lost. */
    handlesForeignPosts?: boolean
  }
}

export interface Cookies {
  /** Gives the browser a new token: at the first form, and at every login. */
  renew(request: FastifyRequest, reply: FastifyReply): string
  /** The same for somebody of the staff: after the password, and again after the second factor. */
  renewStaff(request: FastifyRequest, reply: FastifyReply): string
  /** The same for whoever opens a link for a colleague. */
  renewDelegate(request: FastifyRequest, reply: FastifyReply): string
  /** Lets the browser keep for half a year that this account has logged in here. */
  markBrowser(reply: FastifyReply, name: string): void
  /** The value for the hidden field of a form. */
  formToken(request: FastifyRequest): string
  /** Whether a POST comes from a page of ours; for routes that read their body themselves, once they may. */
  isFromOurPage(request: FastifyRequest, sent: unknown): boolean
}

/**
 * The cookie of a browser, and the token of forms made from it. The token needs no row in the database, so it protects the
 * login as well, and it stays valid when a session has ended: what is sent too late can still be recognised as sent by our
 * page. Staff have a second cookie, so that trying a form and working on its answers do not log each other out, colleagues who were asked for
 * some sections another, so that they are never taken for whoever answers, and the browser of staff a last one by which their browser is known again, so that nobody who guesses can lock them out.
 */
export async function addCookie(
  app: FastifyInstance,
  { secure, key, markKey }: { secure: boolean; key: Buffer; markKey: Buffer },
): Promise<Cookies> {
  const prefix = secure ? '__Host-' : ''
  const names = {
    browserToken: `${prefix}stichtag`,
    staffToken: `${prefix}stichtag-intern`,
    delegateToken: `${prefix}stichtag-zuarbeit`,
  }
  const markName = `${prefix}stichtag-intern-browser`
  const tokens = new Tokens({ hmacKey: key })
  await app.register(cookie)
  app.decorateRequest('browserToken', '')
  app.decorateRequest('staffToken', '')
  app.decorateRequest('delegateToken', '')
  app.decorateRequest('browserMark', '')
  app.decorateRequest('fromOurPage', false)

  app.addHook('onRequest', async (request) => {
    for (const [token, name] of Object.entries(names) as [keyof typeof names, string][]) {
      const value = request.cookies[name] ?? ''
      request[token] = /^[\w-]{43}$/.test(value) ? value : ''
    }
    request.browserMark = request.cookies[markName] ?? ''
  })

  const isFromOurPage = (request: FastifyRequest, sent: unknown): boolean =>
    request.browserToken !== '' &&
    typeof sent === 'string' &&
    tokens.verify(request.browserToken, sent) &&
    isSameOrigin(request)

  // The body is there only from this hook on.
  app.addHook('preValidation', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    request.fromOurPage = isFromOurPage(request, (request.body as Record<string, unknown> | undefined)?._csrf)
    if (request.fromOurPage || (request.routeOptions.config.handlesForeignPosts && !isOfOtherSite(request))) return
    return reply.problem('foreignPost')
  })

  const renew = (token: keyof typeof names) => (request: FastifyRequest, reply: FastifyReply) => {
    request[token] = newToken()
    reply.setCookie(names[token], request[token], { path: '/', httpOnly: true, secure, sameSite: 'lax' })
    return request[token]
  }
  return {
    renew: renew('browserToken'),
    renewStaff: renew('staffToken'),
    renewDelegate: renew('delegateToken'),
    markBrowser(reply, name) {
      const kept = { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: daysOfMark * 86_400 } as const
      reply.setCookie(markName, newBrowserMark(name, markKey), kept)
    },
    isFromOurPage,
    formToken: ({ browserToken }) => (browserToken === '' ? '' : tokens.create(browserToken)),
  }
}

/** What another site lets a browser send was typed by nobody here, and is shown to nobody to be sent again. */
const isOfOtherSite = ({ headers }: FastifyRequest): boolean =>
  ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))

/** Browsers say from where a request comes; where they do not, the token alone decides. */
function isSameOrigin({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}
