import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyInstance } from 'fastify'
import type { Frame } from '../../../views/page-data/pages.ts'
import { type ProblemCode, problems } from '../problems.ts'

/** What Node finds wrong before there is a request that could be answered; everything else is a broken request. */
const codes: Record<string, 'tooSlow' | 'tooLargeHead'> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'tooSlow',
  HPE_HEADER_OVERFLOW: 'tooLargeHead',
}

/**
 * Answers what never becomes a request with pages of ours, where Fastify would send its own English sentence without our headers.
 * They are made beforehand and written to the connection as they are.
 */
export async function answerBrokenRequests(
  app: FastifyInstance,
  headers: Record<string, string>,
  site: Pick<Frame, 'assets' | 'operator'>,
): Promise<(error: ConnectionError, socket: Socket) => void> {
  const answerWith = (code: ProblemCode) => wholeAnswer(app, headers, site, code)
  const answers = {
    brokenRequest: await answerWith('brokenRequest'),
    tooSlow: await answerWith('tooSlow'),
    tooLargeHead: await answerWith('tooLargeHead'),
  }

  /** What a connection was answered last: into the middle of an answer nothing may be written. */
  const begun = new WeakMap<Socket, ServerResponse>()
  app.server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    begun.set(request.socket, response)
  })
  // Node's own answer to a wish that it does not know has no page; such a wish may be left unheard.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.addHook('onRequest', async ({ headers: { host }, raw }, reply) => {
    if (host === undefined && raw.httpVersion === '1.1') return reply.problem('brokenRequest')
  })

  return ({ code }, socket) => {
    const last = begun.get(socket)
    const isFree = last === undefined || !last.headersSent || last.writableFinished
    if (code === 'ECONNRESET' || !socket.writable || !isFree) socket.destroy()
    else socket.end(answers[codes[code] ?? 'brokenRequest'])
  }
}

async function wholeAnswer(
  app: FastifyInstance,
  headers: Record<string, string>,
  site: Pick<Frame, 'assets' | 'operator'>,
  code: ProblemCode,
): Promise<Buffer> {
  const { status, heading, paragraphs } = problems[code]
  const frame: Frame = { ...site, title: heading, csrf: '', help: '/hilfe', visitor: null, staff: null }
  const page = { heading, paragraphs: [...paragraphs], link: { href: '/', label: 'Zur Startseite' } }
  const body = Buffer.from(await app.view('@pages/message', { frame, page }))
  const all = {
    ...headers,
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    connection: 'close',
  }
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
}
