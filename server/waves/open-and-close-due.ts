import type { Logger } from 'pino'
import type { AppContext } from '../boot/context.ts'
import { dueWaves } from '../store/wave-office.ts'
import { closeWave, lockWave, openWave } from '../store/waves.ts'
import { openAct } from './open-act.ts'

type Needed = Pick<AppContext, 'db' | 'pool' | 'config'>

/**
 * Opens and closes the waves whose day has come; several servers may look side by side. What keeps a wave from opening is asked
 * again: it then stays as it is, and the log of the server says so each time.
 */
export async function openAndCloseDue(
  { db, pool, config }: Needed,
  log: Pick<Logger, 'info' | 'error'>,
): Promise<void> {
  for (const { id } of await dueWaves(db))
    await db.transaction().execute(async (trx) => {
      const wave = await lockWave(trx, id)
      // Another server may have been quicker.
      const due = (await dueWaves(trx)).find((one) => one.id === id)
      if (due === undefined) return
      if (due.closes) {
        if (wave.state === 'open') await closeWave(trx, id, {})
        log.info({ wave: id }, 'closed on its day')
      } else if (wave.state !== 'open') {
        // That it is early or late was agreed to when its day was set.
        const about = { db: trx, pool, config, wave, asked: {}, reason: 'geplant', by: undefined, isAgreed: true }
        const faults = await openAct.faults(about)
        if (faults.length > 0) log.error({ wave: id, faults }, 'did not open on its day')
        else await openWave(trx, id, {})
      }
    })
}
