import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * Ends a request whose body drips: many such would hold all connections. A file of the staff has only the longer limit of the
 * server; it is read by its route, once it is known who sends it.
 */
export function endSlowBodies(app: FastifyInstance, longest: number): void {
  app.addHook('preParsing', async (request, reply) => {
    if (request.isMultipart?.()) return
    unlessComplete(request.raw, longest, () => {
      if (!reply.sent) void reply.header('connection', 'close').problem('tooSlow')
    })
  })
  // Who was answered before all was sent, and goes on sending.
  app.addHook('onResponse', async ({ raw }) => unlessComplete(raw, longest, () => raw.destroy()))
}

function unlessComplete(raw: IncomingMessage, longest: number, act: () => void): void {
  const { 'content-length': length, 'transfer-encoding': parts } = raw.headers
  if (raw.complete || (length === undefined && parts === undefined)) return
  const timer = setTimeout(() => {
    if (!raw.complete) act()
  }, longest).unref()
  raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
}
