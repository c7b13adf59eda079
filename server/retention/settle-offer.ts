import type { Db } from '../database/database.ts'
import { noteOffer } from '../store/retention-terms.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { WaveKind } from './rules.ts'

/** Notes what came of offering something to an archive, also in the log. False where that wave offers no such thing. */
export async function settleOffer(
  db: Db,
  { accountId, ...offer }: { wave: string; kind: WaveKind; offered: 'taken' | 'declined'; accountId: number | null },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await noteOffer(trx, offer))) return false
    const { wave, ...detail } = offer
    await noteStaff(trx, { action: 'archive_offer', accountId, wave, detail })
    return true
  })
}
