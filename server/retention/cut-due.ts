import type { Db } from '../database/database.ts'
import { eraseInTurn } from '../persons/erase.ts'
import { linkedIn } from '../store/cut-origin.ts'
import { takeErasureTurn } from '../store/erasures.ts'
import { retentionGround } from '../store/retention.ts'

/** Cuts what leads from the answers of a wave back to the persons, as an erasure that a restored state forgets again. */
export async function cutDue(trx: Db, dataDir: string, wave: string): Promise<number> {
  await takeErasureTurn(trx)
  const cut = await linkedIn(trx, wave)
  if (cut.length === 0) return 0
  const nobody = { accountId: null, consentId: null }
  const erased = await eraseInTurn(trx, dataDir, { ...nobody, ground: retentionGround, texts: [], initials: [], cut })
  return erased.cut
}
