import type { AppContext } from '../../../boot/context.ts'
import { readStanding } from '../../../database/roles/standing.ts'
import type { Forms } from '../../../forms/form.ts'
import { lastBackups } from '../../../store/backups.ts'
import { logDays } from '../../../store/log-cuts.ts'
import { lastRun } from '../../../store/retention.ts'
import { listTerms } from '../../../store/retention-terms.ts'
import { countAccounts } from '../../../store/staff-accounts.ts'
import type { SetUp } from '../../pages/intern/record/set-up.ts'
import { titlesOfWaves } from './titles-of-waves.ts'

/** Reads all that the record of processing tells of. */
export async function readSetUp(
  { db, forms, config }: Pick<AppContext, 'db' | 'config'> & { forms: Forms },
  settingsOff: readonly string[],
): Promise<SetUp> {
  const [titles, terms, backups, last, accounts, standing, days] = await Promise.all([
    titlesOfWaves({ db, forms }),
    listTerms(db),
    lastBackups(db),
    lastRun(db),
    countAccounts(db),
    readStanding(db),
    logDays(db),
  ])
  return { config, titles, terms, backups, lastRun: last, settingsOff, accounts, standing, logDays: days }
}
