import type { FastifyInstance } from 'fastify'
import type { Db } from '../database/database.ts'
import { sealAll } from '../store/log-seals.ts'

const pause = 3_000
/** So often the whole log is looked through, for what was committed much later than it got its number. */
const wholeEvery = 1_200

/** Seals every few seconds what the log has gained; several servers may do it side by side. */
export function keepLogSealed(app: FastifyInstance, db: Db): void {
  let running: Promise<void> | undefined
  let looks = 0
  const seal = () => {
    if (running !== undefined) return
    running = sealAll(db, looks % wholeEvery === 0 ? 'all' : 'recent')
      .then(() => {
        looks += 1
      })
      .catch((err) => app.log.error({ err }, 'the log could not be sealed'))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(seal, pause).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}
