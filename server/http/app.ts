import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import querystring from 'node:querystring'
import formbody from '@fastify/formbody'
import Fastify, { type ConnectionError, type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { isClean } from '../../surveys/reading/clean-text.ts'
import type { AppContext, RouteContext } from '../boot/context.ts'
import { Forms } from '../forms/form.ts'
import { registerReader } from '../store/register.ts'
import { endConnectionsAtClose } from './close-server.ts'
import { operatorFrame } from './pages/operator-frame.ts'
import { type Patience, patience } from './patience.ts'
import { answerBrokenRequests } from './plugins/broken-requests.ts'
import { addCookie } from './plugins/cookie.ts'
import { countRequests } from './plugins/count-requests.ts'
import { watchDurability } from './plugins/durability.ts'
import { type Desk, handComputedOver } from './plugins/hand-over.ts'
import { addJsonRoutes } from './plugins/json-routes.ts'
import { refuseOtherMethods } from './plugins/methods.ts'
import { watchAddresses } from './plugins/one-address.ts'
import { tellWhatIsMissing } from './plugins/preparing.ts'
import { addProblemPages } from './plugins/problem-pages.ts'
import { refuseUnclean } from './plugins/refuse-unclean.ts'
import { addSecurityHeaders } from './plugins/security.ts'
import { pageShower } from './plugins/show-page.ts'
import { endSlowBodies } from './plugins/slow-bodies.ts'
import { guardStaff } from './plugins/staff.ts'
import { requireGuest } from './plugins/visit.ts'
import { addRequestLog } from './request-log.ts'
import { addAccessRoutes } from './routes/access.ts'
import { addAmendedRoutes } from './routes/amended.ts'
import { addAutosaveRoutes } from './routes/autosave.ts'
import { addBurdenRoute } from './routes/burden.ts'
import { addCheckRoutes } from './routes/check.ts'
import { addCountingRoutes } from './routes/counting.ts'
import { addDelegateRoutes } from './routes/delegate.ts'
import { addDelegationRoutes } from './routes/delegations.ts'
import { addForeignTableRoutes } from './routes/foreign-table.ts'
import { addFormsRoutes } from './routes/forms.ts'
import { addGemeindenRoutes } from './routes/gemeinden.ts'
import { addHealthRoutes } from './routes/health.ts'
import { addHelpRoute } from './routes/help.ts'
import { addHubRoutes } from './routes/hub.ts'
import { addInfoRoutes } from './routes/info.ts'
import { addStaffRoutes } from './routes/intern/index.ts'
import { addLicencesRoute } from './routes/licences.ts'
import { addLogoRoute } from './routes/logo.ts'
import { addMetricsRoute } from './routes/metrics.ts'
import { addOwnFileRoutes } from './routes/own-file.ts'
import { addPaperRoutes } from './routes/paper.ts'
import { addParkedRoutes } from './routes/parked.ts'
import { addPresentRoutes } from './routes/present.ts'
import { addQueryRoutes } from './routes/queries.ts'
import { addReceiptRoutes } from './routes/receipt.ts'
import { addResponsibleRoutes } from './routes/responsible.ts'
import { addSectionRoutes } from './routes/section.ts'
import { addSurveyRoutes } from './routes/survey.ts'
import { addViews } from './views.ts'

const largestBody = 512 * 1024
/** No name in an address of ours is longer. The router has a limit too, with an answer of its own: it must never be reached. */
const longestName = 100
const neverReached = 1024 ** 2

/** Fastify answers `GET /%` before any hook runs, without our headers. So such an address is sent to a page of ours. */
const unreadableAddress = '/unlesbare-adresse'

/** What holds characters that no name may hold is refused as well; of what follows the `?` a stray % does no harm. */
function isReadable(url: string): boolean {
  const [path = '', ...query] = url.split('?')
  try {
    const names = decodeURIComponent(path)
    const isShort = names.split('/').every((name) => name.length <= longestName)
    return isShort && isClean(names) && isClean(querystring.unescape(query.join('?')))
  } catch {
    return false
  }
}

interface Around {
  /** What is still being loaded, while something is. */
  missing?: () => string | undefined
  /** Who computes what takes long; missing: this process does. */
  desk?: Desk | undefined
  /** Where it is to wait otherwise than it does. */
  patient?: Partial<Patience>
}

/** The application, complete but not yet listening. */
export async function buildApp(
  context: AppContext,
  logger: FastifyBaseLogger | false = false,
  forms = new Forms(),
  { missing = () => undefined, desk, patient = {} }: Around = {},
): Promise<FastifyInstance> {
  const { config, keys, db } = context
  const { head, body, file, silence, betweenLooks, computed, durable } = { ...patience, ...patient }
  let answerBroken = (_error: ConnectionError, socket: Socket): void => void socket.destroy()
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: largestBody,
    keepAliveTimeout: 5_000,
    requestTimeout: file,
    connectionTimeout: silence,
    http: { headersTimeout: head, connectionsCheckingInterval: betweenLooks, requireHostHeader: false },
    clientErrorHandler: (error, socket) => answerBroken(error, socket),
    forceCloseConnections: 'idle',
    // Who sends while the server ends is answered like everybody; Fastify's own answer would be English and without our headers.
    return503OnClosing: false,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    routerOptions: { maxParamLength: neverReached, ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : unreadableAddress),
  })
  endConnectionsAtClose(app)
  addJsonRoutes(app)
  addRequestLog(app)
  countRequests(app)
  const headers = await addSecurityHeaders(app, config.secureCookies)
  const isOneAddress = watchAddresses(app, config.secureCookies)
  const cookies = await addCookie(app, { secure: config.secureCookies, key: keys.csrf, markKey: keys.attempt })
  await app.register(formbody, { bodyLimit: largestBody })
  // Before any route, so that it knows them all.
  refuseOtherMethods(app)
  const assets = await addViews(app)
  const operator = operatorFrame(config.operator)
  const show = pageShower(assets, cookies, operator)
  addProblemPages(app, show)
  answerBroken = await answerBrokenRequests(app, headers, { assets, operator })
  endSlowBodies(app, body)
  refuseUnclean(app)
  tellWhatIsMissing(app, missing, show)
  const settingsOff = watchDurability(app, db, show, durable)
  // Before any route, so that none escapes it.
  guardStaff(app, context)

  handComputedOver(app, context, desk, show, computed)

  app.all(unreadableAddress, { config: { handlesForeignPosts: true } }, (_request, reply) =>
    reply.problem('badAddress'),
  )

  const routes: RouteContext = { ...context, forms, register: registerReader(db), isOneAddress, settingsOff }
  addHealthRoutes(app, routes)
  addMetricsRoute(app, routes)
  addInfoRoutes(app, routes, show)
  addLicencesRoute(app, show)
  addSurveyRoutes(app, routes, show)
  addLogoRoute(app, config.operator)
  addAccessRoutes(app, routes, cookies, show)
  addFormsRoutes(app, routes, show)
  await app.register(
    async (inner) => {
      requireGuest(inner, routes, show)
      addHubRoutes(inner, routes, show)
      addHelpRoute(inner, routes, show)
      addPaperRoutes(inner, routes)
      addOwnFileRoutes(inner, routes, cookies, show)
      addForeignTableRoutes(inner, routes, cookies, show)
      addCountingRoutes(inner, routes, show)
      addSectionRoutes(inner, routes, show)
      addAutosaveRoutes(inner, routes, cookies, show)
      addGemeindenRoutes(inner)
      addCheckRoutes(inner, routes, show)
      addReceiptRoutes(inner, routes, show)
      addBurdenRoute(inner, routes, show)
      addParkedRoutes(inner, routes, show)
      addQueryRoutes(inner, routes, show)
      addPresentRoutes(inner, routes, show)
      addAmendedRoutes(inner, routes, show)
      addDelegationRoutes(inner, routes, show)
      addResponsibleRoutes(inner, routes, show)
    },
    { prefix: '/erhebung/:wave/:unit' },
  )
  addDelegateRoutes(app, routes, cookies, show)
  addStaffRoutes(app, routes, cookies, show)
  return app
}
