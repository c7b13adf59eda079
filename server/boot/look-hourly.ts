import type { FastifyInstance } from 'fastify'
import { atMost } from '../domain/at-most.ts'

const betweenLooks = 60 * 60_000
/** The end of the server waits so long for work under way. */
const longestEnd = 3_000

/** Looks every hour whether the work of the night is still missing; `failure` is what the log says where it fails. */
export function lookHourly(app: FastifyInstance, look: () => Promise<unknown>, failure: string): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const once = (): Promise<void> => {
    running = look().then(
      () => undefined,
      (err) => app.log.error({ err }, failure),
    )
    return running
  }
  const timer = setInterval(once, betweenLooks).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await atMost(longestEnd, running)
  })
  return once
}
