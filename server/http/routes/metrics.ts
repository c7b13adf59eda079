import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { atMostEvery } from '../../metrics/at-most-every.ts'
import { computed, latePages, requests, saves, submissions } from '../../metrics/counts.ts'
import { ofDatabase, ofPool, readKept } from '../../metrics/of-database.ts'
import { ofProcess, watchEventLoop } from '../../metrics/of-process.ts'
import { textType, writeText } from '../../metrics/write-text.ts'
import { noStore } from '../plugins/security.ts'

/** Who asks more often gets the same again: to be watched must cost next to nothing. */
const betweenReadings = 10_000

/** What Prometheus, or what reads like it, asks for: where a token for it is set, and for whoever knows it. */
export function addMetricsRoute(app: FastifyInstance, { db, pool, config, settingsOff }: RouteContext): void {
  const { metricsToken } = config
  if (metricsToken === undefined) return
  const eventLoop = watchEventLoop()
  app.addHook('onClose', async () => eventLoop.end())
  const read = atMostEvery(betweenReadings, async () => {
    const kept = await readKept(db).catch((err) => {
      app.log.warn({ err }, 'the figures of the database could not be read')
      return undefined
    })
    return [eventLoop.read(), ...ofDatabase(kept, settingsOff().length === 0)]
  })

  app.get('/metrics', async (request, reply) => {
    noStore(reply)
    if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`))
      return reply.code(401).header('www-authenticate', 'Bearer').send({ status: 'token needed' })
    const counted = [requests, saves, submissions, latePages, computed].map((one) => one.family())
    return reply.type(textType).send(writeText([...counted, ...ofPool(pool), ...ofProcess(), ...(await read())]))
  })
}

/** Takes as long for each text that is wrong, whatever of it is right. */
function isSame(sent: string, expected: string): boolean {
  const [one, other] = [sent, expected].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
