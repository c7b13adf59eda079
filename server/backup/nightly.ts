import type { Logger } from 'pino'
import type { AppContext } from '../boot/context.ts'
import { isDueTonight } from '../domain/night.ts'
import { noteBackup, noteFailedBackup } from '../store/backups.ts'
import { withTurn } from '../store/turn.ts'
import { makeBackup } from './make-backup.ts'
import { Shelf } from './shelf.ts'
import { verifyBackup } from './verify-backup.ts'

const backupTurn = 1_398_032_710

type Needed = Pick<AppContext, 'config' | 'db' | 'pool'>

/**
 * Makes the backup of the night where it is still missing, tries whether it can be brought back, and then deletes what is older than
 * what is kept. Of several servers on the same database one does it. Says whether it did.
 */
export async function nightlyBackup(
  { config, db, pool }: Needed,
  log: Pick<Logger, 'info'>,
  now: Date,
): Promise<boolean> {
  const shelf = new Shelf(config.dataDir)
  const passphrase = config.backupPassphrase
  const isDue = async () => isDueTonight(await shelf.newest(), now)
  if (!(await isDue())) return false
  const done = await withTurn(pool, backupTurn, async () => {
    // Another server may have been quicker.
    if (!(await isDue())) return false
    const file = await shelf.place(now, passphrase !== undefined)
    try {
      const made = await makeBackup(pool, { file, config, passphrase })
      await noteBackup(db, 'backup_made', { ...made, nightly: true })
      const { head } = await verifyBackup({ file, passphrase }, config.dataDir)
      await noteBackup(db, 'backup_verified', { ...made, madeAt: head.madeAt, nightly: true })
      await shelf.tidy()
      log.info({ rows: made.rows }, 'the backup of the night is made and verified')
      return true
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      await noteFailedBackup(db, reason)
      throw error
    }
  })
  return done ?? false
}
