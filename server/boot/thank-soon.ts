import type { FastifyInstance } from 'fastify'
import { thankForReceipts } from '../mail/thank.ts'
import type { AppContext } from './context.ts'

const betweenLooks = 30_000

/** Thanks within half a minute for what was submitted, beside the submission and never in its way. */
export function thankSoon(app: FastifyInstance, context: AppContext): void {
  let running: Promise<void> | undefined
  const look = () => {
    running ??= thankForReceipts(context)
      .catch((err) => app.log.error({ err }, 'thanks could not be planned'))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(look, betweenLooks).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}
