import { createHmac } from 'node:crypto'
import querystring from 'node:querystring'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppContext } from '../../boot/context.ts'
import { type Asked, type Head, pack, unpackHead } from '../../computing/parcel.ts'
import type { Bell } from '../../database/bell.ts'
import { computedMinutes } from '../../domain/kept-briefly.ts'
import { unseal } from '../../domain/sealed.ts'
import { computed } from '../../metrics/counts.ts'
import {
  addComputation,
  type Computation,
  dropComputation,
  lookAt,
  ranks,
  readPart,
  retireComputation,
} from '../../store/computations.ts'
import { computationHref, computationStopHref, homeHref } from '../pages/intern/addresses.ts'
import { noStore } from './security.ts'
import type { ShowPage } from './show-page.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** How long another process was waited for that made the answer, and how long it took. */
    took: Head['took'] | undefined
  }
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

/** An answer that is given on. */
interface Reading {
  id: number
  first: Buffer
  parts: number
  /** Whoever asks again gets another one. */
  once: boolean
}

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
  patience: number,
): void {
  app.decorate('handsOver', desk !== undefined)
  app.decorateRequest('took')
  if (desk === undefined) return

  app.addHook('onRoute', (route) => {
    if (route.config?.computed !== true) return
    route.preHandler = [...[route.preHandler ?? []].flat(), handOver]
  })

  // Whoever of the staff has come in will look at what is computed: by then somebody is there to do it.
  app.addHook('preHandler', async ({ staff }) => {
    if (staff !== undefined) desk.wake()
  })

  const fingerprint = (...parts: readonly string[]) => createHmac('sha256', key).update(parts.join('\0')).digest()
  const isSent = ({ method }: FastifyRequest) => method === 'POST'

  async function handOver(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const reader = fingerprint(readerOf(request))
    const asked = askedBy(request)
    const wanted = wantedFor[isSent(request) ? 'file' : 'page']
    const isAnybody = whoAsks(request) === undefined
    const id = await addComputation(db, {
      key: fingerprint(readerOf(request), asked.method, isAnybody ? '' : asked.url, asked.body ?? ''),
      reader,
      rank: request.staff === undefined ? ranks.form : ranks.staff,
      request: pack(asked, key),
      wantedFor: wanted,
      anew: isSent(request),
    })
    if (id === undefined) return reply.header('refresh', '10').problem('queueFull')
    desk?.wake()
    const found = await waitFor({ id, reader }, wanted, reply, !isAnybody)
    // Somebody else who asked for the same has gone, and with them what was computed.
    if (found === undefined) return handOver(request, reply)
    if (found.state === 'waiting' || found.state === 'running') {
      if (isSent(request)) return reply.redirect(computationHref(id), 303)
      return showProgress(request, reply, found)
    }
    return (await isDelivered(reply, found, !isSent(request))) ? reply : handOver(request, reply)
  }

  /** Waits as long as a person waits for a page, or until the person has gone. */
  async function waitFor(one: { id: number; reader: Buffer }, wanted: number, reply: FastifyReply, isOwn: boolean) {
    const gone = new AbortController()
    const leave = () => gone.abort()
    reply.raw.once('close', leave)
    const until = Date.now() + patience
    try {
      for (;;) {
        const told = desk?.bell.heard(String(one.id), Math.min(betweenLooks, patience), gone.signal)
        const found = await lookAt(db, one, wanted)
        const isOver = found?.state !== 'waiting' && found?.state !== 'running'
        if (isOver || gone.signal.aborted || Date.now() > until) return found
        await told
      }
    } finally {
      reply.raw.off('close', leave)
      if (gone.signal.aborted && isOwn && wanted === wantedFor.page) await dropComputation(db, one.id)
    }
  }

  /** Gives the answer on; false where another one who read it was the last. */
  async function isDelivered(reply: FastifyReply, { id, state, head }: Computation, once: boolean): Promise<boolean> {
    if (state === 'failed' || head === null) {
      await dropComputation(db, id)
      await reply.problem('failure')
      return true
    }
    const { took, status, headers, parts } = unpackHead(head, key)
    reply.request.took = took
    for (const [part, milliseconds] of Object.entries(took)) computed.add({ part }, milliseconds / 1_000)
    const first = parts === 0 ? Buffer.alloc(0) : await readPart(db, id, 0)
    if (first === undefined) return false
    reply.code(status).headers(headers)
    reply.send(Readable.from(contentOf({ id, first, parts, once }), { objectMode: false }))
    return true
  }

  async function* contentOf({ id, first, parts, once }: Reading): AsyncGenerator<Buffer> {
    if (parts > 0) yield unseal(first, key)
    for (let number = 1; number < parts; number += 1) {
      const part = await readPart(db, id, number)
      if (part === undefined) throw new Error(`part ${number} of computation ${id} is gone`)
      yield unseal(part, key)
    }
    // Others may be in the middle of it; a single part everybody has who has begun.
    if (once) await (parts > 1 ? retireComputation : dropComputation)(db, id)
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
    const found = await waitFor(one, wantedFor.file, reply, true)
    if (found === undefined) return reply.problem('computationGone')
    if (found.state === 'waiting' || found.state === 'running') return showProgress(request, reply, found)
    return (await isDelivered(reply, found, false)) ? reply : reply.problem('computationGone')
  })

  app.post<{ Params: { id: string } }>(computationStopHref(':id'), right, async (request, reply) => {
    const one = { id: numberIn(request.params.id), reader: fingerprint(readerOf(request)) }
    if ((await lookAt(db, one, wantedFor.page)) !== undefined) await dropComputation(db, one.id)
    return reply.redirect(homeHref, 303)
  })
}

/** Who is known; undefined: anybody. */
function whoAsks({ staff, guest }: FastifyRequest): string | undefined {
  if (staff !== undefined) return `staff ${staff.accountId}`
  return guest === undefined ? undefined : `form ${guest.visit.participantId}`
}

/**
 * One after the other is computed for each of them. What anybody may ask for is the same for all, however its address is written:
 * else as much could be asked for as there are ways to write one.
 */
function readerOf(request: FastifyRequest): string {
  return whoAsks(request) ?? `anybody ${request.routeOptions.url} ${JSON.stringify(request.params)}`
}

/** What a proxy or a cache between here and there would drop too. */
const ofConnection = /^(connection|keep-alive|content-length|transfer-encoding|accept-encoding|range|if-.*)$/

function askedBy(request: FastifyRequest): Asked {
  const { method, url, headers, body, socket } = request
  // What is for all is answered to nobody in particular.
  const isKnown = whoAsks(request) !== undefined
  return {
    method: method === 'POST' || method === 'HEAD' ? method : 'GET',
    url,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === undefined || ofConnection.test(name) || (name === 'cookie' && !isKnown) ? [] : [[name, value]],
      ),
    ),
    body: method === 'POST' ? querystring.stringify(body as Record<string, string | string[]>) : undefined,
    remoteAddress: socket.remoteAddress ?? '127.0.0.1',
  }
}
