import pino, { type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

interface LoggedRequest {
  method: string
  routeOptions?: { url?: string | undefined }
}

/**
 * One JSON object a line on stdout. A request is its method and the pattern of its route: addresses hold receipt numbers,
 * queries and bodies hold what people typed, and whose computer it was is nobody's business.
 */
export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const serializers = { req: describeRequest, res: describeReply, err: describeError, error: describeError }
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }
  return destination ? pino(options, destination) : pino(options)
}

function describeRequest({ method, routeOptions }: LoggedRequest) {
  return { method, route: routeOptions?.url ?? null }
}

function describeReply({ statusCode }: { statusCode: number }) {
  return { statusCode }
}

/** PostgreSQL words the refused value into its message ('invalid input syntax … "…"'); its code and names say enough. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack = '' } = error
  const facts = Object.entries(error).filter(([key]) =>
    ['code', 'table', 'column', 'constraint', 'routine'].includes(key),
  )
  const isFromDatabase = 'severity' in error
  const frames = stack.slice(Math.max(0, stack.indexOf('\n    at ')))
  return {
    name,
    ...Object.fromEntries(facts),
    ...(isFromDatabase ? { stack: frames } : { message, stack }),
  }
}
