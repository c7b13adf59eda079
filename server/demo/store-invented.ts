import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Db } from '../database/database.ts'
import { type Invented, storeDrafts, storeSubmissions } from '../store/invented-answers.ts'

const batch = 100

/** Stores invented drafts and submissions, a hundred Kommunen at a time. */
export async function storeInvented(
  db: Db,
  instrument: Instrument,
  invented: readonly Invented[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (let start = 0; start < invented.length; start += batch) {
      const some = invented.slice(start, start + batch)
      await storeDrafts(trx, some)
      await storeSubmissions(trx, instrument, some)
      onProgress(Math.min(start + batch, invented.length), invented.length)
    }
  })
}
