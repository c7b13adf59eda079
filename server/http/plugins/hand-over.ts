import { createHmac } from 'node:crypto'
import querystring from 'node:querystring'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppContext } from '../../boot/context.ts'
import type { Bell } from '../../database/bell.ts'
import { computedMinutes } from '../../domain/kept-briefly.ts'
import { unseal } from '../../domain/sealed.ts'
import { addComputation, type Computation, dropComputation, lookAt, ranks, readPart } from '../../store/computations.ts'
import { type Asked, pack, unpackHead } from '../../work/parcel.ts'
import { computationHref, computationStopHref, homeHref } from '../pages/intern/addresses.ts'
import { noStore } from './security.ts'
import type { ShowPage } from './show-page.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It takes long to make the answer: another process of lower priority does, so that nobody in a form waits for it. */
    computed?: boolean
  }
  interface FastifyInstance {
    /** This process answers no computed request itself. */
    handsOver: boolean
  }
}

/** Who gives work to others. */
export interface Desk {
  bell: Bell
  /** Sees to it that somebody computes. */
  wake(): void
}

/** Until then the browser just waits; from then on a page says how far it is. */
const patience = 3_000
const betweenLooks = 1_000
const secondsUntilNextLook = 2
/** So long after the last look of a page nobody waits for it any more; who sent a form may come back later. */
const wantedFor = { page: 20, file: computedMinutes * 60 }

/**
 * Hands requests whose answers take long over to processes that compute them, and gives the answer on as it came. Whoever asks again
 * for the same, by a second click or the page that waits, gets the same; who has gone is computed for no longer.
 */
export function handComputedOver(
  app: FastifyInstance,
  { db, keys: { computing: key } }: AppContext,
  desk: Desk | undefined,
  show: ShowPage,
): void {
  app.decorate('handsOver', desk !== undefined)
  if (desk === undefined) return

  app.addHook('onRoute', (route) => {
    if (route.config?.computed !== true) return
    route.preHandler = [...[route.preHandler ?? []].flat(), handOver]
  })

  const fingerprint = (...parts: readonly string[]) => createHmac('sha256', key).update(parts.join('\0')).digest()
  const isSent = ({ method }: FastifyRequest) => method === 'POST'

  async function handOver(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const reader = fingerprint(readerOf(request))
    const asked = askedBy(request)
    const wanted = wantedFor[isSent(request) ? 'file' : 'page']
    const id = await addComputation(db, {
      key: fingerprint(readerOf(request), asked.method, asked.url, asked.body ?? ''),
      reader,
      rank: request.staff === undefined ? ranks.form : ranks.staff,
      request: pack(asked, key),
      wantedFor: wanted,
      anew: isSent(request),
    })
    if (id === undefined) return reply.header('refresh', '10').problem('queueFull')
    desk?.wake()
    const found = await waitFor({ id, reader }, wanted, reply)
    // Somebody else who asked for the same has gone, and with them what was computed.
    if (found === undefined) return handOver(request, reply)
    if (found.state === 'waiting' || found.state === 'running') {
      if (isSent(request)) return reply.redirect(computationHref(id), 303)
      return showProgress(request, reply, found)
    }
    return deliver(reply, found, !isSent(request))
  }

  /** Waits as long as a person waits for a page, or until the person has gone. */
  async function waitFor(one: { id: number; reader: Buffer }, wanted: number, reply: FastifyReply) {
    const gone = new AbortController()
    const leave = () => gone.abort()
    reply.raw.once('close', leave)
    const until = Date.now() + patience
    try {
      for (;;) {
        const told = desk?.bell.heard(String(one.id), betweenLooks, gone.signal)
        const found = await lookAt(db, one, wanted)
        const isOver = found?.state !== 'waiting' && found?.state !== 'running'
        if (isOver || gone.signal.aborted || Date.now() > until) return found
        await told
      }
    } finally {
      reply.raw.off('close', leave)
      if (gone.signal.aborted && wanted === wantedFor.page) await dropComputation(db, one.id)
    }
  }

  async function deliver(reply: FastifyReply, { id, state, head }: Computation, once: boolean) {
    if (state === 'failed' || head === null) {
      await dropComputation(db, id)
      return reply.problem('failure')
    }
    const { status, headers, parts } = unpackHead(head, key)
    reply.code(status).headers(headers)
    return reply.send(Readable.from(contentOf(id, parts, once), { objectMode: false }))
  }

  async function* contentOf(id: number, parts: number, once: boolean): AsyncGenerator<Buffer> {
    for (let number = 0; number < parts; number += 1) {
      const part = await readPart(db, id, number)
      if (part === undefined) throw new Error(`part ${number} of computation ${id} is gone`)
      yield unseal(part, key)
    }
    if (once) await dropComputation(db, id)
  }

  function showProgress(request: FastifyRequest, reply: FastifyReply, { id, before, state, seconds }: Computation) {
    noStore(reply.code(202))
    reply.header('refresh', secondsUntilNextLook)
    const stop = request.staff === undefined ? null : computationStopHref(id)
    return show(
      request,
      reply,
      'computing',
      'Wird berechnet',
      {
        waiting: state === 'waiting' ? before : null,
        seconds,
        stop,
        home: request.staff === undefined ? (request.guest?.visitor.home ?? '/') : homeHref,
      },
      request.guest?.visitor ?? null,
    )
  }

  const right = { config: { right: 'account.own' } } as const
  const numberIn = (id: string) => (/^\d{1,15}$/.test(id) ? Number(id) : 0)

  app.get<{ Params: { id: string } }>(computationHref(':id'), right, async (request, reply) => {
    const one = { id: numberIn(request.params.id), reader: fingerprint(readerOf(request)) }
    const found = await waitFor(one, wantedFor.file, reply)
    if (found === undefined) return reply.problem('computationGone')
    return found.state === 'waiting' || found.state === 'running'
      ? showProgress(request, reply, found)
      : deliver(reply, found, false)
  })

  app.post<{ Params: { id: string } }>(computationStopHref(':id'), right, async (request, reply) => {
    const one = { id: numberIn(request.params.id), reader: fingerprint(readerOf(request)) }
    if ((await lookAt(db, one, wantedFor.page)) !== undefined) await dropComputation(db, one.id)
    return reply.redirect(homeHref, 303)
  })
}

/** One after the other is computed for each of them. What anybody may ask for is the same for all. */
function readerOf({ staff, guest, url }: FastifyRequest): string {
  if (staff !== undefined) return `staff ${staff.accountId}`
  return guest === undefined ? `anybody ${url}` : `form ${guest.visit.participantId}`
}

/** What a proxy or a cache between here and there would drop too. */
const ofConnection = /^(connection|keep-alive|content-length|transfer-encoding|accept-encoding|range|if-.*)$/

function askedBy({ method, url, headers, body, socket }: FastifyRequest): Asked {
  return {
    method: method === 'POST' || method === 'HEAD' ? method : 'GET',
    url,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === undefined || ofConnection.test(name) ? [] : [[name, value]],
      ),
    ),
    body: method === 'POST' ? querystring.stringify(body as Record<string, string | string[]>) : undefined,
    remoteAddress: socket.remoteAddress ?? '127.0.0.1',
  }
}
