import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { AppContext } from '../boot/context.ts'
import { isDueTonight } from '../domain/night.ts'
import { deleteMails } from '../persons/mail-files.ts'
import { permitCut } from '../store/log-cuts.ts'
import { forgetRequestWords } from '../store/person-requests.ts'
import { deleteRows, inLongTransaction, lastRun } from '../store/retention.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { withTurn } from '../store/turn.ts'
import { cutDue } from './cut-due.ts'
import { type Due, type DueKind, dueKinds, dueMails } from './due.ts'

const retentionTurn = 1_398_032_713

type Needed = Pick<AppContext, 'db' | 'pool' | 'config'>

/**
 * Deletes what is due, all of it or nothing, and notes in the log how much it was. Undefined where another server is at it, or was
 * quicker.
 */
async function deleteDue({ db, pool, config }: Needed, nightly: boolean, isDue: () => Promise<boolean>) {
  return withTurn(pool, retentionTurn, async () => {
    if (!(await isDue())) return undefined
    return inLongTransaction(db, async (trx) => {
      const batch = randomUUID()
      const forget = async ({ wave, kind, goals, seal }: DueKind) => {
        if (kind === 'origin' && wave !== null) return cutDue(trx, config.dataDir, wave)
        if (kind === 'mailFiles') return deleteMails(config.dataDir, await dueMails({ db: trx, config }))
        if (seal !== undefined) await permitCut(trx, seal)
        return deleteRows(trx, goals, batch)
      }
      const gone: Due[] = []
      for (const due of (await dueKinds(trx)).filter(({ waits }) => !waits)) {
        const { wave, kind, label, waits } = due
        gone.push({ wave, kind, label, waits, rows: await forget(due) })
      }
      await forgetRequestWords(trx)
      const deleted = gone.filter(({ rows }) => rows > 0)
      const counts = deleted.map(({ wave, kind, rows }) => ({ wave, kind, rows }))
      const rows = counts.reduce((sum, one) => sum + one.rows, 0)
      await noteStaff(trx, { action: 'retention_run', detail: { rows, counts, ...(nightly ? { nightly } : {}) } })
      return deleted
    })
  })
}

/** Deletes what is due because somebody says so. */
export const runRetention = (context: Needed): Promise<Due[] | undefined> => deleteDue(context, false, async () => true)

/** Deletes what is due where that is still missing tonight; of several servers one does it. Says whether it did. */
export async function nightlyRetention(context: Needed, log: Pick<Logger, 'info'>, now: Date): Promise<boolean> {
  const deleted = await deleteDue(context, true, async () => isDueTonight(await lastRun(context.db), now))
  if (deleted === undefined) return false
  log.info({ rows: deleted.reduce((sum, { rows }) => sum + rows, 0) }, 'what was kept long enough is deleted')
  return true
}
