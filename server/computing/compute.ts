import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../boot/context.ts'
import { seal } from '../domain/sealed.ts'
import { isDatabaseAway } from '../errors/database-away.ts'
import {
  addPart,
  endComputation,
  type Held,
  keepComputation,
  type Rank,
  takeComputation,
  tidyComputations,
} from '../store/computations.ts'
import { pack, unpackAsked } from './parcel.ts'

/** How often whoever computes says so, in milliseconds; it hears then that nobody waits any more. */
const beat = 500
const partSize = 1 << 20
/** After so many seconds of silence whoever computes is taken for dead. */
const silence = 15
const mostTries = 3

export interface Computing {
  /** For what is told of the work. What the work itself asks goes over connections of its own. */
  context: Pick<AppContext, 'db' | 'keys'>
  /** The application, which answers here as it would anywhere. */
  app: FastifyInstance
  /** Breaks off what the database does for it. */
  breakOff(): Promise<void>
}

/** Answers the request that is next; false where there is none. */
export async function computeNext(computing: Computing, upTo: Rank): Promise<boolean> {
  const { db } = computing.context
  // However much there is to do: what a dead process held waits for that.
  await tidyComputations(db, { silence, mostTries })
  const holder = randomUUID()
  const taken = await takeComputation(db, { holder, upTo })
  if (taken === undefined) return false
  const held = { id: taken.id, holder }
  const lost = new AbortController()
  let isOver = false
  const keep = async () => {
    if (lost.signal.aborted || (await keepComputation(db, held)) || isOver) return
    lost.abort()
    await computing.breakOff()
  }
  const log = computing.app.log
  let telling: Promise<void> | undefined
  const timer = setInterval(() => {
    telling ??= keep()
      .catch((err) => log.error({ err }, 'a computation could not say that it is alive'))
      .finally(() => {
        telling = undefined
      })
  }, beat)
  // What breaks off this one must not meet the next, which asks over the same connections.
  const stop = () => {
    isOver = true
    clearInterval(timer)
  }
  const end = async (head: Buffer | null) => {
    stop()
    await endComputation(db, held, head)
    await telling
  }
  try {
    await end(await answer(computing, held, taken, lost.signal))
  } catch (err) {
    if (!lost.signal.aborted && err instanceof Error && isDatabaseAway(err)) {
      // Once it is back, another one takes this up after the silence.
      stop()
      throw err
    }
    if (!lost.signal.aborted) log.error({ err }, 'a computation failed')
    await end(null)
  }
  return true
}

interface Taken {
  request: Buffer
  waited: number
}

async function answer(
  { context, app }: Computing,
  held: Held,
  { request, waited }: Taken,
  lost: AbortSignal,
): Promise<Buffer> {
  const began = performance.now()
  const { computing: key } = context.keys
  const { body, ...asked } = unpackAsked(request, key)
  const response = await app.inject({
    ...asked,
    ...(body === undefined ? {} : { payload: body }),
    payloadAsStream: true,
  })
  let parts = 0
  for await (const part of inParts(response.stream())) {
    lost.throwIfAborted()
    if (!(await addPart(context.db, held, parts, seal(part, key)))) throw new Error('another one has it')
    parts += 1
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined || ofConnection.has(name) ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    ),
  )
  const took = { waited, computed: Math.round(performance.now() - began) }
  return pack({ took, status: response.statusCode, headers, parts }, key)
}

/** What is said between two neighbours and not of the answer. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

async function* inParts(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    gathered.push(chunk)
    size += chunk.length
    if (size < partSize) continue
    yield Buffer.concat(gathered)
    gathered = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(gathered)
}
