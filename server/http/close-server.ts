import type { Server } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { atMost } from '../domain/at-most.ts'

/** Longer than any statement may run, so that requests in flight are answered. */
const longestAnswer = 5_200
/** As many as the operating system keeps for us; who comes after them comes too late. */
const mostWaiting = 512

/**
 * From its close on, each answer of the server ends its connection too; so that nobody waits for one that stays open, and
 * none is cut off with an answer still on its way.
 */
export function endConnectionsAtClose(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close')
    done()
  })
}

/** Lets nobody in any more, and answers all who are there already. */
export async function closeServer(app: FastifyInstance): Promise<void> {
  await fetchWaiting(app.server)
  const closed = app.close()
  await atMost(longestAnswer, closed)
  app.server.closeAllConnections()
  await closed
}

/**
 * A connection that the operating system has taken for us breaks off if the door is closed before we fetched it, and each
 * turn of the loop fetches one.
 */
async function fetchWaiting(server: Server): Promise<void> {
  let came = true
  const note = () => {
    came = true
  }
  server.on('connection', note)
  await nextTurn()
  for (let turns = 0; came && turns < mostWaiting; turns += 1) {
    came = false
    await nextTurn()
  }
  server.off('connection', note)
}
